import type { DeadLetter, LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { changes, log } from '../state/log.ts'
import { placeIn, queryFor } from './rejected-place.ts'

/** The number of reasons that are shown; more would push the buttons off the screen. */
const maxReasons = 4

/** `“Upper A” could not be saved on the server.` */
const titleOf = ({ resource }: DeadLetter, workout: LocalWorkout | undefined) =>
  `${workout?.name ? `“${workout.name}”` : `This ${resource}`} could not be saved on the server.`

/** Each reason, with its place: `Barbell Row, set 2, reps: Must be at least 1.` */
function reasonsOf({ problem }: DeadLetter, workout: LocalWorkout | undefined): string[] {
  const errors = problem?.errors ?? []
  if (errors.length === 0) return problem?.detail ? [problem.detail] : []
  const reasons = errors.slice(0, maxReasons).map(({ pointer = '', message }) => {
    const place = placeIn(workout?.exercises ?? [], pointer, nameOf)
    return `${place && `${place}: `}${message}`
  })
  const more = errors.length - reasons.length
  return more > 0 ? [...reasons, `And ${more} more.`] : reasons
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
            <p class="small">{titleOf(letter, workout)}</p>
            <ul class="small">
              {reasonsOf(letter, workout).map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
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
