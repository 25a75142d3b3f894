import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { toast } from '../parts/toast.tsx'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { changeExercise, changeSet, removeSet } from './change.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { numberOf } from './set-row.tsx'
import { valuesOf, valuesText } from './values.ts'

const kinds = [
  { type: 'normal', name: 'Working' },
  { type: 'warmup', name: 'Warm-up' },
  { type: 'drop', name: 'Drop' },
  { type: 'failure', name: 'Failure' },
] as const

const sides = [
  { side: undefined, name: 'Both' },
  { side: 'left', name: 'Left' },
  { side: 'right', name: 'Right' },
] as const

/** Edits a set's kind, side and note, or deletes it. */
export function SetMenu({
  workout,
  exercise,
  set,
  onClose,
}: {
  workout: LocalWorkout
  exercise: LoggedExercise
  set: LoggedSet
  onClose: () => void
}) {
  const notes = useSignal(set.notes ?? '')
  const change = (to: (one: LoggedSet) => LoggedSet) => void edit(workout.id, changeSet(set.id, to))
  const close = () => {
    const text = notes.value.trim()
    if (text !== (set.notes ?? '')) {
      change(({ notes: _, ...one }) => (text === '' ? one : { ...one, notes: text }))
    }
    onClose()
  }
  const remove = () => {
    const place = exercise.sets.findIndex(({ id }) => id === set.id)
    void edit(workout.id, removeSet(set.id))
    toast('Set deleted', () =>
      edit(
        workout.id,
        changeExercise(exercise.id, (one) =>
          one.sets.some(({ id }) => id === set.id)
            ? one
            : { ...one, sets: one.sets.toSpliced(place, 0, set) },
        ),
      ),
    )
    onClose()
  }
  return (
    <Sheet label={`Set ${numberOf(exercise, set)} of ${nameOf(exercise.exerciseId)}`} onClose={close}>
      <SheetHead
        title={`${nameOf(exercise.exerciseId)}, set ${numberOf(exercise, set)}`}
        text={valuesText(valuesOf(set))}
        onClose={close}
      />
      <fieldset class="seg">
        <legend class="sr">Kind of set</legend>
        {kinds.map(({ type, name }) => (
          <button
            type="button"
            aria-pressed={set.type === type}
            onClick={() => change((one) => ({ ...one, type }))}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <fieldset class="seg">
        <legend class="sr">Side</legend>
        {sides.map(({ side, name }) => (
          <button
            type="button"
            aria-pressed={set.side === side}
            onClick={() => change(({ side: _, ...one }) => (side === undefined ? one : { ...one, side }))}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <label class="field">
        <Icon name="message-square-text" />
        <span class="sr">Note</span>
        <input
          placeholder="Note"
          maxLength={2000}
          value={notes.value}
          onInput={(event) => {
            notes.value = event.currentTarget.value
          }}
        />
      </label>
      <div class="flex">
        <button type="button" class="btn danger grow" onClick={remove}>
          <Icon name="trash-2" />
          Delete set
        </button>
        <button type="button" class="btn grow" onClick={close}>
          Done
        </button>
      </div>
    </Sheet>
  )
}
