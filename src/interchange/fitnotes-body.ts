import type { LengthUnit, WeightUnit } from '#training/units.ts'
import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { measurementKey } from './identity.ts'
import { instantOf, localText } from './local-time.ts'
import type { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedMeasurement } from './model.ts'
import { atTimeOfDay } from './read-local-time.ts'
import { excerpt, type Row } from './row.ts'
import { weightUnitOf } from './unit-words.ts'
import { noUnit, unitInColumn } from './units-found.ts'

type Kind = ImportedMeasurement['kind']

const kindByName: Readonly<Record<string, Kind>> = {
  bodyweight: 'bodyweight',
  'body weight': 'bodyweight',
  weight: 'bodyweight',
  'body fat': 'body_fat',
  bodyfat: 'body_fat',
  'body fat %': 'body_fat',
  'lean mass': 'lean_mass',
  'lean body mass': 'lean_mass',
  height: 'height',
  neck: 'neck',
  shoulders: 'shoulders',
  shoulder: 'shoulders',
  chest: 'chest',
  waist: 'waist',
  hips: 'hips',
  hip: 'hips',
}

/** Limbs, which the file names with a side: `Left Bicep`, `Bicep (Left)`, `Forearm - R`. */
const limbByName: Readonly<Record<string, 'upper_arm' | 'forearm' | 'thigh' | 'calf'>> = {
  bicep: 'upper_arm',
  biceps: 'upper_arm',
  arm: 'upper_arm',
  'upper arm': 'upper_arm',
  forearm: 'forearm',
  thigh: 'thigh',
  quad: 'thigh',
  calf: 'calf',
}

function kindOf(name: string): Kind | undefined {
  const words = name
    .toLowerCase()
    .replace(/[^a-z%]+/g, ' ')
    .trim()
  if (Object.hasOwn(kindByName, words)) return kindByName[words]
  const side = /\b(?:left|l)\b/.test(words) ? 'left' : /\b(?:right|r)\b/.test(words) ? 'right' : undefined
  const limb = words.replace(/\b(?:left|right|l|r)\b/g, '').trim()
  const part = Object.hasOwn(limbByName, limb) ? limbByName[limb] : undefined
  return side && part && `${side}_${part}`
}

const lengthUnitByWord: Readonly<Record<string, readonly [unit: LengthUnit, factor: number]>> = {
  cm: ['cm', 1],
  mm: ['cm', 0.1],
  m: ['cm', 100],
  in: ['in', 1],
  ins: ['in', 1],
  inch: ['in', 1],
  inches: ['in', 1],
  '"': ['in', 1],
  ft: ['in', 12],
}

/** The contract's maximum for each unit. */
const maxima = { kg: 2000, lb: 2000, percent: 100, cm: 500, in: 500 } as const

/** The unit that a word in the file means for a kind of measurement, and the factor to convert to it. */
function unitFor(
  kind: Kind,
  word: string,
): readonly [unit: WeightUnit | LengthUnit | 'percent', factor: number] | undefined {
  if (kind === 'body_fat') return /^(?:%|percent|)$/i.test(word) ? ['percent', 1] : undefined
  if (kind === 'bodyweight' || kind === 'lean_mass') {
    const unit = weightUnitOf(word)
    return unit && [unit, 1]
  }
  const key = word.toLowerCase()
  return Object.hasOwn(lengthUnitByWord, key) ? lengthUnitByWord[key] : undefined
}

/** Reads the rows of FitNotes' body tracker. */
export class FitNotesBodyReader implements LogReader {
  readonly measurements: ImportedMeasurement[] = []
  readonly #columns: Columns
  readonly #builder: LogBuilder
  readonly #callerUnit: WeightUnit | undefined
  readonly #units = new Set<WeightUnit>()
  readonly #keys = new Set<string>()

  constructor(columns: Columns, builder: LogBuilder, callerUnit: WeightUnit | undefined) {
    this.#columns = columns
    this.#builder = builder
    this.#callerUnit = callerUnit
  }

  readRow(record: CsvRecord): void {
    const row = this.#builder.createRow(this.#columns, record)
    const measurement = row.isValid ? this.#measurement(row) : undefined
    if (measurement && this.#keys.has(measurement.key))
      row.fault('date', 'duplicate_row', 'The measurement is already in the file.')
    if (!this.#builder.reportProblems(row) || !measurement) return
    this.#keys.add(measurement.key)
    this.measurements.push(measurement)
  }

  #measurement(row: Row): ImportedMeasurement | undefined {
    const date = this.#builder.readTime(row, 'date')
    const name = row.name('measurement')
    const kind = name === undefined ? undefined : kindOf(name)
    if (!kind && row.isValid)
      row.fault('measurement', 'unknown_measurement', `"${name ?? ''}" is not a supported measurement.`)
    const value = row.number('value', { maximum: Number.MAX_SAFE_INTEGER })
    if (value === undefined && row.isValid) row.fault('value', 'missing_value', 'The value is missing.')
    if (!date || !kind || value === undefined) return undefined
    const word = row.cell('unit')
    const unitAndFactor =
      word === '' && this.#callerUnit ? unitFor(kind, this.#callerUnit) : unitFor(kind, word)
    if (!unitAndFactor)
      return row.fault('unit', 'unknown_unit', `"${excerpt(word)}" is not a unit for ${kind}.`)
    const [unit, factor] = unitAndFactor
    const amount = factor === 1 ? value : Math.round(value * factor * 100) / 100
    if (amount > maxima[unit])
      return row.fault('value', 'out_of_range', `${value} ${word} is more than ${maxima[unit]} ${unit}.`)
    const clock = row.cell('time')
    const time = clock === '' ? date : atTimeOfDay(date, clock)
    if (!time) return row.fault('time', 'invalid_date', `"${excerpt(clock)}" is not a time of day.`)
    if (unit === 'kg' || unit === 'lb') this.#units.add(unit)
    const notes = row.notes('comment')
    return {
      line: row.line,
      key: measurementKey({ kind, value: amount, unit }, localText(time.wallClock)),
      kind,
      value: amount,
      unit,
      measuredAt: instantOf(time, this.#builder.timeZone).at,
      ...(notes !== undefined && { notes }),
    }
  }

  units() {
    return { weightUnit: unitInColumn(this.#units, 'Unit'), distanceUnit: noUnit<never>() }
  }
}
