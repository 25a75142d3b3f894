import { useSignal } from '@preact/signals'
import { Sheet } from '../parts/sheet.tsx'
import { TextField } from '../parts/text-field.tsx'
import { settings } from '../state/settings.ts'
import { numberText, parseNumber } from '../words.ts'

/** More than anyone lifts, in either unit. */
const maxWeight = 2000

/** Asks for the starting weight of a lift, in the user's unit. */
export function BaseSheet({
  name,
  text,
  label,
  isAdded,
  value,
  isStarting,
  place,
  onClose,
  onSave,
}: {
  name: string
  text: string
  /** What the weight is: the user's training max, or what the sets are done with. */
  label: string
  /** Whether the weight is added to the bodyweight, and may therefore be 0. */
  isAdded: boolean
  value: number | undefined
  /** Whether the program starts once the last missing weight is saved. */
  isStarting: boolean
  /** Its place among the weights that are asked for: `2 of 5`. */
  place: string | undefined
  onClose: () => void
  onSave: (value: number) => void
}) {
  const typed = useSignal(value === undefined ? '' : String(value))
  const error = useSignal('')
  const { unit } = settings.value
  const save = (event: Event) => {
    event.preventDefault()
    const entered = typed.value.trim() ? parseNumber(typed.value) : Number.NaN
    if (entered > maxWeight) error.value = `Enter at most ${numberText(maxWeight)} ${unit}.`
    else if (entered > 0 || (isAdded && entered === 0)) onSave(entered)
    else error.value = isAdded ? 'Enter a weight, or 0 for none.' : 'Enter a weight above zero.'
  }
  return (
    <Sheet
      label={[`Starting weight of ${name}`, place].filter(Boolean).join(', ')}
      title={name}
      text={[place, text].filter(Boolean).join(' · ')}
      onClose={onClose}
    >
      <form class="form" onSubmit={save}>
        <TextField
          label={`${label} in ${unit}`}
          text={typed}
          error={error}
          autofocus
          inputMode="decimal"
          autocomplete="off"
        />
        {isStarting && <p class="small soft">Start light: the program adds weight as you make your sets.</p>}
        <button type="submit" class="btn go full">
          {isStarting ? 'Continue' : 'Save'}
        </button>
      </form>
    </Sheet>
  )
}
