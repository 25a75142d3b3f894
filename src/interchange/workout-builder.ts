import { limits } from './limits.ts'
import type { LocalTime } from './local-time.ts'
import type { ImportedExercise, ImportedSet } from './model.ts'
import type { Report } from './report.ts'
import type { Row } from './row.ts'

/** The data of a row about its workout. */
export interface WorkoutFacts {
  readonly line: number
  readonly start: LocalTime
  readonly end?: LocalTime | undefined
  readonly durationSeconds?: number | undefined
  readonly name?: string | undefined
  readonly notes?: string | undefined
}

/** Collects texts that rows repeat: each once, in order. */
class Texts {
  /** Created with the first text: a file may have a hundred thousand of these without any. */
  #seen: Set<string> | undefined

  add(text: string | undefined): void {
    if (text === undefined) return
    this.#seen ??= new Set()
    this.#seen.add(text)
  }

  get joined(): string | undefined {
    return this.#seen && [...this.#seen].join('\n').slice(0, limits.notes)
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

  /** Sets the rest of the last set; false if there is no set. */
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
    const parts: ImportedSet[][] = [[]]
    let text = notes?.length ?? 0
    for (const set of this.sets) {
      if (set.line >= before) continue
      const more = set.notes?.length ?? 0
      const part = parts.at(-1)
      const isFull = part?.length === limits.sets || text + more > limits.workoutNotes
      text = (isFull ? 0 : text) + more
      if (part && !isFull) part.push(set)
      else parts.push([set])
    }
    return parts.map((sets, part) => ({
      name: this.name,
      ...(this.supersetGroup !== undefined && { supersetGroup: this.supersetGroup }),
      ...(notes !== undefined && part === 0 && { notes }),
      sets,
    }))
  }
}

/** Digests of a workout's rows in order, as plain numbers, since there may be many. */
class RowDigests {
  readonly #lines: number[] = []
  readonly #hashes: number[] = []

  get length(): number {
    return this.#lines.length
  }

  add({ line, cells }: Row): void {
    this.#lines.push(line)
    this.#hashes.push(Number(Bun.hash(cells.join('\0'))))
  }

  lineOf(index: number): number | undefined {
    return this.#lines[index]
  }

  /** Whether `length` rows from one index on equal those from another. */
  areEqual(some: number, others: number, length: number): boolean {
    for (let at = 0; at < length; at++)
      if (this.#hashes[some + at] !== this.#hashes[others + at]) return false
    return true
  }
}

/** With this many exercises or more, they are looked up in a map. */
const manyExercises = 8

/** Adjacent rows of one workout. */
interface Run {
  /** The index of its first row. */
  readonly start: number
  /** The index of its first row that has the number of its set. */
  firstNumbered: number | undefined
  readonly exercises: ExerciseBuilder[]
  /** The first exercise of each name, once there are many. */
  byName: Map<string, ExerciseBuilder> | undefined
}

/** A workout while its rows are read. */
export class WorkoutBuilder {
  readonly facts: WorkoutFacts
  readonly notes = new Texts()
  readonly #rows = new RowDigests()
  readonly #runs: Run[] = []

  constructor(facts: WorkoutFacts) {
    this.facts = facts
  }

  get rowCount(): number {
    return this.#rows.length
  }

  /** Begins another run of rows of this workout. */
  resume(): void {
    this.#runs.push({
      start: this.#rows.length,
      firstNumbered: undefined,
      exercises: [],
      byName: undefined,
    })
  }

  /** Records a row of the current run. */
  note(row: Row, isNumbered: boolean): void {
    if (isNumbered) this.#run.firstNumbered ??= this.#rows.length
    this.#rows.add(row)
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
      const line = before ?? this.#rows.lineOf(this.#runs[1]?.start ?? 0) ?? this.facts.line
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
    const { length } = this.#rows
    const ends = [...others.map(({ start }) => start), length]
    const size = ends[0] ?? length
    const isRepeated = others.every(
      ({ start }, index) =>
        (ends[index + 1] ?? length) - start === size && this.#rows.areEqual(0, start, size),
    )
    if (!isRepeated) return { runs: this.#runs, repeated: 0 }
    const again = length - size
    const half = size / 2
    const before = this.#rows.lineOf(half)
    const isDoubled =
      before !== undefined &&
      first.firstNumbered !== undefined &&
      first.firstNumbered < half &&
      this.#rows.areEqual(0, half, half)
    return isDoubled ? { runs: [first], before, repeated: again + half } : { runs: [first], repeated: again }
  }
}

function builtFrom(
  exercise: ExerciseBuilder,
  before: number | undefined,
  report: Report,
): readonly ImportedExercise[] {
  const parts = exercise.build(before)
  if (parts.length > 1) {
    const message = `${exercise.sets.length} sets of ${exercise.name}: they were split into ${parts.length} groups of at most ${limits.sets}.`
    const line = exercise.sets[0]?.line ?? exercise.line
    report.add({ line, code: 'exercise_split', effect: 'value_changed', message })
  }
  return parts
}
