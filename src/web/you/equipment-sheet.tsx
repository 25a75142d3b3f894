import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { equipmentName } from '../state/catalogue.ts'
import { setProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'

type Equipment = Schemas['Equipment']

/** The equipment to choose from. Plates, bodyweight and other things are always available. */
const offered = [
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

const always = ['bodyweight', 'plate', 'other'] as const satisfies readonly Equipment[]

/** Selects the available equipment; programs and suggestions use nothing else. */
export function EquipmentSheet({ onClose }: { onClose: () => void }) {
  const { equipment } = settings.value
  const has = (one: Equipment) => equipment === undefined || equipment.includes(one)
  const toggle = (one: Equipment) => {
    const next = offered.filter((other) => (other === one ? !has(one) : has(other)))
    setProfile({ equipment: next.length === offered.length ? undefined : [...next, ...always] })
  }
  return (
    <Sheet label="Equipment" onClose={onClose}>
      <SheetHead
        title="Equipment"
        text="Programs and suggestions use only what you select."
        onClose={onClose}
      />
      <fieldset class="choices">
        <legend class="sr">What you have</legend>
        {offered.map((one) => (
          <button type="button" class="chip" key={one} aria-pressed={has(one)} onClick={() => toggle(one)}>
            {equipmentName(one)}
          </button>
        ))}
      </fieldset>
    </Sheet>
  )
}

/** `everything`, or `6 kinds`. */
export function equipmentText(): string {
  const { equipment } = settings.value
  if (!equipment) return 'everything'
  const count = offered.filter((one) => equipment.includes(one)).length
  return `${count} of ${offered.length} kinds`
}
