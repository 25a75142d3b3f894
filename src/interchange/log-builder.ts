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
  type FileExercise,
  type ImportedExercise,
  type ImportedSet,
  type ImportedWorkout,
  ImportFileError,
  type ImportProblemCode,
} from './model.ts'
import { readLocalTime } from './read-local-time.ts'
import { Report } from './report.ts'
import { excerpt, Row } from './row.ts'
import { WorkoutBuilder, type WorkoutFacts } from './workout-builder.ts'

const secondMs = 1000
/** Roughly the number of bytes allocated for a row's set, most of which are garbage right away. */
const allocatedPerRow = 500
/** In characters; longer cells aren't times. */
const maxTimeLength = 60

/** Collects the workouts of a file while its rows are read. */
export class LogBuilder {
  readonly report = new Report()
  readonly timeZone: string
  readonly #conventions: Conventions
  readonly #workouts = new Map<string, WorkoutBuilder>()
  readonly #categories = new Map<string, string>()
  readonly #names = new Set<string>()
  readonly #times = new Map<string, ReturnType<typeof readLocalTime>>()
  #currentGroup: string | undefined
  #repeatedSets = 0

  constructor(timeZone: string, conventions: Conventions) {
    this.timeZone = timeZone
    this.#conventions = conventions
  }

  createRow(columns: Columns, record: CsvRecord): Row {
    return new Row(columns, record, this.#conventions)
  }

  /** Reads the time in a required cell. Undefined, with a fault, if there is none. */
  readTime(row: Row, column: string): LocalTime | undefined {
    const time = this.#timeIn(row.cell(column))
    if (typeof time === 'object') return time
    return row.fault(column, ...timeProblem(row.cell(column), time))
  }

  /** Reads the time in an optional cell. An unreadable cell is reported and dropped, without skipping the row. */
  readOptionalTime(row: Row, column: string): LocalTime | undefined {
    const cell = row.cell(column)
    if (cell === '') return undefined
    const time = this.#timeIn(cell)
    return typeof time === 'object' ? time : row.drop(column, ...timeProblem(cell, time))
  }

  #timeIn(text: string): ReturnType<typeof readLocalTime> {
    if (text.length > maxTimeLength) return undefined
    // All rows of a workout have the same time.
    if (!this.#times.has(text)) this.#times.set(text, readLocalTime(text, this.#conventions.dayOrder))
    return this.#times.get(text)
  }

  /** Restores a weight to what was entered: as assistance if it is negative, and nothing for 0. */
  restoreWeight(
    row: Row,
    value: number | undefined,
    unit: WeightUnit,
  ): Pick<ImportedSet, 'weight' | 'assistance'> {
    if (!value) return {}
    const entered = this.#entered(row, Math.abs(value), unit, enteredWeight(Math.abs(value), unit))
    return value < 0 ? { assistance: entered } : { weight: entered }
  }

  /** Restores a distance to what was entered; undefined for none, or for 0, which also means none. */
  restoreDistance(
    row: Row,
    value: number | undefined,
    unit: DistanceUnit,
  ): Quantity<DistanceUnit> | undefined {
    return value ? this.#entered(row, value, unit, enteredDistance(value, unit)) : undefined
  }

  #entered<Unit extends string>(
    { line }: Row,
    value: number,
    unit: Unit,
    { isRestored, ...entered }: Quantity<Unit> & { readonly isRestored: boolean },
  ): Quantity<Unit> {
    if (isRestored)
      this.report.addRounding({ line, from: `${value} ${unit}`, to: `${entered.value} ${entered.unit}` })
    return entered
  }

