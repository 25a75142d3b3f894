import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { back, route } from '../route.ts'
import { editedWorkout } from '../state/edits.ts'
import { dateText } from '../words.ts'
import { ExerciseCard } from '../workout/exercise-card.tsx'
import { KeypadSheet } from '../workout/keypad.tsx'
import { useWorkoutKeys } from '../workout/keys.ts'
import { recordsIn } from '../workout/records.ts'
import { sheet } from '../workout/sheets.ts'
import { WorkoutSheets } from '../workout/workout-sheets.tsx'

/** The editor for a past workout. */
export function EditWorkout() {
  const workout = editedWorkout(route.value.id ?? '')
  if (!workout) return <NotFound title="Workout not found" up="history" text="Go to History" />
  return <Editor workout={workout} />
}

function Editor({ workout }: { workout: LocalWorkout }) {
  useWorkoutKeys(workout.id)
  const records = recordsIn(workout)
  return (
    <>
      <main class="page">
        <PageHead
          title={workout.name ?? 'Workout'}
          text={dateText(workout.startedAt, 'withTime')}
          up={`history/${workout.id}`}
        >
          <button
            type="button"
            class="ib edge-r"
            aria-label="Name, times, note and phase"
            onClick={() => (sheet.value = { kind: 'name' })}
          >
            <Icon name="pencil" />
          </button>
        </PageHead>
        {workout.exercises.map((exercise) => (
          <ExerciseCard
            key={exercise.id}
            workout={workout}
            exercise={exercise}
            nextId={undefined}
            records={records}
            letter={undefined}
            hasFooter
          />
        ))}
        <a class="btn full" href={`#/add?to=${workout.id}`}>
          <Icon name="plus" />
          Add exercise
        </a>
        <button type="button" class="btn go full" onClick={() => back(`history/${workout.id}`)}>
          Done
        </button>
      </main>
      <KeypadSheet workout={workout} />
      <WorkoutSheets workout={workout} />
    </>
  )
}
