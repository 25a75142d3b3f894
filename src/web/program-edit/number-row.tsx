import { useSignal } from '@preact/signals'
import { minusSign, numberText, parseNumber } from '../words.ts'

/** A row with a number that can be typed or changed in steps. */
export function NumberRow({
  name,
  value,
  unit = '',
  min,
  max,
  step = 1,
  first = min,
  onChange,
  onClear,
}: {
  name: string
  /** Undefined if it follows from the log. */
  value: number | undefined
  unit?: string
  min: number
  max: number
  step?: number
  /** Where the steps begin if there is no value. */
  first?: number
  onChange: (value: number) => void
  /** If given, the value can be removed. */
  onClear?: () => void
}) {
  const typed = useSignal<string | undefined>(undefined)
  const isAllowed = (text: string) => text !== '' && parseNumber(text) >= min && parseNumber(text) <= max
  const isWrong = typed.value !== undefined && !(typed.value === '' && onClear) && !isAllowed(typed.value)
  const change = (difference: number) => {
    typed.value = undefined
    const next = value === undefined ? first : value + difference
    onChange(Math.max(min, Math.min(max, Math.round(next * 100) / 100)))
  }
  return (
    <div class="number">
      <span class="main">
        <b>{name}</b>
        {isWrong && (
          <small class="wrong" role="alert">
            From {numberText(min)} to {numberText(max)}
          </small>
        )}
      </span>
      <button
        type="button"
        class="ib fill"
        aria-label={`${name}: less`}
        disabled={value !== undefined && value <= min}
        onClick={() => change(-step)}
      >
        {minusSign}
      </button>
      <label class="typed">
        <span class="sr">
          {name}
          {unit && ` in ${unit}`}
        </span>
        <input
          inputMode="decimal"
          autocomplete="off"
          placeholder="auto"
          value={typed.value ?? String(value ?? '')}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value
            if (isAllowed(currentTarget.value)) onChange(parseNumber(currentTarget.value))
            else if (currentTarget.value === '') onClear?.()
          }}
          onBlur={() => (typed.value = undefined)}
        />
        {unit && <span class="unit">{unit}</span>}
      </label>
      <button
        type="button"
        class="ib fill"
        aria-label={`${name}: more`}
        disabled={value !== undefined && value >= max}
        onClick={() => change(step)}
      >
        +
      </button>
    </div>
  )
}
