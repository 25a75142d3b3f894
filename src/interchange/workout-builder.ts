import { countText } from '#lib/count-text.ts'
import { shorten } from '#lib/shorten.ts'
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

/** Collects strings that rows repeat, each of them once, in order. */
class Texts {
  /** Created with the first text, since a hundred thousand of these objects may have none. */
  #seen: Set<string> | undefined

  add(text: string | undefined): void {
    if (text === undefined) return
    this.#seen ??= new Set()
    this.#seen.add(text)
  }

  get joined(): string | undefined {
    return this.#seen && shorten([...this.#seen].join('\n'), limits.notes)
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

  /** Sets the rest after the last set; false if there is no set. */
  setRest(restSeconds: number): boolean {
    const last = this.sets.pop()
    if (!last) return false
    this.sets.push({ ...last, restSeconds })
    return true
  }

  /**
   * Converts the exercise to the model. Sets beyond the limit of an exercise continue in another one.
   *
   * @param endLine sets from this line on are left out
   */
  build(endLine = Number.POSITIVE_INFINITY): readonly ImportedExercise[] {
    const notes = this.notes.joined
    const parts: ImportedSet[][] = [[]]
    let notesTotal = notes?.length ?? 0
    for (const set of this.sets) {
      if (set.line >= endLine) continue
      const addedNotes = set.notes?.length ?? 0
      const part = parts.at(-1)
      const isFull = part?.length === limits.sets || notesTotal + addedNotes > limits.workoutNotes
      notesTotal = (isFull ? 0 : notesTotal) + addedNotes
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

/** Digests of a workout's rows in order, stored as plain numbers, since there may be many. */
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

  /** Whether the `length` rows from one index on equal those from another. */
  areEqual(startA: number, startB: number, length: number): boolean {
    for (let index = 0; index < length; index++)
      if (this.#hashes[startA + index] !== this.#hashes[startB + index]) return false
    return true
  }
}

/** With this many exercises, a map is faster than searching the list. */
const minExercisesForMap = 8

/** Adjacent rows of one workout. */
interface RowRun {
  /** The index of its first row. */
  readonly start: number
  /** The index of its first row that has a set number. */
  firstNumbered: number | undefined
  readonly exercises: ExerciseBuilder[]
  /** The first exercise of each name, if there are many exercises. */
  byName: Map<string, ExerciseBuilder> | undefined
}

/** A workout while its rows are read. */
export class WorkoutBuilder {
  readonly facts: WorkoutFacts
  readonly notes = new Texts()
  readonly #rows = new RowDigests()
  readonly #runs: RowRun[] = []

  constructor(facts: WorkoutFacts) {
    this.facts = facts
  }

  get rowCount(): number {
    return this.#rows.length
  }

  /** Starts another run of adjacent rows of this workout. */
  startRun(): void {
    this.#runs.push({
      start: this.#rows.length,
      firstNumbered: undefined,
      exercises: [],
      byName: undefined,
    })
  }

  /** Adds a row to the current run. */
  addRow(row: Row, isNumbered: boolean): void {
    if (isNumbered) this.#run.firstNumbered ??= this.#rows.length
    this.#rows.add(row)
  }

  get #run(): RowRun {
    const run = this.#runs.at(-1)
    if (run) return run
    throw new Error('no row of the workout was read')
  }

  /** The exercise of the previous row in the same run. */
  get lastExercise(): ExerciseBuilder | undefined {
    return this.#run.exercises.at(-1)
  }

  /** The first exercise of the run that has this name. */
  exerciseNamed(name: string): ExerciseBuilder | undefined {
    const { byName, exercises } = this.#run
    return byName ? byName.get(name) : exercises.find((exercise) => exercise.name === name)
  }

  addExercise(exercise: ExerciseBuilder): ExerciseBuilder {
    const run = this.#run
    run.exercises.push(exercise)
    if (run.byName && !run.byName.has(exercise.name)) run.byName.set(exercise.name, exercise)
    // The first exercise with a name counts, so it is set last.
    if (run.exercises.length === minExercisesForMap)
      run.byName = new Map(run.exercises.toReversed().map((exercise) => [exercise.name, exercise]))
    return exercise
  }

  /** Builds the exercises. A workout that is in the file twice is read once and reported. */
  build(report: Report): readonly ImportedExercise[] {
    const { runs, endLine, repeated } = this.#withoutRepeats()
    if (repeated > 0) {
      const message = `The workout is already in the file: skipped ${countText(repeated, 'repeated row')}.`
      const line = endLine ?? this.#rows.lineOf(this.#runs[1]?.start ?? 0) ?? this.facts.line
      report.add({ line, code: 'duplicate_workout', effect: 'row_skipped', message }, repeated)
    }
    return runs.flatMap(({ exercises }) =>
      exercises.flatMap((exercise) =>
        endLine === undefined || exercise.line < endLine ? buildExercise(exercise, endLine, report) : [],
      ),
    )
  }

  /**
   * The runs to read, the line before which to stop, and the number of repeated rows. Identical rows are separate
   * sets, unless the whole workout is repeated row by row.
   */
  #withoutRepeats(): {
    readonly runs: readonly RowRun[]
    readonly endLine?: number
    readonly repeated: number
  } {
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
    const laterRows = length - size
    const half = size / 2
    const endLine = this.#rows.lineOf(half)
    const isDoubled =
      endLine !== undefined &&
      first.firstNumbered !== undefined &&
      first.firstNumbered < half &&
      this.#rows.areEqual(0, half, half)
    return isDoubled
      ? { runs: [first], endLine, repeated: laterRows + half }
      : { runs: [first], repeated: laterRows }
  }
}

function buildExercise(
  exercise: ExerciseBuilder,
  endLine: number | undefined,
  report: Report,
): readonly ImportedExercise[] {
  const parts = exercise.build(endLine)
  if (parts.length > 1) {
    const message = `${exercise.sets.length} sets of ${exercise.name}: they were split into ${parts.length} groups of at most ${limits.sets}.`
    const line = exercise.sets[0]?.line ?? exercise.line
    report.add({ line, code: 'exercise_split', effect: 'value_changed', message })
  }
  return parts
}