  /** Records the file's category of an exercise; the first one counts. */
  addCategory(name: string, category: string | undefined): void {
    if (category !== undefined && !this.#categories.has(name)) this.#categories.set(name, category)
  }

  /** Reports the faults of a row or, if it has none, its remarks. Returns whether the row is valid. */
  reportProblems(row: Row): boolean {
    const problems = row.isValid ? row.remarks : row.faults
    // A row with several faults counts as one skipped row.
    for (const [index, problem] of problems.entries()) this.report.add(problem, index === 0 ? 1 : 0)
    return row.isValid
  }

  /**
   * Adds a valid row to the workout that it belongs to, and returns that workout. `group` identifies it in the file.
   *
   * @param name the exercise of the row
   * @param isNumbered whether the row has a set number
   * @throws {ImportFileError} `too_many_workouts` or `too_many_exercises`
   */
  addRow(
    row: Row,
    group: string,
    facts: WorkoutFacts,
    { name, isNumbered }: { readonly name: string; readonly isNumbered: boolean },
  ): WorkoutBuilder {
    const existing = this.#workouts.get(group)
    const workout = existing ?? new WorkoutBuilder(facts)
    if (!existing) this.#workouts.set(group, workout)
    if (group !== this.#currentGroup) workout.startRun()
    this.#currentGroup = group
    workout.notes.add(facts.notes)
    workout.addRow(row, isNumbered)
    this.#names.add(name)
    if (this.#workouts.size > maxWorkouts) throw tooMany('too_many_workouts', `${maxWorkouts} workouts`, row)
    if (this.#names.size > maxExerciseNames)
      throw tooMany('too_many_exercises', `${maxExerciseNames} exercise names`, row)
    return workout
  }

  /**
   * Counts the sets that a row represents in addition to its first.
   *
   * @throws {ImportFileError} `too_many_rows`, as if each set had its own row
   */
  addRepeated(sets: number, { line }: Row): void {
    this.#repeatedSets += sets
    if (this.#repeatedSets > maxRows) throw tooManyRows(line)
  }

  /** Builds the workouts, oldest first, with `pause` in between. */
  async build(pause: () => Promise<void> | undefined): Promise<readonly ImportedWorkout[]> {
    const built: ImportedWorkout[] = []
    const countByKey = new Map<string, number>()
    const collect = createCollector()
    let allocated = 0
    for (const [group, workout] of this.#workouts) {
      for (const part of this.#parts(workout)) built.push(this.#datedWorkout(workout, part, countByKey))
      // Keeping the builders of all workouts as well would double the memory.
      this.#workouts.delete(group)
      allocated += workout.rowCount * allocatedPerRow
      collect(allocated)
      await pause()
    }
    return built.sort((a, b) => a.startedAt - b.startedAt || a.line - b.line)
  }

  /** The exercises of a workout, split into several workouts if they exceed a limit. */
  #parts(workout: WorkoutBuilder): readonly (readonly ImportedExercise[])[] {
    const exercises = workout.build(this.report)
    const parts: ImportedExercise[][] = [[]]
    let setCount = 0
    let notesTotal = 0
    for (const exercise of exercises) {
      const part = parts.at(-1)
      const addedNotes = notesLength(exercise)
      const isFull =
        part?.length === limits.exercises ||
        setCount + exercise.sets.length > limits.workoutSets ||
        notesTotal + addedNotes > limits.workoutNotes
      setCount = (isFull ? 0 : setCount) + exercise.sets.length
      notesTotal = (isFull ? 0 : notesTotal) + addedNotes
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

  #datedWorkout(
    { facts, notes }: WorkoutBuilder,
    exercises: readonly ImportedExercise[],
    countByKey: Map<string, number>,
  ): ImportedWorkout {
    const { line, start, name } = facts
    const localStart = localText(start.wallClock)
    const plainKey = workoutKey(localStart, start.isDayOnly, name)
    const number = (countByKey.get(plainKey) ?? 0) + 1
    countByKey.set(plainKey, number)
    const startedAt = this.#instantOf(start, 'The workout starts', line).at
    const endedAt = this.#endOf(facts, startedAt)
    const joinedNotes = notes.joined
    return {
      line,
      key: workoutKey(localStart, start.isDayOnly, name, number),
      ...(name !== undefined && { name }),
      ...(joinedNotes !== undefined && { notes: joinedNotes }),
      localStart,
      isDayOnly: start.isDayOnly,
      // An offset of 0 only says that the file has its times in UTC, not where the user was.
      ...(start.offset && { timeZone: offsetText(start.offset) }),
      startedAt,
      ...(endedAt !== undefined && { endedAt }),
      exercises,
    }
  }

  #instantOf(time: LocalTime, event: string, line: number, notBefore?: number): Instant {
    const instant = instantOf(time, this.timeZone, notBefore)
    const shownTime = localText(time.wallClock).replace('T', ' ')
    if (instant.doubt === 'gap') {
      const message = `${event} at ${shownTime}, which clocks in ${this.timeZone} skipped; it was moved forward.`
      this.report.add({ line, code: 'clock_gap', effect: 'value_changed', message })
    } else if (instant.doubt === 'overlap') {
      const message = `${event} at ${shownTime}, which clocks in ${this.timeZone} showed twice.`
      this.report.add({ line, code: 'clock_overlap', effect: 'kept', message })
    }
    return instant
  }

  #endOf({ line, end, durationSeconds }: WorkoutFacts, startedAt: number): number | undefined {
    if (durationSeconds) return startedAt + durationSeconds * secondMs
    if (!end) return undefined
    const endedAt = this.#instantOf(end, 'The workout ends', line, startedAt).at
    if (endedAt >= startedAt) return endedAt
    const message = 'The workout ends before it starts; its end was left out.'
    this.report.add({ line, code: 'end_before_start', effect: 'value_dropped', message })
    return undefined
  }

  /** The exercise names, with the number of sets that have each figure. */
  async fileExercises(
    workouts: readonly ImportedWorkout[],
    pause: () => Promise<void> | undefined,
  ): Promise<readonly FileExercise[]> {
    const exerciseByName = new Map<string, { -readonly [Field in keyof FileExercise]: FileExercise[Field] }>()
    for (const { exercises } of workouts) {
      for (const { name, sets } of exercises) {
        const exercise = exerciseByName.get(name) ?? { ...noSets, name }
        const category = this.#categories.get(name)
        if (category !== undefined) exercise.category = category
        exerciseByName.set(name, exercise)
        for (const set of sets) {
          exercise.sets++
          if (set.weight) exercise.weighted++
          if (set.reps !== undefined) exercise.counted++
          if (set.durationSeconds !== undefined) exercise.timed++
          if (set.distance) exercise.measured++
        }
      }
      await pause()
    }
    return [...exerciseByName.values()]
  }
}

function notesLength({ notes, sets }: ImportedExercise): number {
  return sets.reduce((sum, set) => sum + (set.notes?.length ?? 0), notes?.length ?? 0)
}

const noSets = { sets: 0, weighted: 0, counted: 0, timed: 0, measured: 0 }

function timeProblem(
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
