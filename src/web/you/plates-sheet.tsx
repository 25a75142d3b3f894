import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { setProfile } from '../state/profile.ts'
import { set, settings, usualPlates } from '../state/settings.ts'
import { plain } from '../words.ts'

const bars = { kg: [20, 15, 10, 7.5], lb: [45, 35, 25, 15] } as const
const rare = { kg: [50, 0.5, 0.25], lb: [100, 55, 1.25] } as const

/** Selects the bar and the available plates. */
export function PlatesSheet({ onClose }: { onClose: () => void }) {
  const { unit, bar, plates } = settings.value
  const known = [...usualPlates[unit], ...rare[unit]].toSorted((a, b) => b - a)
  const toggle = (plate: number) => {
    const others = plates.filter((other) => other !== plate)
    setProfile({
      plates: others.length < plates.length ? others : [...plates, plate].toSorted((a, b) => b - a),
    })
  }
  return (
    <Sheet label="Bar and plates" onClose={onClose}>
      <SheetHead title="Bar and plates" text="Suggested weights use only these." onClose={onClose} />
      <fieldset class="choices">
        <legend class="label">Bar</legend>
        {bars[unit].map((weight) => (
          <button
            type="button"
            class="chip"
            key={weight}
            aria-pressed={bar === weight}
            onClick={() => set({ bar: weight })}
          >
            {plain(weight)} {unit}
          </button>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend class="label">Plates</legend>
        {known.map((plate) => (
          <button
            type="button"
            class="chip"
            key={plate}
            aria-pressed={plates.includes(plate)}
            onClick={() => toggle(plate)}
          >
            {plain(plate)}
          </button>
        ))}
      </fieldset>
    </Sheet>
  )
}
