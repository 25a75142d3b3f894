import type { DistanceUnit, Quantity, WeightUnit } from '#training/units.ts'
import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { limits } from './limits.ts'
import type { LocalTime } from './local-time.ts'
import type { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedSet } from './model.ts'
import { excerpt, type Row } from './row.ts'
import { readRpe } from './rpe.ts'
import { distanceUnitOf, weightUnitOf } from './unit-words.ts'
import { unitInHeader } from './units-found.ts'
import { ExerciseBuilder } from './workout-builder.ts'

const setTypeByWord: Readonly<Record<string, ImportedSet['type']>> = {
  normal: 'normal',
  warmup: 'warmup',
  failure: 'failure',
  dropset: 'drop',
  drop: 'drop',
}

/** A column whose name ends with its unit, such as `weight_lbs`. */
interface Figure<Unit extends string> {
  readonly column: string
  readonly unit: Unit
}

function figures<Unit extends string>(
  columns: Columns,
  pattern: RegExp,
  unitOf: (word: string) => Unit | undefined,
): readonly Figure<Unit>[] {
  return columns.matching(pattern).flatMap(({ name, group }) => {
    const unit = unitOf(group)
    return unit ? [{ column: name, unit }] : []
  })
}

/** Hevy writes line breaks either literally or as `\n`. */
function withLineBreaks(text: string | undefined): string | undefined {
  return text?.replaceAll('\\n', '\n')
}

/** Reads Hevy's rows. */
export class HevyReader implements LogReader {
  readonly #columns: Columns
  readonly #builder: LogBuilder
  readonly #weights: readonly Figure<WeightUnit>[]
  readonly #distances: readonly Figure<DistanceUnit>[]
  readonly #weightUnits = new Set<WeightUnit>()
  readonly #distanceUnits = new Set<DistanceUnit>()
  /** End times by workout, read once for all rows of the workout. */
  readonly #ends = new Map<string, LocalTime | undefined>()
  #lastGroup: string | undefined
  #lastIndex = -1

  constructor(columns: Columns, builder: LogBuilder) {
    this.#columns = columns
    this.#builder = builder
    this.#weights = figures(columns, /^weight_(.+)$/, weightUnitOf)
    this.#distances = figures(columns, /^distance_(.+)$/, (word) => distanceUnitOf(word)?.[0])
  }

  readRow(record: CsvRecord): void {
    const row = this.#builder.createRow(this.#columns, record)
    if (!row.isValid) return void this.#builder.reportProblems(row)
    const start = this.#builder.readTime(row, 'start_time')
    const exercise = row.name('exercise_title')
    if (exercise === undefined && row.isValid)
      row.fault('exercise_title', 'missing_value', 'The exercise has no name.')
    const group = [row.cell('title'), row.cell('start_time'), row.cell('end_time')].join('\n')
    const end = this.#ends.has(group)
      ? this.#ends.get(group)
      : this.#builder.readOptionalTime(row, 'end_time')
    const index = row.optionalNumber('set_index', { maximum: 10_000, whole: 'must' })
    const supersetGroup = this.#supersetGroup(row)
    const exerciseNotes = withLineBreaks(row.notes('exercise_notes'))
    const set = this.#set(row)
    const name = row.title('title')
    const notes = withLineBreaks(row.notes('description'))
    if (!this.#builder.reportProblems(row) || !start || exercise === undefined) return
    this.#ends.set(group, end)
    const facts = { line: row.line, start, end, name, notes }
    const isNumbered = index !== undefined
    const workout = this.#builder.addRow(row, group, facts, { name: exercise, isNumbered })
    const last = this.#lastGroup === group ? workout.lastExercise : undefined
    const number = index ?? this.#lastIndex + 1
    const isContinued =
      last?.name === exercise && last.supersetGroup === supersetGroup && number > this.#lastIndex
    const target = isContinued
      ? last
      : workout.addExercise(new ExerciseBuilder(exercise, row.line, supersetGroup))
    this.#lastGroup = group
    this.#lastIndex = number
    target.notes.add(exerciseNotes)
    target.sets.push(set)
  }

  #supersetGroup(row: Row): number | undefined {
    if (row.cell('superset_id') === '') return undefined
    const id = row.optionalNumber('superset_id', { maximum: Number.MAX_SAFE_INTEGER, whole: 'must' })
    if (id === undefined || id <= limits.supersetGroup) return id
    return row.drop(
      'superset_id',
      'out_of_range',
      `Superset ${id} is above the maximum of ${limits.supersetGroup}.`,
    )
  }

  #set(row: Row): ImportedSet {
    const weight = this.#weight(row)
    const distance = this.#distance(row)
    const reps = row.optionalNumber('reps', { maximum: limits.reps, whole: 'must' })
    const seconds = row.optionalNumber('duration_seconds', { maximum: limits.seconds, whole: 'round' })
    const rpe = readRpe(row, 'rpe')
    const set = {
      line: row.line,
      type: this.#type(row),
      ...weight,
      ...(reps !== undefined && { reps }),
      ...(rpe !== undefined && { rpe }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
    }
    row.requireFigures(set)
    return set
  }

  /** Reads the first weight column that has a number other than 0; assistance if it is negative. */
  #weight(row: Row): Pick<ImportedSet, 'weight' | 'assistance'> {
    for (const { column, unit } of this.#weights) {
      const value = row.number(column, { maximum: limits.weight, signed: true })
      if (!value) continue
      this.#weightUnits.add(unit)
      return this.#builder.restoreWeight(row, value, unit)
    }
    return {}
  }

  #distance(row: Row): Quantity<DistanceUnit> | undefined {
    for (const { column, unit } of this.#distances) {
      const value = row.optionalNumber(column, { maximum: limits.distance })
      if (!value) continue
      this.#distanceUnits.add(unit)
      return this.#builder.restoreDistance(row, value, unit)
    }
    return undefined
  }

  #type(row: Row): ImportedSet['type'] {
    const word = row.cell('set_type').toLowerCase().replace(/[ _-]/g, '')
    if (word === '') return 'normal'
    const type = Object.hasOwn(setTypeByWord, word) ? setTypeByWord[word] : undefined
    if (type) return type
    const message = `"${excerpt(word)}" is an unknown type of set; it was read as normal.`
    row.remark('set_type', 'unknown_set_type', 'value_changed', message)
    return 'normal'
  }

  units() {
    const names = (columns: readonly Figure<string>[]) => columns.map(({ column }) => column)
    return {
      weightUnit: unitInHeader(this.#weightUnits, names(this.#weights)),
      distanceUnit: unitInHeader(this.#distanceUnits, names(this.#distances)),
    }
  }
}
