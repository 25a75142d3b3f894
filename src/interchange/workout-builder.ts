import { limits } from './limits.ts'
import type { LocalTime } from './local-time.ts'
import type { ImportedExercise, ImportedSet } from './model.ts'
import type { Report } from './report.ts'
import type { Row } from './row.ts'

/** What a row says about its workout. */
export interface WorkoutFacts {
  readonly line: number
  readonly start: LocalTime
  readonly end?: LocalTime | undefined
  readonly durationSeconds?: number | undefined
  readonly name?: string | undefined
  readonly notes?: string | undefined
}

/** Texts that rows repeat: each once, in order. */
class Texts {
  readonly #seen = new Set<string>()

  add(text: string | undefined): void {
    if (text !== undefined) this.#seen.add(text)
  }

  get joined(): string | undefined {
    return this.#seen.size === 0 ? undefined : [...this.#seen].join('\n').slice(0, limits.notes)
  }
}

/** An exercise while its rows are read. */
export class ExerciseBuilder {
  readonly name: string
  readonly supersetGroup: number | undefined
  readonly notes = new Texts()
  readonly sets: ImportedSet[] = []
  /** The line of its first row. */
  readonly line: number

  constructor(name: string, line: number, supersetGroup?: number) {
    this.name = name
    this.line = line
    this.supersetGroup = supersetGroup
  }

  /** Gives the last set its rest; false if there is no set. */
  rest(restSeconds: number): boolean {
    const last = this.sets.pop()
    if (!last) return false
    this.sets.push({ ...last, restSeconds })
    return true
  }

  /**
   * In the shape of the model; sets over an exercise's limit continue in another one.
   *
   * @param before sets from this line on are left out
   */
  build(before = Number.POSITIVE_INFINITY): readonly ImportedExercise[] {
    const notes = this.notes.joined
    const sets = this.sets.filter(({ line }) => line < before)
    const parts = Math.max(1, Math.ceil(sets.length / limits.sets))
    return Array.from({ length: parts }, (_, part) => ({
      name: this.name,
      ...(this.supersetGroup !== undefined && { supersetGroup: this.supersetGroup }),
      ...(notes !== undefined && part === 0 && { notes }),
      sets: sets.slice(part * limits.sets, (part + 1) * limits.sets),
    }))
  }
}

/** A row of a workout, by what its cells contain. */
interface RowDigest {
  readonly line: number
  readonly hash: number | bigint
  /** Whether it has the number of its set. */
  readonly isNumbered: boolean
}

/** From this many exercises on, they are looked up in a map. */
const manyExercises = 8

/** Adjacent rows of one workout. */
interface Run {
  readonly rows: RowDigest[]
  readonly exercises: ExerciseBuilder[]
  /** The first exercise of each name, once there are many. */
  byName: Map<string, ExerciseBuilder> | undefined
}

/** A workout while its rows are read. */
export class WorkoutBuilder {
  readonly facts: WorkoutFacts
  readonly notes = new Texts()
  readonly #runs: Run[] = []

  constructor(facts: WorkoutFacts) {
    this.facts = facts
  }

  /** Begins another run of rows of this workout. */
  resume(): void {
    this.#runs.push({ rows: [], exercises: [], byName: undefined })
  }

  /** Records a row of the current run. */
  note({ line, cells }: Row, isNumbered: boolean): void {
    this.#run.rows.push({ line, hash: Bun.hash(cells.join('\0')), isNumbered })
  }

  get #run(): Run {
    const run = this.#runs.at(-1)
    if (run) return run
    throw new Error('no row of the workout was read')
  }

  /** The exercise of the row before, in the same run. */
  get lastExercise(): ExerciseBuilder | undefined {
    return this.#run.exercises.at(-1)
  }

  /** The first exercise of the run that has this name. */
  exerciseNamed(name: string): ExerciseBuilder | undefined {
    const { byName, exercises } = this.#run
    return byName ? byName.get(name) : exercises.find((exercise) => exercise.name === name)
  }

  add(exercise: ExerciseBuilder): ExerciseBuilder {
    const run = this.#run
    run.exercises.push(exercise)
    if (run.byName && !run.byName.has(exercise.name)) run.byName.set(exercise.name, exercise)
    // Of two with one name the first counts, so it is set last.
    if (run.exercises.length === manyExercises)
      run.byName = new Map(run.exercises.toReversed().map((each) => [each.name, each]))
    return exercise
  }

  /** The exercises of all its rows; a workout that is in the file twice is read once and reported. */
  build(report: Report): readonly ImportedExercise[] {
    const { runs, before, repeated } = this.#once()
    if (repeated > 0) {
      const message = `The workout is already in the file; ${repeated} rows repeat it.`
      const line = before ?? this.#runs[1]?.rows[0]?.line ?? this.facts.line
      report.add({ line, code: 'duplicate_workout', effect: 'row_skipped', message }, repeated)
    }
    return runs.flatMap(({ exercises }) =>
      exercises.flatMap((exercise) =>
        before === undefined || exercise.line < before ? builtFrom(exercise, before, report) : [],
      ),
    )
  }

  /**
   * The runs that count, and the line before which their rows do. Identical rows are real sets: only if the
   * whole workout is repeated row by row is it a duplicate.
   */
  #once(): { readonly runs: readonly Run[]; readonly before?: number; readonly repeated: number } {
    const [first, ...others] = this.#runs
    if (!first) return { runs: [], repeated: 0 }
    const isRepeated = others.length > 0 && others.every(({ rows }) => areAlike(first.rows, rows))
    if (others.length > 0 && !isRepeated) return { runs: this.#runs, repeated: 0 }
    const again = others.reduce((sum, { rows }) => sum + rows.length, 0)
    const half = first.rows.length / 2
    const middle = first.rows[half]
    const start = first.rows.slice(0, half)
    const isDoubled =
      middle !== undefined &&
      start.some(({ isNumbered }) => isNumbered) &&
      areAlike(start, first.rows.slice(half))
    return isDoubled
      ? { runs: [first], before: middle.line, repeated: again + half }
      : { runs: [first], repeated: again }
  }
}

function builtFrom(
  exercise: ExerciseBuilder,
  before: number | undefined,
  report: Report,
): readonly ImportedExercise[] {
  const parts = exercise.build(before)
  if (parts.length > 1) {
    const message = `${exercise.sets.length} sets of ${exercise.name}: they were split into groups of ${limits.sets}.`
    const line = exercise.sets[0]?.line ?? exercise.line
    report.add({ line, code: 'exercise_split', effect: 'value_changed', message })
  }
  return parts
}

function areAlike(some: readonly RowDigest[], others: readonly RowDigest[]): boolean {
  return some.length === others.length && some.every(({ hash }, index) => hash === others[index]?.hash)
}
