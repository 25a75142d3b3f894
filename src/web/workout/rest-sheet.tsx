import type { LocalWorkout } from '#client/index.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { changeSettings, settings } from '../state/settings.ts'
import { changeExercise } from './change.ts'
import { isDone, type LoggedExercise } from './model.ts'
import { restChoices } from './rest-choices.ts'
import { closeSheet } from './sheets.ts'

/** Sets the rest after the sets of an exercise from now on. */
export function RestSheet({ workout, exercise }: { workout: LocalWorkout; exercise: LoggedExercise }) {
  const restSeconds =
    exercise.sets.find(({ type, restSeconds }) => type !== 'warmup' && restSeconds)?.restSeconds ?? 0
  const choose = (seconds: number) => {
    changeSettings({ restOf: { ...settings.value.restOf, [exercise.exerciseId]: seconds } })
    void edit(
      workout.id,
      changeExercise(exercise.id, (current) => ({
        ...current,
        // A rest that has started stays as it is.
        sets: current.sets.map((set) => (isDone(set) ? set : { ...set, restSeconds: seconds })),
      })),
    )
    closeSheet()
  }
  return (
    <Sheet
      label={`Rest after ${nameOf(exercise.exerciseId)}`}
      title="Rest"
      text={`After ${nameOf(exercise.exerciseId)}, starting with the next set`}
      onClose={closeSheet}
    >
      <Choices label="Rest" isHidden choices={restChoices} value={restSeconds} onChoose={choose} />
    </Sheet>
  )
}
