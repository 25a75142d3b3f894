import type { Schemas } from '#generated/types.ts'
import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { setProfile } from '../state/profile.ts'
import { settings, settingsInUnit } from '../state/settings.ts'

const units: readonly (readonly [Schemas['WeightUnit'], string])[] = [
  ['kg', 'Kilograms'],
  ['lb', 'Pounds'],
]

/** Selects kilograms or pounds; the bar and plates follow. Logged weights stay in the unit they were entered in. */
export function UnitsSheet({ onClose }: { onClose: () => void }) {
  const choose = (unit: Schemas['WeightUnit']) => {
    if (unit !== settings.value.unit) setProfile(settingsInUnit(unit))
    onClose()
  }
  return (
    <Sheet title="Units" text="Logged weights stay in the unit they were entered in." onClose={onClose}>
      <Choices label="Unit" isHidden choices={units} value={settings.value.unit} onChoose={choose} />
    </Sheet>
  )
}
