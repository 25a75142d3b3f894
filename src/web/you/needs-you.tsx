import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { to } from '../route.ts'
import { changes, log } from '../state/log.ts'
import { count, date } from '../words.ts'

/** What the server refused: it stays on the device until the reader has decided. */
export function NeedsYou() {
  changes.value
  const letters = log().deadLetters.list()
  if (letters.length === 0) return null
  return (
    <section class="card needs" role="alert">
      <h2>
        <Icon name="circle-alert" />
        {count(letters.length, 'change')} {letters.length === 1 ? 'needs' : 'need'} you
      </h2>
      {letters.map(({ id, resource, resourceId, problem }) => {
        const workout = resource === 'workout' ? log().workouts.get(resourceId) : undefined
        const where = workout
          ? `“${workout.name ?? 'Workout'}”, ${date(workout.startedAt, 'dayMonth')}: `
          : ''
        const first = problem?.errors?.[0]
        return (
          <div class="form" key={id}>
            <p class="small">
              {where}
              {first
                ? `${first.message}${'pointer' in first && first.pointer ? ` (${first.pointer})` : ''}`
                : (problem?.detail ?? 'The server did not take it.')}
            </p>
            <div class="flex wrap">
              {workout && (
                <a class="btn grow" href={to('edit', workout.id)}>
                  Open it
                </a>
              )}
              <button type="button" class="btn grow" onClick={() => void log().deadLetters.retry(id)}>
                Try again
              </button>
              <button
                type="button"
                class="btn bare grow"
                onClick={() =>
                  void log()
                    .deadLetters.discard(id)
                    .then(() => toast('Thrown away'))
                }
              >
                Throw away
              </button>
            </div>
          </div>
        )
      })}
    </section>
  )
}
