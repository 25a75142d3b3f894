import { settings } from '../state/settings.ts'
import { numberText, timesSign } from '../words.ts'
import { coach } from '../workout/advice.ts'

/** The next session of an exercise, and why. */
export function NextTime({ exerciseId }: { exerciseId: string }) {
  const next = coach.value?.nextTime(exerciseId)
  if (!next) return null
  const [first] = next.reps
  const isSame = next.reps.every((reps) => reps === first)
  return (
    <section class="section">
      <header>
        <h2>Next time</h2>
      </header>
      <div class="card">
        <div class="flex between">
          <span class="t-l">
            {isSame ? `${next.reps.length}${timesSign}${first}` : next.reps.join(', ')}
            {next.isOpen && '+'} <span class="muted w4">at</span> {numberText(next.weight)}{' '}
            {settings.value.unit}
          </span>
          <span class="badge ok">{Math.round(next.chance * 100)}% likely</span>
        </div>
        <p class="soft">{next.reason}</p>
      </div>
    </section>
  )
}
