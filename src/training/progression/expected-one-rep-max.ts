import { expectedOf, type Forecast, type RememberedLift } from '../lift-state/index.ts'
import type { ExpectedOneRepMax } from './types.ts'

/** A forecast of a lift that is measured by load, as loads in grams. */
export function expectedOneRepMax({ center, low, high, label }: Forecast): ExpectedOneRepMax {
  const grams = (level: number) => Math.exp(level) * 1000
  const interval = { valueGrams: grams(center), lowGrams: grams(low), highGrams: grams(high) }
  return { ...interval, coverage: 0.8, ...(label && { label }) }
}

/** The one-rep max that the memory of a lift expects on a day. Undefined if the lift isn't measured by load. */
export function oneRepMaxOn(
  remembered: RememberedLift | undefined,
  day: number,
): ExpectedOneRepMax | undefined {
  return remembered?.measure === 'load'
    ? expectedOneRepMax(expectedOf(remembered.lift, remembered.lifter, day))
    : undefined
}
