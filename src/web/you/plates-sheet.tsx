import { Choices } from '../parts/choices.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { setProfile } from '../state/profile.ts'
import { changeSettings, settings, usualPlates } from '../state/settings.ts'
import { numberText } from '../words.ts'

const bars = { kg: [20, 15, 10, 7.5], lb: [45, 35, 25, 15] } as const
const rarePlates = { kg: [50, 0.5, 0.25], lb: [100, 55, 1.25] } as const

/** Selects the bar and the available plates. */
export function PlatesSheet({ onClose }: { onClose: () => void }) {
  const { unit, bar, plates } = settings.value
  const sizes = [...usualPlates[unit], ...rarePlates[unit]].toSorted((a, b) => b - a)
  const toggle = (plate: number) => {
    const others = plates.filter((other) => other !== plate)
    setProfile({
      plates: others.length < plates.length ? others : [...plates, plate].toSorted((a, b) => b - a),
    })
  }
  return (
    <Sheet title="Bar and plates" text="Suggested weights use only these." onClose={onClose}>
      <Choices
        label="Bar"
        choices={bars[unit].map((weight) => [weight, `${numberText(weight)} ${unit}`])}
        value={bar}
        onChoose={(weight) => changeSettings({ bar: weight })}
      />
      <fieldset class="choices">
        <legend class="label">Plates</legend>
        {sizes.map((plate) => (
          <button
            type="button"
            class="chip"
            key={plate}
            aria-pressed={plates.includes(plate)}
            onClick={() => toggle(plate)}
          >
            {numberText(plate)}
          </button>
        ))}
      </fieldset>
    </Sheet>
  )
}
