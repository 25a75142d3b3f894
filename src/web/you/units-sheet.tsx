import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { setProfile } from '../state/profile.ts'
import { inUnitOf, settings } from '../state/settings.ts'

const units: readonly (readonly [Schemas['WeightUnit'], string])[] = [
  ['kg', 'Kilograms'],
  ['lb', 'Pounds'],
]

/** Selects kilograms or pounds; the bar and plates follow. Logged weights stay in the unit they were entered in. */
export function UnitsSheet({ onClose }: { onClose: () => void }) {
  const choose = (unit: Schemas['WeightUnit']) => {
    if (unit !== settings.value.unit) setProfile(inUnitOf(unit))
    onClose()
  }
  return (
    <Sheet label="Units" onClose={onClose}>
      <SheetHead
        title="Units"
        text="Logged weights stay in the unit they were entered in."
        onClose={onClose}
      />
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
