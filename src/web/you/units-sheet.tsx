import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { setProfile } from '../state/profile.ts'
import { inUnitOf, settings } from '../state/settings.ts'

const units: readonly (readonly [Schemas['WeightUnit'], string])[] = [
  ['kg', 'Kilograms'],
  ['lb', 'Pounds'],
]

/** Kilograms or pounds; the bar and the plates follow. What was logged keeps the unit that it was entered in. */
export function UnitsSheet({ onClose }: { onClose: () => void }) {
  const choose = (unit: Schemas['WeightUnit']) => {
    if (unit !== settings.value.unit) setProfile(inUnitOf(unit))
    onClose()
  }
  return (
    <Sheet label="Units" onClose={onClose}>
      <SheetHead title="Units" text="What you logged keeps the unit it was entered in." onClose={onClose} />
      <div class="choices">
        {units.map(([unit, name]) => (
          <button
            type="button"
            class="chip"
            key={unit}
            aria-pressed={settings.value.unit === unit}
            onClick={() => choose(unit)}
          >
            {name}
          </button>
        ))}
      </div>
    </Sheet>
  )
}
