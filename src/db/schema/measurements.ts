import type { Schemas } from '#generated/types.ts'

/** A measurement of the user's body. */
export interface MeasurementsTable {
  userId: string
  id: string
  kind: Schemas['MeasurementKind']
  /** As entered. */
  value: number
  unit: Schemas['MeasurementUnit']
  /** Grams, micrometers, or hundredths of a percent, depending on the unit. */
  canonical: number
  measuredAt: number
  notes: string | null
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
}
