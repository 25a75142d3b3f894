import { createCollector } from '#lib/collect-garbage.ts'
import type { DistanceUnit, Quantity, WeightUnit } from '#training/units.ts'
import type { Columns } from './columns.ts'
import type { Conventions } from './conventions.ts'
import type { CsvRecord } from './csv-records.ts'
import { enteredDistance, enteredWeight } from './entered.ts'
import { workoutKey } from './identity.ts'
import { limits, maxExerciseNames, maxRows, maxWorkouts, tooManyRows } from './limits.ts'
import { type Instant, instantOf, type LocalTime, localText, offsetText } from './local-time.ts'
import {
  type ImportedExercise,
  type ImportedSet,
  type ImportedWorkout,
  ImportFileError,
  type ImportProblemCode,
  type SeenExercise,
} from './model.ts'
import { readLocalTime } from './read-local-time.ts'
import { Report } from './report.ts'
import { excerpt, Row } from './row.ts'
import { WorkoutBuilder, type WorkoutFacts } from './workout-builder.ts'

const second = 1000
/** Roughly how many bytes are allocated to build the set of a row; most of it is garbage right away. */
const allocatedPerRow = 500
/** In characters; longer cells aren't times. */
const longestTime = 60

/** Collects the workouts of a file while its rows are read. */
export class LogBuilder {
  readonly report = new Report()
  readonly timeZone: string
  readonly #conventions: Conventions
  readonly #workouts = new Map<string, WorkoutBuilder>()
  readonly #categories = new Map<string, string>()
  readonly #names = new Set<string>()
  readonly #times = new Map<string, ReturnType<typeof readLocalTime>>()
  #current: string | undefined
  #repeated = 0

  constructor(timeZone: string, conventions: Conventions) {
    this.timeZone = timeZone
    this.#conventions = conventions
  }

  row(columns: Columns, record: CsvRecord): Row {
    return new Row(columns, record, this.#conventions)
  }

  /** The time in a required cell; undefined and a fault if there is none. */
  time(row: Row, column: string): LocalTime | undefined {
    const time = this.#timeIn(row.cell(column))
    if (typeof time === 'object') return time
    return row.fault(column, ...whyNoTime(row.cell(column), time))
  }

  /** The same for an optional cell: one that can't be read is reported and dropped, and the row stays. */
  minorTime(row: Row, column: string): LocalTime | undefined {
    const cell = row.cell(column)
    if (cell === '') return undefined
    const time = this.#timeIn(cell)
    return typeof time === 'object' ? time : row.drop(column, ...whyNoTime(cell, time))
  }

  #timeIn(text: string): ReturnType<typeof readLocalTime> {
    if (text.length > longestTime) return undefined
    // All rows of a workout have the same one.
    if (!this.#times.has(text)) this.#times.set(text, readLocalTime(text, this.#conventions.dayOrder))
    return this.#times.get(text)
  }

  /** A load as it was entered: a weight, assistance if it is negative, or nothing for 0. */
  load(row: Row, value: number | undefined, unit: WeightUnit): Pick<ImportedSet, 'weight' | 'assistance'> {
    if (!value) return {}
    const entered = this.#entered(row, Math.abs(value), unit, enteredWeight(Math.abs(value), unit))
    return value < 0 ? { assistance: entered } : { weight: entered }
  }

  /** A distance as it was entered; undefined for none, or for 0, which also means none. */
  distance(row: Row, value: number | undefined, unit: DistanceUnit): Quantity<DistanceUnit> | undefined {
    return value ? this.#entered(row, value, unit, enteredDistance(value, unit)) : undefined
  }

  #entered<Unit extends string>(
    { line }: Row,
    value: number,
    unit: Unit,
    { rounded, ...entered }: Quantity<Unit> & { readonly rounded: boolean },
  ): Quantity<Unit> {
    if (rounded) this.report.round({ line, from: `${value} ${unit}`, to: `${entered.value} ${entered.unit}` })
    return entered
  }

