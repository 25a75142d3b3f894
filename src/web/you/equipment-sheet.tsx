import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { equipmentName } from '../state/exercise-words.ts'
import { setProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'

type Equipment = Schemas['Equipment']

/** The equipment to choose from. Plates, bodyweight and other things are always available. */
const selectable = [
  'barbell',
  'ez_bar',
  'trap_bar',
  'dumbbell',
  'kettlebell',
  'machine',
  'cable',
  'smith_machine',
  'band',
  'suspension',
  'landmine',
  'sled',
  'medicine_ball',
  'cardio_machine',
] as const satisfies readonly Equipment[]

const alwaysAvailable = ['bodyweight', 'plate', 'other'] as const satisfies readonly Equipment[]

/** Selects the available equipment; programs and suggestions use nothing else. */
export function EquipmentSheet({ onClose }: { onClose: () => void }) {
  const { equipment } = settings.value
  const has = (tool: Equipment) => equipment === undefined || equipment.includes(tool)
  const toggle = (tool: Equipment) => {
    const next = selectable.filter((other) => (other === tool ? !has(tool) : has(other)))
    setProfile({ equipment: next.length === selectable.length ? undefined : [...next, ...alwaysAvailable] })
  }
  return (
    <Sheet title="Equipment" text="Programs and suggestions use only what you select." onClose={onClose}>
      <fieldset class="choices">
        <legend class="sr">What you have</legend>
        {selectable.map((tool) => (
          <button type="button" class="chip" key={tool} aria-pressed={has(tool)} onClick={() => toggle(tool)}>
            {equipmentName(tool)}
          </button>
        ))}
      </fieldset>
    </Sheet>
  )
}

/** `everything`, or `6 of 14 kinds`. */
export function equipmentText(): string {
  const { equipment } = settings.value
  if (!equipment) return 'everything'
  const count = selectable.filter((tool) => equipment.includes(tool)).length
  return `${count} of ${selectable.length} kinds`
}
