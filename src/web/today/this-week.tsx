import { weekOf } from '#training/periods.ts'
import { today, weekStart, workoutsFromDay } from '../figures/performed.ts'
import { usePanes } from '../parts/panes.ts'
import { Stat } from '../parts/stat.tsx'
import { settings } from '../state/settings.ts'
import { tenthsText, wholeText } from '../words.ts'
import { totalsOf } from '../workout/totals.ts'

/** Volumes of at least this many kilograms are shown in metric tons. */
const minKgForMetricTons = 10_000

const chartWeeks = 8
const chartHeight = 150

/** The week so far, and the weeks before it. Shown on wide screens. */
export function ThisWeek() {
  const panes = usePanes()
  const allTotals = workoutsFromDay(weekOf(today(), weekStart.value)).map(totalsOf)
  // A workout without any set doesn't count yet.
  const totals = allTotals.filter(({ sets }) => sets > 0)
  const volume = totals.reduce((sum, workout) => sum + workout.volume, 0)
  const sets = totals.reduce((sum, workout) => sum + workout.sets, 0)
  const { unit, workoutsPerWeek } = settings.value
  const isHeavy = volume >= minKgForMetricTons && unit === 'kg'
  return (
    <section class="card">
      <h2>This week</h2>
      <div class="stats">
        <Stat name="Workouts" value={totals.length} unit={workoutsPerWeek ? `of ${workoutsPerWeek}` : ''} />
        <Stat name="Sets" value={sets} />
        <Stat
          name="Volume"
          value={isHeavy ? tenthsText(volume / 1000) : wholeText(volume)}
          unit={isHeavy ? 't' : unit}
        />
      </div>
      {panes ? <panes.WeekBars weeks={chartWeeks} /> : <svg height={chartHeight} aria-hidden="true" />}
    </section>
  )
}