  /** A file's category of an exercise; the first one counts. */
  category(name: string, category: string | undefined): void {
    if (category !== undefined && !this.#categories.has(name)) this.#categories.set(name, category)
  }

  /** Reports the remarks or faults of a row; returns whether the row stays. */
  settle(row: Row): boolean {
    const problems = row.isGood ? row.remarks : row.faults
    // However many faults there are, only one row is skipped.
    for (const [index, problem] of problems.entries()) this.report.add(problem, index === 0 ? 1 : 0)
    return row.isGood
  }

  /**
   * The workout that a valid row belongs to. `group` distinguishes the workouts of the file.
   *
   * @param name the exercise of the row
   * @param isNumbered whether the row has the number of its set
   * @throws {ImportFileError} `too_many_workouts` or `too_many_exercises`
   */
  workout(
    row: Row,
    group: string,
    facts: WorkoutFacts,
    { name, isNumbered }: { readonly name: string; readonly isNumbered: boolean },
  ): WorkoutBuilder {
    const known = this.#workouts.get(group)
    const workout = known ?? new WorkoutBuilder(facts)
    if (!known) this.#workouts.set(group, workout)
    if (group !== this.#current) workout.resume()
    this.#current = group
    workout.notes.add(facts.notes)
    workout.note(row, isNumbered)
    this.#names.add(name)
    if (this.#workouts.size > maxWorkouts) throw tooMany('too_many_workouts', `${maxWorkouts} workouts`, row)
    if (this.#names.size > maxExerciseNames)
      throw tooMany('too_many_exercises', `${maxExerciseNames} exercise names`, row)
    return workout
  }

  /**
   * Counts the sets that a row represents beyond its first.
   *
   * @throws {ImportFileError} `too_many_rows`, as if each set had its own row
   */
  addRepeated(sets: number, { line }: Row): void {
    this.#repeated += sets
    if (this.#repeated > maxRows) throw tooManyRows(line)
  }

  /** The workouts, oldest first, with `pause` in between. */
  async build(pause: () => Promise<void> | undefined): Promise<readonly ImportedWorkout[]> {
    const built: ImportedWorkout[] = []
    const numbers = new Map<string, number>()
    const collect = createCollector()
    let allocated = 0
    for (const [group, workout] of this.#workouts) {
      for (const part of this.#parts(workout)) built.push(this.#dated(workout, part, numbers))
      // Keeping both forms of all workouts would double the memory.
      this.#workouts.delete(group)
      allocated += workout.rowCount * allocatedPerRow
      collect(allocated)
      await pause()
    }
    return built.sort((a, b) => a.startedAt - b.startedAt || a.line - b.line)
  }

  /** The exercises of a workout; those over the limit continue in another workout. */
  #parts(workout: WorkoutBuilder): readonly (readonly ImportedExercise[])[] {
    const exercises = workout.build(this.report)
    const parts: ImportedExercise[][] = [[]]
    let sets = 0
    let text = 0
    for (const exercise of exercises) {
      const part = parts.at(-1)
      const more = notesLength(exercise)
      const isFull =
        part?.length === limits.exercises ||
        sets + exercise.sets.length > limits.workoutSets ||
        text + more > limits.workoutNotes
      sets = (isFull ? 0 : sets) + exercise.sets.length
      text = (isFull ? 0 : text) + more
      if (part && !isFull) part.push(exercise)
      else parts.push([exercise])
    }
    if (parts.length > 1) {
      const message = `${exercises.length} exercises in one workout: it was split into ${parts.length} workouts.`
      const { line } = workout.facts
      this.report.add({ line, code: 'workout_split', effect: 'value_changed', message })
    }
    return parts
  }

  #dated(
    { facts, notes }: WorkoutBuilder,
    exercises: readonly ImportedExercise[],
    numbers: Map<string, number>,
  ): ImportedWorkout {
    const { line, start, name } = facts
    const localStart = localText(start.shown)
    const plainKey = workoutKey(localStart, start.dayOnly, name)
    const number = (numbers.get(plainKey) ?? 0) + 1
    numbers.set(plainKey, number)
    const { at } = this.#instant(start, 'The workout starts', line)
    const endedAt = this.#end(facts, at)
    const joined = notes.joined
    return {
      line,
      key: workoutKey(localStart, start.dayOnly, name, number),
      ...(name !== undefined && { name }),
      ...(joined !== undefined && { notes: joined }),
      localStart,
      dayOnly: start.dayOnly,
      // An offset of 0 only says that the file has its times in UTC.
      ...(start.offset && { timeZone: offsetText(start.offset) }),
      startedAt: at,
      ...(endedAt !== undefined && { endedAt }),
      exercises,
    }
  }

  #instant(time: LocalTime, what: string, line: number, notBefore?: number): Instant {
    const instant = instantOf(time, this.timeZone, notBefore)
    const shown = localText(time.shown).replace('T', ' ')
    if (instant.doubt === 'gap') {
      const message = `${what} at ${shown}, which clocks in ${this.timeZone} skipped; it was moved forward.`
      this.report.add({ line, code: 'clock_gap', effect: 'value_changed', message })
    } else if (instant.doubt === 'overlap') {
      const message = `${what} at ${shown}, which clocks in ${this.timeZone} showed twice.`
      this.report.add({ line, code: 'clock_overlap', effect: 'kept', message })
    }
    return instant
  }

  #end({ line, end, durationSeconds }: WorkoutFacts, startedAt: number): number | undefined {
    if (durationSeconds) return startedAt + durationSeconds * second
    if (!end) return undefined
    const { at } = this.#instant(end, 'The workout ends', line, startedAt)
    if (at >= startedAt) return at
    const message = 'The workout ends before it starts; its end was left out.'
    this.report.add({ line, code: 'end_before_start', effect: 'value_dropped', message })
    return undefined
  }

  /** The exercise names, with statistics on the figures that their sets have. */
  async seen(
    workouts: readonly ImportedWorkout[],
    pause: () => Promise<void> | undefined,
  ): Promise<readonly SeenExercise[]> {
    const seen = new Map<string, { -readonly [Field in keyof SeenExercise]: SeenExercise[Field] }>()
    for (const { exercises } of workouts) {
      for (const { name, sets } of exercises) {
        const entry = seen.get(name) ?? { ...unseen, name }
        const category = this.#categories.get(name)
        if (category !== undefined) entry.category = category
        seen.set(name, entry)
        for (const set of sets) {
          entry.sets++
          if (set.weight) entry.weighted++
          if (set.reps !== undefined) entry.counted++
          if (set.durationSeconds !== undefined) entry.timed++
          if (set.distance) entry.measured++
        }
      }
      await pause()
    }
    return [...seen.values()]
  }
}

function notesLength({ notes, sets }: ImportedExercise): number {
  return sets.reduce((sum, set) => sum + (set.notes?.length ?? 0), notes?.length ?? 0)
}

const unseen = { sets: 0, weighted: 0, counted: 0, timed: 0, measured: 0 }

function whyNoTime(
  cell: string,
  reading: 'ambiguous' | undefined,
): [code: ImportProblemCode, message: string] {
  if (cell === '') return ['missing_value', 'The date is missing.']
  if (reading === undefined) return ['invalid_date', `"${excerpt(cell)}" is not a valid date and time.`]
  return ['ambiguous_date', `"${excerpt(cell)}" may have the day or the month first.`]
}

function tooMany(
  code: 'too_many_workouts' | 'too_many_exercises',
  limit: string,
  { line }: Row,
): ImportFileError {
  return new ImportFileError(code, `The file has more than ${limit}.`, line)
}
