import type { BodyweightRow } from '#db/measurements/bodyweights.ts'
import { gramsFor } from '#training/log/performed-set.ts'
import type { WeightUnit } from '#training/units.ts'

/** Measured bodyweights in the grams used to compute figures in `unit`. */
export function bodyweightsFor(unit: WeightUnit, measured: readonly BodyweightRow[]): BodyweightRow[] {
  return measured.map(({ measuredAt, weightGrams }) => ({
    measuredAt,
    weightGrams: gramsFor(weightGrams, unit),
  }))
}
