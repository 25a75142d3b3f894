import { workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { rounded, tenths } from '../words.ts'
import { totalsOf } from '../workout/totals.ts'

const day = 86_400_000
const heavy = 10_000

/** The Monday of this week. */
function monday(): number {
  const now = new Date()
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  return midnight - ((now.getDay() + 6) % 7) * day
}

/** The week so far. */
export function ThisWeek() {
  const since = monday()
  const totals = []
  for (const workout of workouts.value) {
    if (Date.parse(workout.startedAt) < since) break
    totals.push(totalsOf(workout))
  }
  const volume = totals.reduce((sum, one) => sum + one.volume, 0)
  const sets = totals.reduce((sum, one) => sum + one.sets, 0)
  const isHeavy = volume >= heavy && settings.value.unit === 'kg'
  return (
    <section class="card">
      <h2>This week</h2>
      <div class="stats">
        <div class="stat">
          <strong>{totals.length}</strong>
          <span class="label">Sessions</span>
        </div>
        <div class="stat">
          <strong>{sets}</strong>
          <span class="label">Sets</span>
        </div>
        <div class="stat">
          <strong>
            {isHeavy ? tenths(volume / 1000) : rounded(volume)}
            <span class="unit">{isHeavy ? 't' : settings.value.unit}</span>
          </strong>
          <span class="label">Volume</span>
        </div>
      </div>
    </section>
  )
}
