import type { DistanceUnit, Quantity, WeightUnit } from '#training/units.ts'
import { workoutKey } from './identity.ts'
import { limits, maxExerciseNames } from './limits.ts'
import { type Instant, instantOf, type LocalTime, localText, readLocalTime } from './local-time.ts'
import { type ImportedExercise, type ImportedWorkout, ImportFileError, type SeenExercise } from './model.ts'
import { Report } from './report.ts'
import type { Row } from './row.ts'
import { enteredDistance, enteredWeight } from './snap.ts'
import { WorkoutBuilder, type WorkoutFacts } from './workout-builder.ts'

const second = 1000

/** Collects the workouts of a file while its rows are read. */
export class LogBuilder {
  readonly report = new Report()
  readonly timeZone: string
  readonly #workouts = new Map<string, WorkoutBuilder>()
  readonly #categories = new Map<string, string>()
  readonly #times = new Map<string, LocalTime | undefined>()
  #current: string | undefined

  constructor(timeZone: string) {
    this.timeZone = timeZone
  }

  /** The time in a cell, or undefined and a fault of the row. */
  time(row: Row, column: string): LocalTime | undefined {
    const text = row.cell(column)
    // All rows of a workout have the same one.
    if (!this.#times.has(text)) this.#times.set(text, readLocalTime(text))
    const time = this.#times.get(text)
    if (time) return time
    if (text === '') return row.fault(column, 'missing_value', 'The date is missing.')
    return row.fault(column, 'invalid_date', `"${text.slice(0, 40)}" is not an existing date and time.`)
  }

  /** A weight as it was entered; undefined for none, or 0, which means none too. */
  weight(row: Row, value: number | undefined, unit: WeightUnit): Quantity<WeightUnit> | undefined {
    return value ? this.#entered(row, value, unit, enteredWeight(value, unit)) : undefined
  }

  /** A distance as it was entered; undefined for none, or 0, which means none too. */
  distance(row: Row, value: number | undefined, unit: DistanceUnit): Quantity<DistanceUnit> | undefined {
    return value ? this.#entered(row, value, unit, enteredDistance(value, unit)) : undefined
  }

  #entered<Unit extends string>(
    { line }: Row,
    value: number,
    unit: Unit,
    { snapped, ...entered }: Quantity<Unit> & { readonly snapped: boolean },
  ): Quantity<Unit> {
    if (snapped) this.report.snap({ line, from: `${value} ${unit}`, to: `${entered.value} ${entered.unit}` })
    return entered
  }

  /** A file's category of an exercise; the first one counts. */
  category(name: string, category: string | undefined): void {
    if (category !== undefined && !this.#categories.has(name)) this.#categories.set(name, category)
  }

  /** Records the notes and faults of a row; returns whether the row stays. */
  settle(row: Row): boolean {
    const told = row.isGood ? row.remarks : row.faults
    // However many reasons there are, one row is left out.
    for (const [index, problem] of told.entries()) this.report.add(problem, index === 0 ? 1 : 0)
    return row.isGood
  }

  /** The workout that a good row belongs to. `group` distinguishes the workouts of the file. */
  workout(group: string, facts: WorkoutFacts): WorkoutBuilder {
    const known = this.#workouts.get(group)
    const workout = known ?? new WorkoutBuilder(facts)
    if (!known) this.#workouts.set(group, workout)
    if (group !== this.#current) workout.resume(facts.line)
    this.#current = group
    workout.notes.add(facts.notes)
    return workout
  }

  /** The workouts, oldest first, with `pause` in between. */
  async build(pause: () => Promise<void> | undefined): Promise<readonly ImportedWorkout[]> {
    const built: ImportedWorkout[] = []
    const numbers = new Map<string, number>()
    for (const workout of this.#workouts.values()) {
      for (const part of this.#parts(workout)) built.push(this.#dated(workout, part, numbers))
      await pause()
    }
    return built.sort((a, b) => a.startedAt - b.startedAt || a.line - b.line)
  }

  /** How many exercises a workout may have; more continue in another workout. */
  #parts(workout: WorkoutBuilder): readonly (readonly ImportedExercise[])[] {
    const exercises = workout.build(this.report)
    const parts: (readonly ImportedExercise[])[] = []
    for (let from = 0; from === 0 || from < exercises.length; from += limits.exercises)
      parts.push(exercises.slice(from, from + limits.exercises))
    if (parts.length > 1) {
      const message = `${exercises.length} exercises in one workout: it was split into workouts of ${limits.exercises}.`
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

  /**
   * The names of exercises, and which figures their sets have.
   *
   * @throws {ImportFileError} `too_many_exercises`
   */
  seen(workouts: readonly ImportedWorkout[]): readonly SeenExercise[] {
    const seen = new Map<string, { -readonly [Field in keyof SeenExercise]: SeenExercise[Field] }>()
    for (const { exercises } of workouts)
      for (const { name, sets } of exercises) {
        const entry = seen.get(name) ?? { name, sets: 0, weighted: 0, counted: 0, timed: 0, measured: 0 }
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
    if (seen.size > maxExerciseNames) {
      const message = `The file names ${seen.size} exercises, more than ${maxExerciseNames}.`
      throw new ImportFileError('too_many_exercises', message)
    }
    return [...seen.values()]
  }
}
