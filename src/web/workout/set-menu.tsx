import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { exerciseOf, nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { changeExercise, changeSet, removeSet } from './change.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { NoteField } from './note-field.tsx'
import { setName } from './set-row.tsx'
import { valuesOf, valuesText } from './values.ts'

const kinds = [
  ['normal', 'Working'],
  ['warmup', 'Warm-up'],
  ['drop', 'Drop'],
  ['failure', 'Failure'],
] as const

const sides = [
  [undefined, 'Both'],
  ['left', 'Left'],
  ['right', 'Right'],
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
  const change = (to: (current: LoggedSet) => LoggedSet) => void edit(workout.id, changeSet(set.id, to))
  const close = () => {
    const text = notes.value.trim()
    if (text !== (set.notes ?? '')) {
      change(({ notes: _, ...others }) => (text === '' ? others : { ...others, notes: text }))
    }
    onClose()
  }
  const remove = () => {
    const index = exercise.sets.findIndex(({ id }) => id === set.id)
    void edit(workout.id, removeSet(set.id))
    toast('Set deleted', () =>
      edit(
        workout.id,
        changeExercise(exercise.id, (current) =>
          current.sets.some(({ id }) => id === set.id)
            ? current
            : { ...current, sets: current.sets.toSpliced(index, 0, set) },
        ),
      ),
    )
    onClose()
  }
  return (
    <Sheet
      title={`${nameOf(exercise.exerciseId)}, ${setName(exercise, set)}`}
      text={valuesText(valuesOf(set))}
      onClose={close}
    >
      <Choices
        look="segments"
        label="Kind of set"
        choices={kinds}
        value={set.type}
        onChoose={(type) => change((current) => ({ ...current, type }))}
      />
      {(set.side || exerciseOf(exercise.exerciseId)?.unilateral) && (
        <Choices
          look="segments"
          label="Side"
          choices={sides}
          value={set.side}
          onChoose={(side) =>
            change(({ side: _, ...others }) => (side === undefined ? others : { ...others, side }))
          }
        />
      )}
      <NoteField notes={notes} label="Note" placeholder="Note" />
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
