import type { Signal } from '@preact/signals'
import { Choices } from '../parts/choices.tsx'

const ranges = [
  [28, '4 wk'],
  [84, '12 wk'],
  [365, '1 yr'],
  [36_500, 'All'],
] as const

/** Selects how many days back a chart reaches. */
export const RangeChoices = ({ range }: { range: Signal<number> }) => (
  <Choices
    look="segments"
    label="Range"
    choices={ranges}
    value={range.value}
    onChoose={(days) => (range.value = days)}
  />
)
