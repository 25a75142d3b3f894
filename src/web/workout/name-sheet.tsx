import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { edit } from '../state/edits.ts'
import { closeSheet } from './sheets.ts'

/** The name and the note of a workout. */
export function NameSheet({ workout }: { workout: LocalWorkout }) {
  const name = useSignal(workout.name ?? '')
  const notes = useSignal(workout.notes ?? '')
  const save = (event?: Event) => {
    event?.preventDefault()
    const [newName, newNotes] = [name.value.trim(), notes.value.trim()]
    void edit(workout.id, ({ name: _name, notes: _notes, ...one }) => ({
      ...one,
      ...(newName !== '' && { name: newName }),
      ...(newNotes !== '' && { notes: newNotes }),
    }))
    closeSheet()
  }
  return (
    <Sheet label="Workout name and note" onClose={closeSheet}>
      <SheetHead title="This workout" onClose={closeSheet} />
      <form class="form" onSubmit={save}>
        <label class="fieldset">
          <span class="label">Name</span>
          <span class="field">
            <input
              maxLength={100}
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          </span>
        </label>
        <label class="fieldset">
          <span class="label">Note</span>
          <span class="field">
            <input
              maxLength={2000}
              value={notes.value}
              onInput={(event) => (notes.value = event.currentTarget.value)}
            />
          </span>
        </label>
        <button type="submit" class="btn go full">
          Save
        </button>
      </form>
    </Sheet>
  )
}
