import type { LocalWorkout } from '#client/index.ts'
import { usePanes } from '../parts/panes.ts'
import { Plates, platesFor, platesText } from '../parts/plates.tsx'
import { exerciseOf, nameOf } from '../state/catalogue.ts'
import { sessionsOf } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { isWide } from '../state/wide.ts'
import { dateText, numberText } from '../words.ts'
import { Dock } from './dock.tsx'
import { setsText } from './figures.ts'
import { editedSet, KeypadPanel } from './keypad.tsx'
import type { SetInExercise } from './model.ts'
import { lastOf } from './row-values.ts'
import { valuesOf } from './values.ts'

const keys = [
  ['0–9', 'type a value'],
  ['Enter', 'confirm and go to the next value'],
  ['↑ ↓', 'move between sets'],
  ['Space', 'mark the set done'],
  ['R', 'skip the rest'],
] as const

const shownSessions = 5

/** The dock, and on a wide screen the keypad or the details of the next set. */
export function Inspector({ workout, next }: { workout: LocalWorkout; next: SetInExercise | undefined }) {
  return (
    <aside class="inspector" aria-label="Rest and details">
      <Dock workout={workout} next={next} />
      {isWide.value && (
        <div class="col">
          <Details workout={workout} next={next} />
        </div>
      )}
    </aside>
  )
}

/** The keypad while a value is entered, or else the details of the next set. */
function Details({ workout, next }: { workout: LocalWorkout; next: SetInExercise | undefined }) {
  const edited = editedSet(workout)
  if (edited) return <KeypadPanel {...edited} />
  return (
    <>
      {next && <NextSetDetails workout={workout} next={next} />}
      <Keyboard />
    </>
  )
}

const Keyboard = () => (
  <section class="card">
    <h2>Keyboard</h2>
    <div class="keys">
      {keys.map(([key, does]) => (
        <>
          <kbd>{key}</kbd>
          <span>{does}</span>
        </>
      ))}
    </div>
  </section>
)

function NextSetDetails({
  workout,
  next: { exercise, set },
}: {
  workout: LocalWorkout
  next: SetInExercise
}) {
  const values = valuesOf(set, lastOf(workout.id, exercise, set))
  const loaded = platesFor(values.weight, exerciseOf(exercise.exerciseId)?.equipment)
  const sessions = sessionsOf(exercise.exerciseId, workout.id).slice(0, shownSessions)
  const { unit } = settings.value
  const panes = usePanes()
  return (
    <>
      {panes && sessions.length > 1 && <panes.LiftPane exerciseId={exercise.exerciseId} />}
      {loaded && values.weight !== undefined && (
        <section class="card">
          <h2>
            Plates for {numberText(values.weight)} {unit}
          </h2>
          <div class="flex plates-l">
            <Plates loaded={loaded} height={52} />
            <span class="soft">
              {platesText(loaded)}
              <br />
              <span class="small muted">
                {numberText(loaded.bar)} {unit} bar
              </span>
            </span>
          </div>
        </section>
      )}
      {sessions.length > 0 && (
        <section class="card">
          <h2>Previous {nameOf(exercise.exerciseId)} sessions</h2>
          <div class="plan detail">
            {sessions.map(({ workout: past, sets }) => (
              <>
                <span class="k" />
                <span>{dateText(past.startedAt, 'short')}</span>
                <span class="v num">{setsText(sets)}</span>
              </>
            ))}
          </div>
        </section>
      )}
    </>
  )
}
