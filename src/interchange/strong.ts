import type { DistanceUnit, WeightUnit } from '#training/units.ts'
import { isRest } from './column-words.ts'
import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { readElapsed } from './elapsed.ts'
import { limits } from './limits.ts'
import type { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedSet, UnitFinding } from './model.ts'
import { excerpt, type Row } from './row.ts'
import { readRpe } from './rpe.ts'
import type { UnitGuess } from './unit-guess.ts'
import { distanceUnitOf, weightUnitOf } from './unit-words.ts'
import { noUnit, unitInColumn, unitInHeader } from './units-found.ts'
import { ExerciseBuilder, type WorkoutBuilder } from './workout-builder.ts'

/** `Weight`, or `Weight (kg)`. */
const weightForm = /^weight(?: \((.+)\))?$/
const distanceForm = /^distance(?: \((.+)\))?$/

const setTypeByLabel: Readonly<Record<string, ImportedSet['type']>> = {
  w: 'warmup',
  d: 'drop',
  f: 'failure',
}

/** A column of numbers, and the unit that its name contains. */
interface Figure<Unit extends string> {
  readonly column: string
  readonly unit: Unit | undefined
}

function figure<Unit extends string>(
  columns: Columns,
  pattern: RegExp,
  unitOf: (word: string) => Unit | undefined,
): Figure<Unit> | undefined {
  const [match] = columns.matching(pattern)
  return match && { column: match.name.toLowerCase(), unit: unitOf(match.group) }
}

/** The kind of a row: a set, a rest, or a note on the exercise. */
type Label =
  | { readonly kind: 'set'; readonly type: ImportedSet['type']; readonly order: number | undefined }
  | { readonly kind: 'rest' }
  | { readonly kind: 'note' }

function readLabel(text: string): Label | undefined {
  const label = text.toLowerCase()
  if (isRest(label)) return { kind: 'rest' }
  if (label === 'note') return { kind: 'note' }
  if (/^\d{1,4}(?:\.0+)?$/.test(label)) return { kind: 'set', type: 'normal', order: Number(label) }
  const type = Object.hasOwn(setTypeByLabel, label) ? setTypeByLabel[label] : undefined
  return type && { kind: 'set', type, order: undefined }
}

/**
 * Reads all three variants of Strong's rows. `guess` is the unit if neither the file nor the caller names one.
 */
