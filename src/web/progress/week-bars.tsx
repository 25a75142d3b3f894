import { dayMs } from '#training/day-ms.ts'
import { weekOf } from '#training/periods.ts'
import { ticks } from '../charts/scale.ts'
import { useWidth } from '../charts/use-width.ts'
import { dayOf, today, weekStart, workoutsFromDay } from '../figures/performed.ts'
import { settings } from '../state/settings.ts'
import { dateText, tenthsText, wholeText } from '../words.ts'
import { totalsOf } from '../workout/totals.ts'

const daysPerWeek = 7
const right = 40
const height = 150

/** The volume of each of the last `weeks` weeks, including this one, with its unit. */
export function weeklyVolumes(weeks: number) {
  const first = weekOf(today(), weekStart.value) - (weeks - 1) * daysPerWeek
  const volumes = Array.from({ length: weeks }, () => 0)
  for (const workout of workoutsFromDay(first)) {
    const week = Math.floor((dayOf(workout) - first) / daysPerWeek)
    volumes[week] = (volumes[week] ?? 0) + totalsOf(workout).volume
  }
  const usesMetricTons = settings.value.unit === 'kg' && Math.max(...volumes) >= 10_000
  return {
    volumes,
    /** The first day of each week. */
    starts: volumes.map((_, index) => first + index * daysPerWeek),
    unit: usesMetricTons ? 't' : settings.value.unit,
    text: (value: number) => (usesMetricTons ? tenthsText(value / 1000) : wholeText(value)),
  }
}

/** A bar for the volume of each of the last `weeks` weeks. */
export function WeekBars({ weeks }: { weeks: number }) {
  const { box, width } = useWidth(326)
  const { volumes, starts, unit, text } = weeklyVolumes(weeks)
  const maxVolume = Math.max(...volumes, 1)
  const plotWidth = width - right
  const step = plotWidth / weeks
  const barWidth = step * 0.68
  const labelEvery = Math.ceil(weeks / 3)
  const yOf = (value: number) => 12 + (1 - value / maxVolume) * (height - 36)
  return (
    <div ref={box}>
      <svg
        class="chart"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Volume of the last ${weeks} weeks, this week ${text(volumes.at(-1) ?? 0)} ${unit}`}
      >
        {ticks(0, maxVolume, 3).map((value) => (
          <>
            <line class="grid" x1="0" x2={plotWidth} y1={yOf(value)} y2={yOf(value)} />
            <text x={width} y={yOf(value) + 4} text-anchor="end">
              {text(value)}
              {value === 0 && ` ${unit}`}
            </text>
          </>
        ))}
        {volumes.map((value, index) => (
          <rect
            class={index === weeks - 1 ? 'bar on' : 'bar'}
            x={step * index + barWidth * 0.2}
            y={yOf(value)}
            width={barWidth}
            height={Math.max(0, yOf(0) - yOf(value))}
            rx="3"
          />
        ))}
        {starts.map((start, index) =>
          index % labelEvery === 0 ? (
            <text x={step * index} y={height - 4}>
              {dateText((start + 0.5) * dayMs, 'dayMonth')}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  )
}
