import { dayMs } from '#training/day-ms.ts'
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

/** The maximum number of unquoted commas in a row. */
const maxSurplus = 10
/** The columns whose cells aren't free text, and checks of their cells. */
const cellChecks: readonly (readonly [column: RegExp, isValid: (cell: string) => boolean])[] = [
  [
    /^(?:weight|reps|distance)(?: \(.+\))?$/,
    (cell) => readNumber(cell, { maximum: limits.distance, mark: '.' }).kind === 'number',
  ],
  [/^weight unit$/, (cell) => weightUnitOf(cell) !== undefined],
  [/^distance unit$/, (cell) => distanceUnitOf(cell) !== undefined],
  [/^time$/, (cell) => readElapsed(cell) !== undefined],
]

interface WeightColumn {
  readonly column: string
  readonly unit: WeightUnit
}

/** The set types that the column `Kind` may name. */
const setTypePatterns: readonly (readonly [pattern: RegExp, type: ImportedSet['type']])[] = [
  [/warm/i, 'warmup'],
  [/drop/i, 'drop'],
  [/fail/i, 'failure'],
]

function decimalsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length
}

/**
 * Reads FitNotes' rows: old files have the unit in the header, new ones in a column, and those of iOS have the
 * weight in both units.
 */
export class FitNotesReader implements LogReader {
  readonly #columns: Columns
  readonly #builder: LogBuilder
  readonly #callerUnit: WeightUnit | undefined
  readonly #guess: UnitGuess | undefined
  readonly #weights: readonly WeightColumn[]
  readonly #weightUnits = new Set<WeightUnit>()
  readonly #distanceUnits = new Set<DistanceUnit>()

