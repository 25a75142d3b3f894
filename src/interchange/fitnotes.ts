import type { DistanceUnit, WeightUnit } from '#training/units.ts'
import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { readElapsed } from './elapsed.ts'
import { limits } from './limits.ts'
import type { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedSet, UnitFinding } from './model.ts'
import { Row } from './row.ts'
import { distanceUnitOf, weightUnitOf } from './unit-words.ts'
import { noUnit, unitInColumn, unitInHeader } from './units-found.ts'
import { ExerciseBuilder } from './workout-builder.ts'

const millisecondsPerDay = 86_400_000

interface Figure {
  readonly column: string
  readonly unit: WeightUnit
}

/** What a `Kind` says about a set, if anything. */
const setTypeForms: readonly (readonly [form: RegExp, type: ImportedSet['type']])[] = [
  [/warm/i, 'warmup'],
  [/drop/i, 'drop'],
  [/fail/i, 'failure'],
]

function decimalsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length
}

/**
 * Reads FitNotes' rows: old ones with the unit in the header, new ones with a column for it, and those of iOS
 * with both units.
 */
export class FitNotesReader implements LogReader {
  readonly #columns: Columns
  readonly #builder: LogBuilder
  readonly #given: WeightUnit | undefined
  readonly #weights: readonly Figure[]
  readonly #weightUnits = new Set<WeightUnit>()
  readonly #distanceUnits = new Set<DistanceUnit>()

  constructor(columns: Columns, builder: LogBuilder, given: WeightUnit | undefined) {
    this.#columns = columns
    this.#builder = builder
    this.#given = given
    this.#weights = columns.matching(/^weight \((.+)\)$/).flatMap(({ name, group }) => {
      const unit = weightUnitOf(group)
      return unit ? [{ column: name.toLowerCase(), unit }] : []
    })
  }

  row(record: CsvRecord): void {
    const row = new Row(this.#columns, record)
    if (!row.isGood) return void this.#builder.settle(row)
    const time = this.#builder.time(row, 'date')
    const exercise = row.name('exercise')
    if (exercise === undefined && row.isGood)
      row.fault('exercise', 'missing_value', 'The exercise has no name.')
    const category = row.name('category')
    const set = this.#set(row)
    if (!this.#builder.settle(row) || exercise === undefined || !time) return
    this.#builder.category(exercise, category)
    const day = Math.floor(time.shown / millisecondsPerDay)
    // The app only knows days, whatever time a file writes after them.
    const start = { shown: (day + 0.5) * millisecondsPerDay, dayOnly: true }
    const { exercises } = this.#builder.workout(String(day), { line: row.line, start })
    const known = exercises.find(({ name }) => name === exercise)
    const into = known ?? new ExerciseBuilder(exercise)
    if (!known) exercises.push(into)
    into.sets.push(set)
  }

  #set(row: Row): ImportedSet {
    const weight = this.#weight(row)
    const distance = this.#distance(row)
    const reps = row.number('reps', { maximum: limits.reps, whole: 'must' })
    const seconds = this.#seconds(row)
    // iOS calls it Notes.
    const notes = row.notes(this.#columns.has('comment') ? 'comment' : 'notes')
    const counts = reps !== undefined && (reps > 0 || (weight !== undefined && !seconds && !distance))
    return {
      line: row.line,
      type: setTypeForms.find(([form]) => form.test(row.cell('kind')))?.[1] ?? 'normal',
      ...(weight && { weight }),
      ...(counts && { reps }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
      ...(notes !== undefined && { notes }),
    }
  }

  #weight(row: Row) {
    const entered = this.#weights.length > 0 ? this.#weightByHeader(row) : this.#weightByColumn(row)
    if (!entered) return undefined
    this.#weightUnits.add(entered.unit)
    return this.#builder.weight(row, entered.value, entered.unit)
  }

  #weightByColumn(row: Row) {
    const value = row.number('weight', { maximum: limits.weight })
    if (!value) return undefined
    const word = row.cell('weight unit')
    const unit = word === '' ? (this.#given ?? 'kg') : weightUnitOf(word)
    return unit
      ? { value, unit }
      : row.fault('weight unit', 'unknown_unit', `"${word.slice(0, 40)}" is not a unit of weight.`)
  }

  /** Of two columns with the same weight in both units, the rounder number is the one that was entered. */
  #weightByHeader(row: Row) {
    const figures = this.#weights.flatMap(({ column, unit }) => {
      const value = row.number(column, { maximum: limits.weight * 3 })
      return value ? [{ value, unit, decimals: decimalsOf(value), isGiven: unit === this.#given }] : []
    })
    const [first] = figures.sort(
      (a, b) => a.decimals - b.decimals || Number(b.isGiven) - Number(a.isGiven) || a.value - b.value,
    )
    if (!first || first.value <= limits.weight) return first
    return row.fault('weight', 'out_of_range', `${first.value} is more than ${limits.weight}.`)
  }

  #distance(row: Row) {
    const value = row.number('distance', { maximum: limits.distance })
    if (!value) return undefined
    const word = row.cell('distance unit')
    const found = word === '' ? (['km', 1] as const) : distanceUnitOf(word)
    if (!found)
      return row.fault('distance unit', 'unknown_unit', `"${word.slice(0, 40)}" is not a unit of distance.`)
    const [unit, times] = found
    this.#distanceUnits.add(unit)
    return this.#builder.distance(row, value * times, unit)
  }

  #seconds(row: Row): number | undefined {
    const text = row.cell('time')
    if (text === '') return undefined
    if (text.startsWith('=')) return row.fault('time', 'formula', 'There is a formula instead of a time.')
    const seconds = readElapsed(text)
    if (seconds === undefined)
      return row.fault('time', 'invalid_number', `"${text.slice(0, 40)}" is not a time in the form H:MM:SS.`)
    if (seconds > limits.seconds)
      return row.fault('time', 'out_of_range', `${text} is more than ${limits.seconds / 3600} hours.`)
    return seconds
  }

  units() {
    const names = this.#weights.map(
      ({ column }) => this.#columns.names[this.#columns.indexOf(column) ?? -1] ?? column,
    )
    return {
      weightUnit: this.#weightUnit(names),
      distanceUnit: unitInColumn(this.#distanceUnits, 'Distance Unit'),
    }
  }

  #weightUnit(names: readonly string[]): UnitFinding<WeightUnit> {
    if (this.#weightUnits.size === 0) return noUnit()
    if (names.length > 0) return unitInHeader(this.#weightUnits, names)
    if (this.#columns.has('weight unit')) return unitInColumn(this.#weightUnits, 'Weight Unit')
    const evidence = ['The file names no unit.']
    if (this.#given) return { unit: this.#given, basis: 'given', ask: false, evidence }
    return { unit: 'kg', basis: 'guess', ask: true, evidence }
  }
}
