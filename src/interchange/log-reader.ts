import type { DistanceUnit, WeightUnit } from '#training/units.ts'
import type { CsvRecord } from './csv-records.ts'
import type { ImportedMeasurement, UnitFinding } from './model.ts'

/** Reads the rows of one format. */
export interface LogReader {
  /** Reads the next row after the header. */
  readRow(record: CsvRecord): void
  /** The units of the file. Call it after the last row. */
  units(): { readonly weightUnit: UnitFinding<WeightUnit>; readonly distanceUnit: UnitFinding<DistanceUnit> }
  /** The measurements of the rows read so far. */
  readonly measurements?: readonly ImportedMeasurement[]
}
