import { useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { lineOf } from '#lib/visible.ts'
import { Sheet } from '../parts/sheet.tsx'
import { TextField } from '../parts/text-field.tsx'
import { equipmentName, muscleName } from '../state/exercise-words.ts'
import { createId } from '../state/id.ts'
import { log } from '../state/log.ts'
import { capitalized, saveErrorText } from '../words.ts'
import { categoryOf, type MainMuscle, mainMuscles } from './muscles.ts'

const kinds = [
  { tracking: 'weight_reps', name: 'Weight × reps' },
  { tracking: 'bodyweight_reps', name: 'Bodyweight × reps' },
  { tracking: 'duration', name: 'Time' },
  { tracking: 'distance_duration', name: 'Distance' },
] as const

const equipment = [
  'barbell',
  'dumbbell',
  'machine',
  'cable',
  'kettlebell',
  'bodyweight',
  'band',
  'other',
] as const

/** Creates an exercise of the user's own. */
export function NewExercise({
  name: initialName,
  onClose,
  onCreated,
}: {
  name: string
  onClose: () => void
  onCreated: (id: string) => void
}) {
  const name = useSignal(initialName)
  const tracking = useSignal<Schemas['Tracking']>('weight_reps')
  const tool = useSignal<Schemas['Equipment']>('barbell')
  const muscle = useSignal<MainMuscle | undefined>(undefined)
  const error = useSignal('')
  const create = async (event: Event) => {
    event.preventDefault()
    const text = lineOf(name.value)
    if (text === '') {
      error.value = 'Enter a name first.'
      return
    }
    const main = muscle.value
    const isCardio = tracking.value === 'distance_duration'
    const id = createId()
    try {
      await log().exercises.put({
        id,
        name: text,
        category: isCardio ? 'cardio' : main ? categoryOf[main] : 'push',
        equipment: tool.value,
        tracking: tracking.value,
        engagement: main ? [{ muscle: main, percent: 80 }] : [],
      })
      onCreated(id)
    } catch (thrown) {
      error.value = saveErrorText(thrown)
    }
  }
  return (
    <Sheet title="New exercise" onClose={onClose}>
      <form class="form" onSubmit={(event) => void create(event)}>
        <TextField label="Name" text={name} error={error} maxLength={100} />
        <fieldset class="choices">
          <legend class="label">Measured in</legend>
          {kinds.map((kind) => (
            <button
              type="button"
              class="chip line"
              aria-pressed={tracking.value === kind.tracking}
              onClick={() => (tracking.value = kind.tracking)}
            >
              {kind.name}
            </button>
          ))}
        </fieldset>
        <fieldset class="choices">
          <legend class="label">Equipment</legend>
          {equipment.map((choice) => (
            <button
              type="button"
              class="chip line"
              aria-pressed={tool.value === choice}
              onClick={() => (tool.value = choice)}
            >
              {equipmentName(choice)}
            </button>
          ))}
        </fieldset>
        <fieldset class="choices">
          <legend class="label">Main muscle</legend>
          {mainMuscles.map((choice) => (
            <button
              type="button"
              class="chip line"
              aria-pressed={muscle.value === choice}
              onClick={() => (muscle.value = muscle.value === choice ? undefined : choice)}
            >
              {capitalized(muscleName(choice))}
            </button>
          ))}
        </fieldset>
        <button type="submit" class="btn go full">
          Create
        </button>
      </form>
    </Sheet>
  )
}
