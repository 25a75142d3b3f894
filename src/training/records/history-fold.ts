import { isWorkingSet } from '../counting.ts'
import type { ExerciseFacts } from '../types.ts'
import { Bests } from './bests.ts'
import { newWorkout } from './current-workout.ts'
import { RecordHistory } from './record-history.ts'
import type { SetCursor } from './set-cursor.ts'
import type { HistoryTotals, RecordOptions, SetHistory } from './set-history.ts'

/** A workout with a set that counts, and the sums of its sets. */
interface TrainedWorkout extends HistoryTotals {
  readonly workoutId: string
}

/** The history of the workouts so far; `add` folds in later ones. */
export class HistoryFold implements SetHistory {
  readonly bests = new Map<string, Bests>()
  readonly beaten: RecordHistory
  /** Oldest first. */
  readonly trained: TrainedWorkout[]
  readonly #exercises: Bests[] = []

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: HistoryFold) {
    this.beaten = from ? from.beaten.fork(this.#exercises) : new RecordHistory(this.#exercises)
    this.trained = from ? [...from.trained] : []
    for (const bests of from?.bests.values() ?? []) this.addExercise(bests.facts, bests)
  }

  get workoutIds(): string[] {
    return this.trained.map(({ workoutId }) => workoutId)
  }

  /** Summed by workout, so that the sum doesn't depend on which workouts were folded together. */
  get totals(): HistoryTotals {
    const totals = { sets: 0, reps: 0, volumeGrams: 0, unknownLoadSets: 0 }
    for (const { sets, reps, volumeGrams, unknownLoadSets } of this.trained) {
      totals.sets += sets
      totals.reps += reps
      totals.volumeGrams += volumeGrams
      totals.unknownLoadSets += unknownLoadSets
    }
    return totals
  }

  /**
   * Folds in all sets of a cursor; see `setHistory`. The options must agree with those of earlier calls, as far
   * as the earlier sets depend on them.
   * @throws {RangeError} for a set whose exercise isn't in the options.
   */
  add(sets: SetCursor, options: RecordOptions): void {
    const workout = newWorkout(options, (facts) => this.bestsOf(facts))
    while (sets.next()) {
      if (isWorkingSet(sets)) workout.add(sets)
      if (!sets.endsWorkout || !workout.isTrained()) continue
      workout.endVolumes(sets)
      this.trained.push({ workoutId: sets.workoutId, ...workout.end() })
    }
  }

  /** The bests of an exercise, which is added if it is new. */
  bestsOf(facts: ExerciseFacts): Bests {
    return this.bests.get(facts.id) ?? this.addExercise(facts)
  }

  /** The bests of the exercises, by their numbers in the records. */
  get exercises(): readonly Bests[] {
    return this.#exercises
  }

  /** Adds an exercise with a number that has none yet, or replaces its bests, with a copy of those of another fold. */
  addExercise(facts: ExerciseFacts, from?: Bests, exerciseNumber: number = this.#exercises.length): Bests {
    const { beaten } = this
    const onBeaten = (bestNumber: number, cells: Float64Array, cellAt: number) =>
      beaten.add(exerciseNumber, bestNumber, cells, cellAt)
    const bests = new Bests(facts, onBeaten, from)
    this.#exercises[exerciseNumber] = bests
    this.bests.set(facts.id, bests)
    return bests
  }
}
