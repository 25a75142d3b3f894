import type { LocalWorkout } from '#client/index.ts'
import { dayMs } from '#training/day-ms.ts'
import { weekOf } from '#training/periods.ts'
import { weekStreak } from '#training/streak.ts'
import { useWidth } from '../charts/use-width.ts'
import { dayOf, today, weekStart } from '../figures/performed.ts'
import { Icon } from '../parts/icon.tsx'
import { workouts } from '../state/log.ts'
import { countText, dateText, tenthsText } from '../words.ts'
import { isDone, isWork } from '../workout/model.ts'
import { totalsOf } from '../workout/totals.ts'

const gap = 2.6
const daysOfWeek = 7
const labelHeight = 20
const maxSets = 25

/** Whether a workout has a set that counts. */
const hasWork = ({ exercises }: LocalWorkout) =>
  exercises.some(({ sets }) => sets.some((set) => isWork(set) && isDone(set)))

/** The number of workouts and the days they were on, darker with more sets. The list below is its text equivalent. */
export function Calendar() {
  const { box, width } = useWidth(326)
  const weeks = width > 560 ? 52 : 26
  const size = (width - gap * (weeks - 1)) / weeks
  const lastDay = today()
  const firstDay = weekOf(lastDay, weekStart.value) - (weeks - 1) * daysOfWeek
  const sets = new Map<number, number>()
  const trainedDays: number[] = []
  let workoutCount = 0
  for (const workout of workouts.value) {
    if (!hasWork(workout)) continue
    const day = dayOf(workout)
    trainedDays.push(day)
    if (day < firstDay) continue
    workoutCount++
    sets.set(day, (sets.get(day) ?? 0) + totalsOf(workout).sets)
  }
  // The weeks before the first workout don't lower the average.
  const since = Math.max(firstDay, trainedDays.at(-1) ?? lastDay)
  const trainedWeeks = Math.ceil((lastDay - since + 1) / daysOfWeek)
  const streak = weekStreak(trainedDays, { lastDay, today: lastDay, weekStart: weekStart.value })
  const marks = []
  const labels = []
  let lastMonth = ''
  for (let week = 0; week < weeks; week++) {
    const x = week * (size + gap)
    const month = dateText((firstDay + week * daysOfWeek) * dayMs + dayMs / 2, 'month')
    if (month !== lastMonth && week < weeks - 1) {
      labels.push(
        <text x={x} y="12">
          {month}
        </text>,
      )
      lastMonth = month
    }
    for (let weekday = 0; weekday < daysOfWeek; weekday++) {
      const day = firstDay + week * daysOfWeek + weekday
      if (day > lastDay) break
      const level = Math.min(4, Math.ceil(((sets.get(day) ?? 0) / maxSets) * 4))
      const y = labelHeight + weekday * (size + gap)
      marks.push(<rect class={`h${level}`} x={x} y={y} width={size} height={size} rx={size / 4} />)
      if (day === lastDay)
        marks.push(
          <rect
            class="today"
            x={x + 0.75}
            y={y + 0.75}
            width={size - 1.5}
            height={size - 1.5}
            rx={size / 4}
          />,
        )
    }
  }
  const shownLabels = labels.filter((_, index) => index > 0 || labels.length < 2)
  const height = labelHeight + daysOfWeek * (size + gap) - gap
  return (
    <section class="card">
      <div class="flex between end">
        <div>
          <span class="label">
            Last {weeks === 52 ? '12' : '6'} months · {tenthsText(workoutCount / trainedWeeks)} a week
          </span>
          <div class="t-l">{countText(workoutCount, 'workout')}</div>
        </div>
        {streak > 1 && (
          <span class="badge ok">
            <Icon name="flame" size="s" />
            {streak} weeks
          </span>
        )}
      </div>
      <div ref={box}>
        <svg class="heat" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {shownLabels}
          {marks}
        </svg>
      </div>
      <div class="scale">
        Rest
        <i />
        <i />
        <i />
        <i />
        <i />
        {countText(maxSets, 'set')}
      </div>
    </section>
  )
}
