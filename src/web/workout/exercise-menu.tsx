import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { type Action, Menu } from '../parts/menu.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { go } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { addWarmUps, canWarmUp } from './add-warm-ups.ts'
import { adviceFor } from './advice.ts'
import { changeExercise, removeExercise, restoreExercise, toggleSuperset } from './change.ts'
import type { LoggedExercise } from './model.ts'
import { applyNext, nextIfDifferent } from './next-sets.ts'
import { NoteField } from './note-field.tsx'
import { closeSheet, sheet } from './sheets.ts'
import { setsPlanText } from './target.ts'

/** The actions for an exercise of the workout. */
export function ExerciseMenu({ workout, exercise }: { workout: LocalWorkout; exercise: LoggedExercise }) {
  const notes = useSignal(exercise.notes ?? '')
  const name = nameOf(exercise.exerciseId)
  const index = workout.exercises.findIndex(({ id }) => id === exercise.id)
  const next = workout.exercises[index + 1]
  const close = () => {
    const text = notes.value.trim()
    if (text !== (exercise.notes ?? '')) {
      void edit(
        workout.id,
        changeExercise(exercise.id, ({ notes: _, ...current }) =>
          text === '' ? current : { ...current, notes: text },
        ),
      )
    }
    closeSheet()
  }
  const closeAfter = (run: () => void) => () => {
    run()
    close()
  }
  const advice = adviceFor(exercise, workout)
  const nextSets = nextIfDifferent(exercise, advice?.next)
  const actions: (Action | undefined)[] = [
    nextSets
      ? {
          icon: 'check',
          name: `Use ${setsPlanText(nextSets)}`,
          text: 'For the remaining sets',
          run: closeAfter(() => applyNext(workout, exercise, nextSets)),
        }
      : undefined,
    {
      icon: 'repeat',
      name: 'Swap',
      text: 'Keeps the sets',
      run: closeAfter(() => go(`add/${exercise.id}?to=${workout.id}`)),
    },
    canWarmUp(exercise)
      ? {
          icon: 'flame',
          name: 'Add warm-ups',
          run: closeAfter(() => addWarmUps(workout, exercise)),
        }
      : undefined,
    exercise.supersetGroup !== undefined
      ? {
          icon: 'link-2',
          name: 'Remove from superset',
          run: closeAfter(() => void edit(workout.id, toggleSuperset(exercise.id, false))),
        }
      : undefined,
    next && next.supersetGroup === undefined
      ? {
          icon: 'repeat-2',
          name: 'Superset with next',
          text: nameOf(next.exerciseId),
          run: closeAfter(() => void edit(workout.id, toggleSuperset(exercise.id, true))),
        }
      : undefined,
    {
      icon: 'list-ordered',
      name: 'Reorder',
      run: () => {
        close()
        sheet.value = { kind: 'order' }
      },
    },
    {
      icon: 'trash-2',
      name: 'Remove',
      isDanger: true,
      run: closeAfter(() => {
        void edit(workout.id, removeExercise(exercise.id))
        toast(`${name} removed`, () => void edit(workout.id, restoreExercise(exercise, workout.exercises)))
      }),
    },
  ]
  return (
    <Sheet label={`More for ${name}`} title={name} onClose={close}>
      {advice && advice.reasons.length > 0 && (
        <section class="note" aria-label="Reasons">
          <Icon name={advice.icon} size="s" />
          <ul class="reasons">
            {advice.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      <NoteField notes={notes} label={`Note for ${name}`} placeholder="Note, shown again next time" />
      <Menu actions={actions} />
    </Sheet>
  )
}
