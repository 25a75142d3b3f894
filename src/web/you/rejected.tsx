import type { DeadLetter } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { changes, log } from '../state/log.ts'
import { placeIn } from './rejected-place.ts'

/** `“Upper A” could not be saved on the server. Barbell Row, set 2, reps: Must be at least 1.` */
function reasonOf({ resource, resourceId, problem }: DeadLetter): string {
  const workout = resource === 'workout' ? log().workouts.get(resourceId) : undefined
  const first = problem?.errors?.[0]
  const place = placeIn(workout?.exercises ?? [], first?.pointer ?? '', nameOf)
  const why = first ? `${place && `${place}: `}${first.message}` : (problem?.detail ?? '')
  return `${workout?.name ? `“${workout.name}”` : `This ${resource}`} could not be saved on the server. ${why}`
}

/** Changes that the server rejected, and what to do about them. */
export function Rejected() {
  changes.value
  // Those that depend on another one are resolved with it.
  const letters = log()
    .deadLetters.list()
    .filter(({ dependsOn }) => dependsOn === undefined)
  return (
    <>
      {letters.map((letter) => (
        <section class="card needs" role="alert" key={letter.id}>
          <h2 class="flex">
            <Icon name="triangle-alert" />A change needs your attention
          </h2>
          <p class="small">{reasonOf(letter)}</p>
          <div class="flex">
            {letter.resource === 'workout' && letter.op === 'put' ? (
              <a class="btn grow" href={hrefTo('edit', letter.resourceId)}>
                Open workout
              </a>
            ) : (
              <button type="button" class="btn grow" onClick={() => void log().deadLetters.retry(letter.id)}>
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
      ))}
    </>
  )
}
