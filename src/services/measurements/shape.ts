import type { MeasurementDraft, MeasurementRow } from '#db/measurements/measurements.ts'
import { instant, milliseconds } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { toGrams, toMicrometers } from '#training/units.ts'

type Input = Schemas['MeasurementInput']

/** Converts an input to a row. */
export function draftMeasurement(userId: string, id: string, input: Input): MeasurementDraft {
  return {
    userId,
    id,
    kind: input.kind,
    value: input.value,
    unit: input.unit,
    canonical: canonical(input),
    measuredAt: milliseconds(input.measuredAt),
    notes: input.notes ?? null,
  }
}

/** Grams, micrometers, or hundredths of a percent, depending on the unit. */
function canonical({ value, unit }: Input): number {
  switch (unit) {
    case 'kg':
    case 'lb':
      return toGrams({ value, unit })
    case 'cm':
    case 'in':
      return toMicrometers({ value, unit })
    case 'percent':
      return Math.round(value * 100)
  }
}

/** Converts a row to the contract's schema. */
export function presentMeasurement(row: MeasurementRow): Schemas['Measurement'] {
  return {
    id: row.id,
    kind: row.kind,
    value: row.value,
    unit: row.unit,
    measuredAt: instant(row.measuredAt),
    ...(row.notes !== null && { notes: row.notes }),
    revision: row.revision,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  }
}
