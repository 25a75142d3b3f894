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
  form: RegExp,
  unitOf: (word: string) => Unit | undefined,
): Figure<Unit> | undefined {
  const [found] = columns.matching(form)
  return found && { column: found.name.toLowerCase(), unit: unitOf(found.group) }
}

/** The meaning of a row: a set of a type, a rest, or a note on the exercise. */
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
  readonly #given: WeightUnit | undefined
  readonly #guess: UnitGuess | undefined
  readonly #weight: Figure<WeightUnit> | undefined
  readonly #distance: Figure<DistanceUnit> | undefined
  readonly #weightUnits = new Set<WeightUnit>()
  readonly #distanceUnits = new Set<DistanceUnit>()
  /** Durations by workout, read once for all of its rows. */
  readonly #durations = new Map<string, number | undefined>()
  #order = 0

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
    this.#weight = figure(columns, weightForm, weightUnitOf)
    this.#distance = figure(columns, distanceForm, (word) => distanceUnitOf(word)?.[0])
  }

  row(record: CsvRecord): void {
    const row = this.#builder.row(this.#columns, record)
    if (!row.isGood) return void this.#builder.settle(row)
    const start = this.#builder.time(row, 'date')
    const exercise = row.name('exercise name')
    const workoutName = row.title('workout name')
    const label = readLabel(row.cell('set order'))
    if (exercise === undefined && row.isGood)
      row.fault('exercise name', 'missing_value', 'The exercise has no name.')
    if (!label) {
      const message = `"${excerpt(row.cell('set order'))}" is not a number, W, D, F, Rest Timer or Note.`
      row.fault('set order', 'unknown_set_type', message)
    }
    const seconds = row.minorNumber('seconds', { maximum: limits.seconds, whole: 'round' })
    const set = label?.kind === 'set' ? this.#set(row, label.type, seconds) : undefined
    const number = row.cell('workout #')
    const group = number === '' ? `${row.cell('date')}\n${workoutName ?? ''}` : `#${number}`
    const durationSeconds = this.#duration(row, group)
    const notes = row.notes('notes')
    const workoutNotes = row.notes('workout notes')
    if (!this.#builder.settle(row) || !start || !label || exercise === undefined) return
    this.#durations.set(group, durationSeconds)
    const facts = { line: row.line, start, durationSeconds, name: workoutName, notes: workoutNotes }
    const isNumbered = label.kind === 'set' && label.order !== undefined
    const workout = this.#builder.workout(row, group, facts, { name: exercise, isNumbered })
    const ofLast = label.kind === 'rest' && isRest(exercise) ? workout.lastExercise : undefined
    const into = ofLast ?? this.#exerciseOf(workout, row, exercise, label)
    if (label.kind === 'note') into.notes.add(notes)
    else if (label.kind === 'rest') this.#rest(row, into, seconds)
    else if (set) into.sets.push({ ...set, ...(notes !== undefined && { notes }) })
  }

  /**
   * The exercise that the row continues, or a new one if the name changes or the set numbers start over.
   */
  #exerciseOf(workout: WorkoutBuilder, { line }: Row, name: string, label: Label): ExerciseBuilder {
    const order = label.kind === 'set' ? label.order : undefined
    const last = workout.lastExercise
    const goesOn = last?.name === name && (order === undefined || order > this.#order)
    this.#order = order ?? (goesOn ? this.#order : 0)
    return goesOn ? last : workout.add(new ExerciseBuilder(name, line))
  }

  #rest(row: Row, exercise: ExerciseBuilder, seconds: number | undefined): void {
    if (seconds === undefined || exercise.rest(seconds)) return
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
    const load = this.#load(row)
    const distance = this.#readDistance(row)
    const reps = row.minorNumber('reps', { maximum: limits.reps, whole: 'must' })
    const rpe = readRpe(row, 'rpe')
    const isLoaded = 'weight' in load || 'assistance' in load
    // The oldest files have 0 in every empty column; with only a weight, 0 reps is a failed lift.
    const counts = reps !== undefined && (reps > 0 || (isLoaded && !seconds && !distance))
    const set = {
      line: row.line,
      type,
      ...load,
      ...(counts && { reps }),
      ...(rpe !== undefined && { rpe }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
    }
    row.needFigures(set)
    return set
  }

  #load(row: Row): Pick<ImportedSet, 'weight' | 'assistance'> {
    if (!this.#weight) return {}
    const value = row.number(this.#weight.column, { maximum: limits.weight, signed: true })
    if (!value) return {}
    const word = row.cell('weight unit')
    const named = word === '' ? this.#weight.unit : weightUnitOf(word)
    if (word !== '' && !named)
      row.fault('weight unit', 'unknown_unit', `"${excerpt(word)}" is not a unit of weight.`)
    const unit = named ?? this.#given ?? this.#guess?.unit ?? 'kg'
    this.#weightUnits.add(unit)
    return this.#builder.load(row, value, unit)
  }

  #readDistance(row: Row) {
    if (!this.#distance) return undefined
    const value = row.minorNumber(this.#distance.column, { maximum: limits.distance })
    if (!value) return undefined
    const word = row.cell('distance unit')
    const [named, times] = distanceUnitOf(word) ?? [this.#distance.unit, 1]
    if (word !== '' && !distanceUnitOf(word))
      return row.drop('distance', 'unknown_unit', `"${excerpt(word)}" is not a unit of distance.`)
    const unit = named ?? this.#assumedDistanceUnit
    this.#distanceUnits.add(unit)
    return this.#builder.distance(row, value * times, unit)
  }

  /** Assumes that people who lift in pounds run in miles. */
  get #assumedDistanceUnit(): DistanceUnit {
    return (this.#given ?? this.#guess?.unit) === 'lb' ? 'mi' : 'km'
  }

  units() {
    return { weightUnit: this.#weightUnit(), distanceUnit: this.#distanceUnit() }
  }

  #weightUnit(): UnitFinding<WeightUnit> {
    if (this.#weightUnits.size === 0) return noUnit()
    if (this.#columns.has('weight unit')) return unitInColumn(this.#weightUnits, 'Weight Unit')
    if (this.#weight?.unit) return unitInHeader(this.#weightUnits, [this.#columnName(this.#weight)])
    const evidence = ['The file names no unit.', ...(this.#guess?.evidence ?? [])]
    if (this.#given) return { unit: this.#given, basis: 'given', ask: false, evidence }
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
