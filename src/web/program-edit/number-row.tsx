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
  onChange,
}: {
  name: string
  value: number
  unit?: string
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
}) {
  const typed = useSignal<string | undefined>(undefined)
  const entered = typed.value === undefined ? value : parseNumber(typed.value)
  const isWrong = typed.value !== undefined && !(entered >= min && entered <= max)
  const changeTo = (next: number) => {
    typed.value = undefined
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
        disabled={value <= min}
        onClick={() => changeTo(value - step)}
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
          value={typed.value ?? String(value)}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value
            const next = parseNumber(currentTarget.value)
            if (currentTarget.value !== '' && next >= min && next <= max) onChange(next)
          }}
          onBlur={() => (typed.value = undefined)}
        />
        {unit && <span class="unit">{unit}</span>}
      </label>
      <button
        type="button"
        class="ib fill"
        aria-label={`${name}: more`}
        disabled={value >= max}
        onClick={() => changeTo(value + step)}
      >
        +
      </button>
    </div>
  )
}
