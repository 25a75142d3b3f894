import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { type Action, Menu } from '../parts/menu.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { toast } from '../parts/toast.tsx'
import { go } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { addWarmUps, canWarmUp } from './add-warm-ups.ts'
import { adviceFor } from './advice.ts'
import { addExercises, changeExercise, removeExercise, toggleSuperset } from './change.ts'
import type { LoggedExercise } from './model.ts'
import { closeSheet, sheet } from './sheets.ts'
import { nextText, otherwise, takeNext } from './take-next.ts'

/** The actions for an exercise of the workout. */
export function ExerciseMenu({ workout, exercise }: { workout: LocalWorkout; exercise: LoggedExercise }) {
  const notes = useSignal(exercise.notes ?? '')
  const name = nameOf(exercise.exerciseId)
  const at = workout.exercises.findIndex(({ id }) => id === exercise.id)
  const next = workout.exercises[at + 1]
  const close = () => {
    const text = notes.value.trim()
    if (text !== (exercise.notes ?? '')) {
      void edit(
        workout.id,
        changeExercise(exercise.id, ({ notes: _, ...one }) => (text === '' ? one : { ...one, notes: text })),
      )
    }
    closeSheet()
  }
  const then = (run: () => void) => () => {
    run()
    close()
  }
  const advice = adviceFor(exercise, workout)
  const other = otherwise(exercise, advice?.next)
  const isSuperset = exercise.supersetGroup !== undefined
  const actions: Action[] = [
    ...(other
      ? [
          {
            icon: 'check' as const,
            name: `Use ${nextText(other)}`,
            text: 'For the remaining sets',
            run: then(() => takeNext(workout, exercise, other)),
          },
        ]
      : []),
    {
      icon: 'repeat',
      name: 'Swap',
      text: 'Keeps the number of sets',
      run: then(() => go(`add/${exercise.id}`)),
    },
    ...(canWarmUp(exercise)
      ? [{ icon: 'flame' as const, name: 'Add warm-ups', run: then(() => addWarmUps(workout, exercise)) }]
      : []),
    ...(isSuperset
      ? [
          {
            icon: 'link-2' as const,
            name: 'Remove from superset',
            run: then(() => void edit(workout.id, toggleSuperset(exercise.id, false))),
          },
        ]
      : []),
    ...(next && next.supersetGroup === undefined
      ? [
          {
            icon: 'repeat-2' as const,
            name: 'Superset with next',
            text: nameOf(next.exerciseId),
            run: then(() => void edit(workout.id, toggleSuperset(exercise.id, true))),
          },
        ]
      : []),
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
      run: then(() => {
        void edit(workout.id, removeExercise(exercise.id))
        toast(`${name} removed`, () => {
          void edit(workout.id, addExercises([exercise]))
        })
      }),
    },
  ]
  return (
    <Sheet label={`More for ${name}`} onClose={close}>
      <SheetHead title={name} onClose={close} />
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
      <label class="field">
        <Icon name="message-square-text" />
        <span class="sr">Note for {name}</span>
        <input
          placeholder="Note, shown again next time"
          maxLength={2000}
          value={notes.value}
          onInput={(event) => {
            notes.value = event.currentTarget.value
          }}
        />
      </label>
      <Menu actions={actions} />
    </Sheet>
  )
}
