import type { DeadLetter, LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { changes, log } from '../state/log.ts'
import { placeIn, queryFor } from './rejected-place.ts'

/** `“Upper A” could not be saved on the server. Barbell Row, set 2, reps: Must be at least 1.` */
function reasonOf({ resource, problem }: DeadLetter, workout: LocalWorkout | undefined): string {
  const first = problem?.errors?.[0]
  const place = placeIn(workout?.exercises ?? [], first?.pointer ?? '', nameOf)
  const why = first ? `${place && `${place}: `}${first.message}` : (problem?.detail ?? '')
  return `${workout?.name ? `“${workout.name}”` : `This ${resource}`} could not be saved on the server. ${why}`
}

/** Changes that the server rejected, and what to do about them. */
export function Rejected() {
  changes.value
  // Dead letters that depend on another are resolved with it.
  const letters = log()
    .deadLetters.list()
    .filter(({ dependsOn }) => dependsOn === undefined)
  return (
    <>
      {letters.map((letter) => {
        const workout = letter.resource === 'workout' ? log().workouts.get(letter.resourceId) : undefined
        const query = queryFor(workout?.exercises ?? [], letter.problem?.errors?.[0]?.pointer ?? '')
        return (
          <section class="card needs" role="alert" key={letter.id}>
            <h2 class="flex">
              <Icon name="triangle-alert" />A change needs your attention
            </h2>
            <p class="small">{reasonOf(letter, workout)}</p>
            <div class="flex">
              {letter.resource === 'workout' && letter.op === 'put' ? (
                <a class="btn grow" href={hrefTo('edit', letter.resourceId) + query}>
                  Open workout
                </a>
              ) : (
                <button
                  type="button"
                  class="btn grow"
                  onClick={() => void log().deadLetters.retry(letter.id)}
                >
                  Try again
                </button>
              )}
              <button
                type="button"
                class="btn bare grow"
                onClick={async () => {
                  await log().deadLetters.discard(letter.id)
                  toast('Change discarded')
                }}
              >
                Discard
              </button>
            </div>
          </section>
        )
      })}
    </>
  )
}
