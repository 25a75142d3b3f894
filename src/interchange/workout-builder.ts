import { setsFingerprint } from './identity.ts'
import { limits } from './limits.ts'
import type { LocalTime } from './local-time.ts'
import type { ImportedExercise, ImportedSet } from './model.ts'
import type { Report } from './report.ts'

/** What a row says about its workout. */
export interface WorkoutFacts {
  readonly line: number
  readonly start: LocalTime
  readonly end?: LocalTime | undefined
  readonly durationSeconds?: number | undefined
  readonly name?: string | undefined
  readonly notes?: string | undefined
}

/** Texts that several rows repeat: each once, in order. */
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

  constructor(name: string, supersetGroup?: number) {
    this.name = name
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
   * In the shape of the model; if there are more sets than an exercise may have, another one continues them.
   */
  build(): readonly ImportedExercise[] {
    const notes = this.notes.joined
    const parts = Math.max(1, Math.ceil(this.sets.length / limits.sets))
    return Array.from({ length: parts }, (_, part) => ({
      name: this.name,
      ...(this.supersetGroup !== undefined && { supersetGroup: this.supersetGroup }),
      ...(notes !== undefined && part === 0 && { notes }),
      sets: this.sets.slice(part * limits.sets, (part + 1) * limits.sets),
    }))
  }
}

/** Adjacent rows of one workout. */
interface Run {
  readonly line: number
  readonly exercises: ExerciseBuilder[]
}

/** A workout while its rows are read. */
export class WorkoutBuilder {
  readonly facts: WorkoutFacts
  readonly notes = new Texts()
  readonly #runs: Run[] = []

  constructor(facts: WorkoutFacts) {
    this.facts = facts
  }

  /** Another stretch of rows of this workout begins. */
  resume(line: number): void {
    this.#runs.push({ line, exercises: [] })
  }

  /** The exercises of the rows that are being read. */
  get exercises(): ExerciseBuilder[] {
    const run = this.#runs.at(-1)
    if (run) return run.exercises
    throw new Error('no row of the workout was read')
  }

  /** The exercises of all its rows; a stretch that repeats an earlier one is left out and reported. */
  build(report: Report): readonly ImportedExercise[] {
    const seen = new Set<string>()
    return this.#runs.flatMap(({ line, exercises }) => {
      const built = exercises.flatMap((exercise) => this.#built(exercise, line, report))
      if (this.#runs.length === 1) return built
      const fingerprint = setsFingerprint(built)
      if (!seen.has(fingerprint)) {
        seen.add(fingerprint)
        return built
      }
      const rows = built.reduce((sum, { sets }) => sum + sets.length, 0)
      const message = `The workout is already in the file; ${rows} rows from here on repeat it.`
      report.add({ line, code: 'duplicate_workout', effect: 'row_skipped', message }, rows)
      return []
    })
  }

  #built(exercise: ExerciseBuilder, line: number, report: Report): readonly ImportedExercise[] {
    const parts = exercise.build()
    if (parts.length > 1) {
      const message = `${exercise.sets.length} sets of ${exercise.name}: they were split into groups of ${limits.sets}.`
      const at = exercise.sets[0]?.line ?? line
      report.add({ line: at, code: 'exercise_split', effect: 'value_changed', message })
    }
    return parts
  }
}
