import type { LocalWorkout } from '#client/index.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { set as change, settings } from '../state/settings.ts'
import { clock } from '../words.ts'
import { changeExercise } from './change.ts'
import { isDone, type LoggedExercise } from './model.ts'
import { restChoices } from './rest-choices.ts'
import { closeSheet } from './sheets.ts'

/** Sets the rest after the sets of an exercise from now on. */
export function RestSheet({ workout, exercise }: { workout: LocalWorkout; exercise: LoggedExercise }) {
  const now =
    exercise.sets.find(({ type, restSeconds }) => type !== 'warmup' && restSeconds)?.restSeconds ?? 0
  const choose = (seconds: number) => {
    change({ restOf: { ...settings.value.restOf, [exercise.exerciseId]: seconds } })
    void edit(
      workout.id,
      changeExercise(exercise.id, (one) => ({
        ...one,
        // A rest that has started stays as it is.
        sets: one.sets.map((set) => (isDone(set) ? set : { ...set, restSeconds: seconds })),
      })),
    )
    closeSheet()
  }
  return (
    <Sheet label={`Rest after ${nameOf(exercise.exerciseId)}`} onClose={closeSheet}>
      <SheetHead
        title="Rest"
        text={`After ${nameOf(exercise.exerciseId)}, starting with the next set`}
        onClose={closeSheet}
      />
      <div class="choices">
        {restChoices.map((seconds) => (
          <button type="button" class="chip" aria-pressed={seconds === now} onClick={() => choose(seconds)}>
            {seconds === 0 ? 'No rest' : clock(seconds)}
          </button>
        ))}
      </div>
    </Sheet>
  )
}
