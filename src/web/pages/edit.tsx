import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { back, route, to } from '../route.ts'
import { shown } from '../state/edits.ts'
import { date } from '../words.ts'
import { entry } from '../workout/entry.ts'
import { ExerciseCard } from '../workout/exercise-card.tsx'
import { Keypad } from '../workout/keypad.tsx'
import { recordsIn } from '../workout/records.ts'
import { sheet } from '../workout/sheets.ts'
import { WorkoutSheets } from '../workout/workout-sheets.tsx'

/** The editor for a past workout. */
export function EditWorkout() {
  const workout = shown(route.value.id ?? '')
  if (!workout) {
    return (
      <main class="page">
        <h1 tabIndex={-1}>No such workout</h1>
        <a class="btn go full" href={to('history')}>
          Go to History
        </a>
      </main>
    )
  }
  return <Editor workout={workout} />
}

function Editor({ workout }: { workout: LocalWorkout }) {
  const records = recordsIn(workout)
  const typing = entry.value
  const exercise = typing && workout.exercises.find(({ id }) => id === typing.exerciseEntryId)
  const set = typing && exercise?.sets.find(({ id }) => id === typing.setId)
  return (
    <>
      <main class="page">
        <header class="top">
          <button
            type="button"
            class="ib edge-l"
            aria-label="Back"
            onClick={() => back(`history/${workout.id}`)}
          >
            <Icon name="chevron-left" size="l" />
          </button>
          <div class="grow">
            <h1 class="h1s" tabIndex={-1}>
              {workout.name ?? 'Workout'}
            </h1>
            <p class="label">{date(workout.startedAt, 'withTime')}</p>
          </div>
          <button
            type="button"
            class="ib edge-r"
            aria-label="Name and note"
            onClick={() => (sheet.value = { kind: 'name' })}
          >
            <Icon name="pencil" />
          </button>
        </header>
        {workout.exercises.map((one) => (
          <ExerciseCard
            key={one.id}
            workout={workout}
            exercise={one}
            nextId={undefined}
            records={records}
            letter={undefined}
            hasFooter
          />
        ))}
        <button type="button" class="btn go full" onClick={() => back(`history/${workout.id}`)}>
          Done
        </button>
      </main>
      {exercise && set && <Keypad workout={workout} exercise={exercise} set={set} />}
      <WorkoutSheets workout={workout} />
    </>
  )
}