  constructor(
    columns: Columns,
    builder: LogBuilder,
    callerUnit: WeightUnit | undefined,
    guess: UnitGuess | undefined,
  ) {
    this.#columns = columns
    this.#builder = builder
    this.#callerUnit = callerUnit
    this.#guess = guess
    this.#weights = columns.matching(/^weight \((.+)\)$/).flatMap(({ name, group }) => {
      const unit = weightUnitOf(group)
      return unit ? [{ column: name.toLowerCase(), unit }] : []
    })
  }

  readRow(record: CsvRecord): void {
    const joinedRecord = this.#rejoined(record)
    const row = this.#builder.createRow(this.#columns, joinedRecord ?? record)
    if (!row.isValid) return void this.#builder.reportProblems(row)
    if (joinedRecord) {
      const message = 'The row has unquoted commas in its text; the cells were joined.'
      row.remark('exercise', 'cells_joined', 'kept', message)
    }
    const time = this.#builder.readTime(row, 'date')
    const exercise = row.name('exercise')
    if (exercise === undefined && row.isValid)
      row.fault('exercise', 'missing_value', 'The exercise has no name.')
    const category = row.name('category')
    const set = this.#set(row)
    const setCount = this.#setCount(row)
    if (!this.#builder.reportProblems(row) || exercise === undefined || !time) return
    this.#builder.addCategory(exercise, category)
    const day = Math.floor(time.wallClock / dayMs)
    // The app only records days, even if a file has times.
    const start = { wallClock: (day + 0.5) * dayMs, isDayOnly: true }
    const facts = { line: row.line, start }
    const workout = this.#builder.addRow(row, String(day), facts, { name: exercise, isNumbered: false })
    const target =
      workout.exerciseNamed(exercise) ?? workout.addExercise(new ExerciseBuilder(exercise, row.line))
    this.#builder.addRepeated(setCount - 1, row)
    for (let copy = 0; copy < setCount; copy++) target.sets.push(set)
  }

  /** Rejoins cells that were split by unquoted commas, if that puts the row's numbers in their columns. */
  #rejoined({ line, cells }: CsvRecord): CsvRecord | undefined {
    const { length } = this.#columns.names
    const surplus = cells.length - length
    if (surplus <= 0 || surplus > maxSurplus || this.#isPlausible(cells)) return undefined
    for (const column of ['exercise', 'comment', 'notes', 'category']) {
      const start = this.#columns.indexOf(column)
      if (start === undefined) continue
      for (let commas = 1; commas <= surplus; commas++) {
        const text = cells.slice(start, start + commas + 1).join(',')
        const joinedRecord = [...cells.slice(0, start), text, ...cells.slice(start + commas + 1)]
        if (this.#isPlausible(joinedRecord)) return { line, cells: joinedRecord }
      }
    }
    return undefined
  }

  /** Whether each cell is valid in its column, and no surplus cell has content. */
  #isPlausible(cells: readonly string[]): boolean {
    if (cells.slice(this.#columns.names.length).some((cell) => cell.trim() !== '')) return false
    return cellChecks.every(([column, isValid]) =>
      this.#columns.matching(column).every(({ index }) => {
        const cell = (cells[index] ?? '').trim()
        return cell === '' || isValid(cell)
      }),
    )
  }

  /** The number of sets that a row represents: other apps write five sets of five as one row. */
  #setCount(row: Row): number {
    const count = row.optionalNumber('sets', { maximum: limits.sets, whole: 'must' })
    return count === undefined || count === 0 ? 1 : count
  }

  #set(row: Row): ImportedSet {
    const weight = this.#weight(row)
    const distance = this.#distance(row)
    const reps = row.optionalNumber('reps', { maximum: limits.reps, whole: 'must' })
    const seconds = this.#seconds(row)
    // On iOS, the column is called Notes.
    const notes = row.notes(this.#columns.has('comment') ? 'comment' : 'notes')
    const isLoaded = 'weight' in weight || 'assistance' in weight
    const hasReps = reps !== undefined && (reps > 0 || (isLoaded && !seconds && !distance))
    const set = {
      line: row.line,
      type: setTypePatterns.find(([pattern]) => pattern.test(row.cell('kind')))?.[1] ?? 'normal',
      ...weight,
      ...(hasReps && { reps }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
      ...(notes !== undefined && { notes }),
    }
    row.requireFigures(set)
    return set
  }

  #weight(row: Row): Pick<ImportedSet, 'weight' | 'assistance'> {
    const entered = this.#weights.length > 0 ? this.#weightByHeader(row) : this.#weightByColumn(row)
    if (!entered) return {}
    this.#weightUnits.add(entered.unit)
    return this.#builder.restoreWeight(row, entered.value, entered.unit)
  }

  #weightByColumn(row: Row) {
    const value = row.number('weight', { maximum: limits.weight, signed: true })
    if (!value) return undefined
    const word = row.cell('weight unit')
    const unit = word === '' ? (this.#callerUnit ?? this.#guess?.unit ?? 'kg') : weightUnitOf(word)
    return unit
      ? { value, unit }
      : row.fault('weight unit', 'unknown_unit', `"${excerpt(word)}" is not a unit of weight.`)
  }

  /** If the row has the weight in both units, the rounder number is the one that was entered. */
  #weightByHeader(row: Row) {
    const figures = this.#weights.flatMap(({ column, unit }) => {
      const value = row.number(column, { maximum: limits.weight * 3, signed: true })
      return value ? [{ value, unit, decimals: decimalsOf(value), isGiven: unit === this.#callerUnit }] : []
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
    const value = row.optionalNumber('distance', { maximum: limits.distance })
    if (!value) return undefined
    const word = row.cell('distance unit')
    const unitAndFactor = word === '' ? (['km', 1] as const) : distanceUnitOf(word)
    if (!unitAndFactor)
      return row.drop('distance', 'unknown_unit', `"${excerpt(word)}" is not a unit of distance.`)
    const [unit, factor] = unitAndFactor
    this.#distanceUnits.add(unit)
    return this.#builder.restoreDistance(row, value * factor, unit)
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
    if (this.#callerUnit) return { unit: this.#callerUnit, basis: 'given', ask: false, evidence }
    const { unit = 'kg', sure = false } = this.#guess ?? {}
    return { unit, basis: 'guess', ask: true, sure, evidence }
  }
}
