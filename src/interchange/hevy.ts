import type { DistanceUnit, Quantity, WeightUnit } from '#training/units.ts'
import type { Columns } from './columns.ts'
import type { CsvRecord } from './csv-records.ts'
import { limits } from './limits.ts'
import type { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedSet } from './model.ts'
import { Row } from './row.ts'
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
  form: RegExp,
  unitOf: (word: string) => Unit | undefined,
): readonly Figure<Unit>[] {
  return columns.matching(form).flatMap(({ name, group }) => {
    const unit = unitOf(group)
    return unit ? [{ column: name, unit }] : []
  })
}

/** Hevy writes line breaks either as such or as `\n`. */
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
  #group: string | undefined
  #index = -1

  constructor(columns: Columns, builder: LogBuilder) {
    this.#columns = columns
    this.#builder = builder
    this.#weights = figures(columns, /^weight_(.+)$/, weightUnitOf)
    this.#distances = figures(columns, /^distance_(.+)$/, (word) => distanceUnitOf(word)?.[0])
  }

  row(record: CsvRecord): void {
    const row = new Row(this.#columns, record)
    if (!row.isGood) return void this.#builder.settle(row)
    const start = this.#builder.time(row, 'start_time')
    const end = row.cell('end_time') === '' ? undefined : this.#builder.time(row, 'end_time')
    const exercise = row.name('exercise_title')
    if (exercise === undefined && row.isGood)
      row.fault('exercise_title', 'missing_value', 'The exercise has no name.')
    const index = row.number('set_index', { maximum: 10_000, whole: 'must' }) ?? 0
    const supersetGroup = this.#supersetGroup(row)
    const exerciseNotes = withLineBreaks(row.notes('exercise_notes'))
    const set = this.#set(row)
    const facts = {
      line: row.line,
      start: start ?? { shown: 0, dayOnly: true },
      end,
      name: row.title('title'),
      notes: withLineBreaks(row.notes('description')),
    }
    if (!this.#builder.settle(row) || exercise === undefined) return
    const group = [row.cell('title'), row.cell('start_time'), row.cell('end_time')].join('\n')
    const { exercises } = this.#builder.workout(group, facts)
    const last = this.#group === group ? exercises.at(-1) : undefined
    const goesOn = last?.name === exercise && last.supersetGroup === supersetGroup && index > this.#index
    const into = goesOn ? last : new ExerciseBuilder(exercise, supersetGroup)
    if (!goesOn) exercises.push(into)
    this.#group = group
    this.#index = index
    into.notes.add(exerciseNotes)
    into.sets.push(set)
  }

  #supersetGroup(row: Row): number | undefined {
    if (row.cell('superset_id') === '') return undefined
    const id = row.number('superset_id', { maximum: Number.MAX_SAFE_INTEGER, whole: 'must' })
    if (id === undefined || id <= limits.supersetGroup) return id
    row.remark(
      'superset_id',
      'out_of_range',
      'value_dropped',
      `A superset ${id} is above ${limits.supersetGroup}.`,
    )
    return undefined
  }

  #set(row: Row): ImportedSet {
    const weight = this.#figure(row, this.#weights, limits.weight, (value, unit) => {
      this.#weightUnits.add(unit)
      return this.#builder.weight(row, value, unit)
    })
    const distance = this.#figure(row, this.#distances, limits.distance, (value, unit) => {
      this.#distanceUnits.add(unit)
      return this.#builder.distance(row, value, unit)
    })
    const reps = row.number('reps', { maximum: limits.reps, whole: 'must' })
    const seconds = row.number('duration_seconds', { maximum: limits.seconds, whole: 'round' })
    const rpe = readRpe(row, 'rpe')
    return {
      line: row.line,
      type: this.#type(row),
      ...(weight && { weight }),
      ...(reps !== undefined && { reps }),
      ...(rpe !== undefined && { rpe }),
      ...(seconds && { durationSeconds: seconds }),
      ...(distance && { distance }),
    }
  }

  /** The first of some columns that has a number. */
  #figure<Unit extends string>(
    row: Row,
    columns: readonly Figure<Unit>[],
    maximum: number,
    read: (value: number, unit: Unit) => Quantity<Unit> | undefined,
  ): Quantity<Unit> | undefined {
    for (const { column, unit } of columns) {
      const value = row.number(column.toLowerCase(), { maximum })
      if (value) return read(value, unit)
    }
    return undefined
  }

  #type(row: Row): ImportedSet['type'] {
    const word = row.cell('set_type').toLowerCase().replace(/[ _-]/g, '')
    if (word === '') return 'normal'
    const type = Object.hasOwn(setTypeByWord, word) ? setTypeByWord[word] : undefined
    if (type) return type
    const message = `"${word.slice(0, 40)}" is an unknown type of set; it was read as normal.`
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
