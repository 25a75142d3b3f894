import type { DistanceUnit, WeightUnit } from '#training/units.ts'
import type { CsvRecord } from './csv-records.ts'
import type { ImportedMeasurement, UnitFinding } from './model.ts'

/** Reads the rows of one format. */
export interface LogReader {
  /** Reads the next row after the header. */
  row(record: CsvRecord): void
  /** After the last row. */
  units(): { readonly weightUnit: UnitFinding<WeightUnit>; readonly distanceUnit: UnitFinding<DistanceUnit> }
  /** After the last row. */
  readonly measurements?: readonly ImportedMeasurement[]
}
