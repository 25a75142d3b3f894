import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { lineOf } from '#lib/visible.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { TextField } from '../parts/text-field.tsx'
import { edit } from '../state/edits.ts'
import { capitalized } from '../words.ts'
import { changeTimes, localText } from './change-times.ts'
import { closeSheet } from './sheets.ts'

const phases: readonly (readonly [Schemas['TrainingPhase'] | undefined, string])[] = [
  [undefined, 'None'],
  ...(['base', 'build', 'peak', 'deload', 'comeback'] as const).map(
    (phase) => [phase, capitalized(phase)] as const,
  ),
]

/** The name, the note and the training phase of a workout, and the times of a finished one. */
export function NameSheet({ workout }: { workout: LocalWorkout }) {
  const name = useSignal(workout.name ?? '')
  const notes = useSignal(workout.notes ?? '')
  const phase = useSignal(workout.phase)
  const { startedAt, endedAt } = workout
  const startTime = Date.parse(startedAt)
  const startText = localText(startTime)
  const lasted = endedAt === undefined ? undefined : Math.round((Date.parse(endedAt) - startTime) / 60_000)
  const start = useSignal(startText)
  const minutes = useSignal(lasted)
  const save = (event?: Event) => {
    event?.preventDefault()
    const [newName, newNotes] = [lineOf(name.value), notes.value.trim()]
    void edit(workout.id, ({ name: _name, notes: _notes, phase: _phase, ...others }) => ({
      ...others,
      ...(newName !== '' && { name: newName }),
      ...(newNotes !== '' && { notes: newNotes }),
      ...(phase.value && { phase: phase.value }),
    }))
    // The text has no seconds, so it counts only if it was changed.
    const newStart = start.value === startText ? startTime : Date.parse(start.value)
    // The same is true of the number of minutes.
    const newLength = minutes.value === lasted ? undefined : minutes.value || 0
    if (newStart !== startTime || newLength !== undefined)
      void edit(workout.id, changeTimes(newStart, newLength))
    closeSheet()
  }
  return (
    <Sheet label="Name, times, note and phase" title="This workout" onClose={closeSheet}>
      <form class="form" onSubmit={save}>
        <TextField label="Name" text={name} maxLength={100} />
        <TextField label="Note" text={notes} maxLength={2000} />
        {endedAt && (
          <>
            <TextField
              label="Start"
              text={start}
              type="datetime-local"
              required
              max={localText(Date.now())}
            />
            <label class="fieldset">
              <span class="label">Minutes</span>
              <span class="field">
                <input
                  type="number"
                  required
                  min={0}
                  max={1440}
                  value={minutes.value}
                  onInput={(event) => (minutes.value = event.currentTarget.valueAsNumber)}
                />
              </span>
            </label>
          </>
        )}
        <Choices
          label="Phase: a deload or comeback is light on purpose"
          choices={phases}
          value={phase.value}
          onChoose={(chosen) => (phase.value = chosen)}
        />
        <button type="submit" class="btn go full">
          Save
        </button>
      </form>
    </Sheet>
  )
}
