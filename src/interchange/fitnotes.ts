import type { DistanceUnit, WeightUnit } from '#training/units.ts'
import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { readElapsed } from './elapsed.ts'
import { startsFormula } from './formula-guard.ts'
import { limits } from './limits.ts'
import type { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedSet, UnitFinding } from './model.ts'
import { readNumber } from './number-text.ts'
import { excerpt, type Row } from './row.ts'
import type { UnitGuess } from './unit-guess.ts'
import { distanceUnitOf, weightUnitOf } from './unit-words.ts'
import { noUnit, unitInColumn, unitInHeader } from './units-found.ts'
import { ExerciseBuilder } from './workout-builder.ts'

const millisecondsPerDay = 86_400_000
/** How many commas a name may have. */
const maxSurplus = 10
/** The columns that contain more than text, and what their cells look like. */
const columnForms: readonly (readonly [form: RegExp, suits: (cell: string) => boolean])[] = [
  [
    /^(?:weight|reps|distance)(?: \(.+\))?$/,
    (cell) => readNumber(cell, { maximum: limits.distance, mark: '.' }).kind === 'number',
  ],
  [/^weight unit$/, (cell) => weightUnitOf(cell) !== undefined],
  [/^distance unit$/, (cell) => distanceUnitOf(cell) !== undefined],
  [/^time$/, (cell) => readElapsed(cell) !== undefined],
]

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
  readonly #guess: UnitGuess | undefined
  readonly #weights: readonly Figure[]
  readonly #weightUnits = new Set<WeightUnit>()
  readonly #distanceUnits = new Set<DistanceUnit>()

  constructor(
    columns: Columns,
    builder: LogBuilder,
    given: WeightUnit | undefined,
    guess: UnitGuess | undefined,
  ) {
    this.#columns = columns
    this.#builder = builder
    this.#given = given
    this.#guess = guess
    this.#weights = columns.matching(/^weight \((.+)\)$/).flatMap(({ name, group }) => {
      const unit = weightUnitOf(group)
      return unit ? [{ column: name.toLowerCase(), unit }] : []
    })
  }

  row(record: CsvRecord): void {
    const joined = this.#joined(record)
    const row = this.#builder.row(this.#columns, joined ?? record)
    if (!row.isGood) return void this.#builder.settle(row)
    if (joined) {
      const message = 'The row has commas in a name without quotes; its cells were joined.'
      row.remark('exercise', 'cells_joined', 'kept', message)
    }
    const time = this.#builder.time(row, 'date')
    const exercise = row.name('exercise')
    if (exercise === undefined && row.isGood)
      row.fault('exercise', 'missing_value', 'The exercise has no name.')
    const category = row.name('category')
    const set = this.#set(row)
    const times = this.#times(row)
    if (!this.#builder.settle(row) || exercise === undefined || !time) return
    this.#builder.category(exercise, category)
    const day = Math.floor(time.shown / millisecondsPerDay)
    // The app only has days, even if a file has times.
    const start = { shown: (day + 0.5) * millisecondsPerDay, dayOnly: true }
    const facts = { line: row.line, start }
    const workout = this.#builder.workout(row, String(day), facts, { name: exercise, isNumbered: false })
    const into = workout.exerciseNamed(exercise) ?? workout.add(new ExerciseBuilder(exercise, row.line))
    this.#builder.addRepeated(times - 1, row)
    for (let each = 0; each < times; each++) into.sets.push(set)
  }

  /** A row whose cells split by unquoted commas are rejoined, if that puts its numbers in their columns. */
  #joined({ line, cells }: CsvRecord): CsvRecord | undefined {
    const { length } = this.#columns.names
    const surplus = cells.length - length
    if (surplus <= 0 || surplus > maxSurplus || this.#fits(cells)) return undefined
    for (const column of ['exercise', 'comment', 'notes', 'category']) {
      const at = this.#columns.indexOf(column)
      if (at === undefined) continue
      for (let more = 1; more <= surplus; more++) {
        const text = cells.slice(at, at + more + 1).join(',')
        const joined = [...cells.slice(0, at), text, ...cells.slice(at + more + 1)]
        if (this.#fits(joined)) return { line, cells: joined }
      }
    }
    return undefined
  }

  /** Whether each cell fits its column, and nothing follows the last one. */
  #fits(cells: readonly string[]): boolean {
    if (cells.slice(this.#columns.names.length).some((cell) => cell.trim() !== '')) return false
    return columnForms.every(([form, suits]) =>
      this.#columns.matching(form).every(({ index }) => {
        const cell = (cells[index] ?? '').trim()
        return cell === '' || suits(cell)
      }),
    )
  }

  /** How many sets a row represents: other apps write five sets of five as one row. */
  #times(row: Row): number {
    const times = row.minorNumber('sets', { maximum: limits.sets, whole: 'must' })
    return times === undefined || times === 0 ? 1 : times
  }

  #set(row: Row): ImportedSet {
    const load = this.#load(row)
    const distance = this.#distance(row)
    const reps = row.minorNumber('reps', { maximum: limits.reps, whole: 'must' })
    const seconds = this.#seconds(row)
    // iOS calls it Notes.
    const notes = row.notes(this.#columns.has('comment') ? 'comment' : 'notes')
    const isLoaded = 'weight' in load || 'assistance' in load
    const counts = reps !== undefined && (reps > 0 || (isLoaded && !seconds && !distance))
    const set = {
      line: row.line,
      type: setTypeForms.find(([form]) => form.test(row.cell('kind')))?.[1] ?? 'normal',
      ...load,
      ...(counts && { reps }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
      ...(notes !== undefined && { notes }),
    }
    row.needFigures(set)
    return set
  }

  #load(row: Row): Pick<ImportedSet, 'weight' | 'assistance'> {
    const entered = this.#weights.length > 0 ? this.#weightByHeader(row) : this.#weightByColumn(row)
    if (!entered) return {}
    this.#weightUnits.add(entered.unit)
    return this.#builder.load(row, entered.value, entered.unit)
  }

  #weightByColumn(row: Row) {
    const value = row.number('weight', { maximum: limits.weight, signed: true })
    if (!value) return undefined
    const word = row.cell('weight unit')
    const unit = word === '' ? (this.#given ?? this.#guess?.unit ?? 'kg') : weightUnitOf(word)
    return unit
      ? { value, unit }
      : row.fault('weight unit', 'unknown_unit', `"${excerpt(word)}" is not a unit of weight.`)
  }

  /** Of two columns with the same weight in both units, the rounder number is the one that was entered. */
  #weightByHeader(row: Row) {
    const figures = this.#weights.flatMap(({ column, unit }) => {
      const value = row.number(column, { maximum: limits.weight * 3, signed: true })
      return value ? [{ value, unit, decimals: decimalsOf(value), isGiven: unit === this.#given }] : []
    })
    const [first] = figures.sort(
      (a, b) =>
        a.decimals - b.decimals ||
        Number(b.isGiven) - Number(a.isGiven) ||
        Math.abs(a.value) - Math.abs(b.value),
    )
    if (!first || Math.abs(first.value) <= limits.weight) return first
    return row.fault('weight', 'out_of_range', `${first.value} is more than ${limits.weight}.`)
  }

  #distance(row: Row) {
    const value = row.minorNumber('distance', { maximum: limits.distance })
    if (!value) return undefined
    const word = row.cell('distance unit')
    const found = word === '' ? (['km', 1] as const) : distanceUnitOf(word)
    if (!found) return row.drop('distance', 'unknown_unit', `"${excerpt(word)}" is not a unit of distance.`)
    const [unit, times] = found
    this.#distanceUnits.add(unit)
    return this.#builder.distance(row, value * times, unit)
  }

  #seconds(row: Row): number | undefined {
    const text = row.cell('time')
    if (text === '') return undefined
    if (startsFormula(text)) return row.drop('time', 'formula', 'There is a formula instead of a time.')
    const seconds = readElapsed(text)
    if (seconds === undefined)
      return row.drop('time', 'invalid_number', `"${excerpt(text)}" is not a time in the form H:MM:SS.`)
    if (seconds > limits.seconds)
      return row.drop('time', 'out_of_range', `${text} is more than ${limits.seconds / 3600} hours.`)
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
    const evidence = ['The file names no unit.', ...(this.#guess?.evidence ?? [])]
    if (this.#given) return { unit: this.#given, basis: 'given', ask: false, evidence }
    const { unit = 'kg', sure = false } = this.#guess ?? {}
    return { unit, basis: 'guess', ask: true, sure, evidence }
  }
}