export class StrongReader implements LogReader {
  readonly #columns: Columns
  readonly #builder: LogBuilder
  readonly #callerUnit: WeightUnit | undefined
  readonly #guess: UnitGuess | undefined
  readonly #weight: Figure<WeightUnit> | undefined
  readonly #distance: Figure<DistanceUnit> | undefined
  readonly #weightUnits = new Set<WeightUnit>()
  readonly #distanceUnits = new Set<DistanceUnit>()
  /** Durations by workout, read once for all rows of the workout. */
  readonly #durations = new Map<string, number | undefined>()
  #lastOrder = 0

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
    this.#weight = figure(columns, weightForm, weightUnitOf)
    this.#distance = figure(columns, distanceForm, (word) => distanceUnitOf(word)?.[0])
  }

  readRow(record: CsvRecord): void {
    const row = this.#builder.createRow(this.#columns, record)
    if (!row.isValid) return void this.#builder.reportProblems(row)
    const start = this.#builder.readTime(row, 'date')
    const exercise = row.name('exercise name')
    const workoutName = row.title('workout name')
    const label = readLabel(row.cell('set order'))
    if (exercise === undefined && row.isValid)
      row.fault('exercise name', 'missing_value', 'The exercise has no name.')
    if (!label) {
      const message = `"${excerpt(row.cell('set order'))}" is not a number, W, D, F, Rest Timer or Note.`
      row.fault('set order', 'unknown_set_type', message)
    }
    const seconds = row.optionalNumber('seconds', { maximum: limits.seconds, whole: 'round' })
    const set = label?.kind === 'set' ? this.#set(row, label.type, seconds) : undefined
    const number = row.cell('workout #')
    const group = number === '' ? `${row.cell('date')}\n${workoutName ?? ''}` : `#${number}`
    const durationSeconds = this.#duration(row, group)
    const notes = row.notes('notes')
    const workoutNotes = row.notes('workout notes')
    if (!this.#builder.reportProblems(row) || !start || !label || exercise === undefined) return
    this.#durations.set(group, durationSeconds)
    const facts = { line: row.line, start, durationSeconds, name: workoutName, notes: workoutNotes }
    const isNumbered = label.kind === 'set' && label.order !== undefined
    const workout = this.#builder.addRow(row, group, facts, { name: exercise, isNumbered })
    const restedExercise = label.kind === 'rest' && isRest(exercise) ? workout.lastExercise : undefined
    const target = restedExercise ?? this.#exerciseOf(workout, row, exercise, label)
    if (label.kind === 'note') target.notes.add(notes)
    else if (label.kind === 'rest') this.#setRest(row, target, seconds)
    else if (set) target.sets.push({ ...set, ...(notes !== undefined && { notes }) })
  }

  /**
   * The exercise that the row continues, or a new one if the name changes or the set numbers start over.
   */
  #exerciseOf(workout: WorkoutBuilder, { line }: Row, name: string, label: Label): ExerciseBuilder {
    const order = label.kind === 'set' ? label.order : undefined
    const last = workout.lastExercise
    const isContinued = last?.name === name && (order === undefined || order > this.#lastOrder)
    this.#lastOrder = order ?? (isContinued ? this.#lastOrder : 0)
    return isContinued ? last : workout.addExercise(new ExerciseBuilder(name, line))
  }

  #setRest(row: Row, exercise: ExerciseBuilder, seconds: number | undefined): void {
    if (seconds === undefined || exercise.setRest(seconds)) return
    const message = 'A rest comes before any set of its exercise.'
    this.#builder.report.add({ line: row.line, code: 'no_set_before', effect: 'row_skipped', message })
  }

  #duration(row: Row, group: string): number | undefined {
    if (this.#durations.has(group)) return this.#durations.get(group)
    const [column] = ['duration (sec)', 'workout duration', 'duration'].filter((name) =>
      this.#columns.has(name),
    )
    const text = column === undefined ? '' : row.cell(column)
    if (column === undefined || text === '') return undefined
    const seconds = readElapsed(text)
    return seconds ?? row.drop(column, 'invalid_number', `"${excerpt(text)}" is not a duration.`)
  }

  #set(row: Row, type: ImportedSet['type'], seconds: number | undefined): ImportedSet {
    const weight = this.#readWeight(row)
    const distance = this.#readDistance(row)
    const reps = row.optionalNumber('reps', { maximum: limits.reps, whole: 'must' })
    const rpe = readRpe(row, 'rpe')
    const isLoaded = 'weight' in weight || 'assistance' in weight
    // The oldest files have 0 in every empty column; with only a weight, 0 reps is a failed lift.
    const hasReps = reps !== undefined && (reps > 0 || (isLoaded && !seconds && !distance))
    const set = {
      line: row.line,
      type,
      ...weight,
      ...(hasReps && { reps }),
      ...(rpe !== undefined && { rpe }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
    }
    row.requireFigures(set)
    return set
  }

  #readWeight(row: Row): Pick<ImportedSet, 'weight' | 'assistance'> {
    if (!this.#weight) return {}
    const value = row.number(this.#weight.column, { maximum: limits.weight, signed: true })
    if (!value) return {}
    const word = row.cell('weight unit')
    const namedUnit = word === '' ? this.#weight.unit : weightUnitOf(word)
    if (word !== '' && !namedUnit)
      row.fault('weight unit', 'unknown_unit', `"${excerpt(word)}" is not a unit of weight.`)
    const unit = namedUnit ?? this.#callerUnit ?? this.#guess?.unit ?? 'kg'
    this.#weightUnits.add(unit)
    return this.#builder.restoreWeight(row, value, unit)
  }

  #readDistance(row: Row) {
    if (!this.#distance) return undefined
    const value = row.optionalNumber(this.#distance.column, { maximum: limits.distance })
    if (!value) return undefined
    const word = row.cell('distance unit')
    const [namedUnit, factor] = distanceUnitOf(word) ?? [this.#distance.unit, 1]
    if (word !== '' && !distanceUnitOf(word))
      return row.drop('distance', 'unknown_unit', `"${excerpt(word)}" is not a unit of distance.`)
    const unit = namedUnit ?? this.#assumedDistanceUnit
    this.#distanceUnits.add(unit)
    return this.#builder.restoreDistance(row, value * factor, unit)
  }

  /** Assumes that people who lift in pounds run in miles. */
  get #assumedDistanceUnit(): DistanceUnit {
    return (this.#callerUnit ?? this.#guess?.unit) === 'lb' ? 'mi' : 'km'
  }

  units() {
    return { weightUnit: this.#weightUnit(), distanceUnit: this.#distanceUnit() }
  }

  #weightUnit(): UnitFinding<WeightUnit> {
    if (this.#weightUnits.size === 0) return noUnit()
    if (this.#columns.has('weight unit')) return unitInColumn(this.#weightUnits, 'Weight Unit')
    if (this.#weight?.unit) return unitInHeader(this.#weightUnits, [this.#columnName(this.#weight)])
    const evidence = ['The file names no unit.', ...(this.#guess?.evidence ?? [])]
    if (this.#callerUnit) return { unit: this.#callerUnit, basis: 'given', ask: false, evidence }
    const { unit = 'kg', sure = false } = this.#guess ?? {}
    return { unit, basis: 'guess', ask: true, sure, evidence }
  }

  #distanceUnit(): UnitFinding<DistanceUnit> {
    if (this.#distanceUnits.size === 0) return noUnit()
    if (this.#columns.has('distance unit')) return unitInColumn(this.#distanceUnits, 'Distance Unit')
    if (this.#distance?.unit) return unitInHeader(this.#distanceUnits, [this.#columnName(this.#distance)])
    const unit = this.#assumedDistanceUnit
    const evidence = [`The file names no unit; ${unit} is assumed from the unit of the weights.`]
    return { unit, basis: 'guess', ask: false, evidence }
  }

  #columnName({ column }: { readonly column: string }): string {
    const index = this.#columns.indexOf(column)
    return (index === undefined ? undefined : this.#columns.names[index]) ?? column
  }
}
