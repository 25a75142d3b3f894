import type { SetCursor } from '../records/set-cursor.ts'
import { type FoldedContent, type FoldedWorkout, foldWorkout } from './fold-workout.ts'
import { type DoubtedSet, kindOf, type LiftKind, type MemoryContent } from './judge.ts'
import type { LiftMeasure } from './lift-set.ts'
import { type RaiseHabit, sharedHabit } from './raise-habit.ts'
import { type LifterState, type LiftState, newLifter } from './state.ts'
import { collectSet, type ExerciseCollector, type MemoryOptions } from './workout-sets.ts'

/** The memory of a lift and its lifter. */
export interface RememberedLift {
  /** When the measure of a lift changes, such as from reps to load, its memory starts over. */
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly lifter: LifterState
  /** How often the lifter raises a weight, over all lifts of this kind that they still do. */
  readonly habit: RaiseHabit
}

/**
 * The version of the rules by which a log is folded. A checkpoint of another version is ignored, so raise it when the
 * same log folds to a different memory.
 */
export const memoryVersion = 10

/**
 * The memory of all lifts after the workouts so far. `add` folds in later workouts. A lift that is in two workouts on
 * one day has two sessions. Lifts measured by load share one lifter state, and all others share another.
 */
export class MemoryFold {
  /** What the fold has learned so far, not a copy. */
  readonly content: FoldedContent
  #habits: Partial<Record<LiftKind, RaiseHabit>> = {}

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: MemoryContent) {
    this.content = {
      exerciseIds: new Set(from?.exerciseIds),
      lifts: new Map(from?.lifts),
      lifters: { load: newLifter, other: newLifter, ...from?.lifters },
    }
  }

  /** The memory of a lift. Undefined if no set has shown its strength. */
  of(exerciseId: string): RememberedLift | undefined {
    const folded = this.content.lifts.get(exerciseId)
    if (!folded || folded.lift.sessions === 0) return undefined
    const { measure, lift } = folded
    const habitOf = () => this.#habitOf(kindOf(measure))
    return {
      measure,
      lift,
      lifter: this.content.lifters[kindOf(measure)],
      // Computed on demand, because only some rules read it.
      get habit() {
        return habitOf()
      },
    }
  }

  /** The doubted sets whose value no later workout repeated, by lift, oldest first. */
  doubts(): DoubtedSet[] {
    return [...this.content.lifts.values()].flatMap(({ doubted }) => doubted.map(({ set }) => set))
  }

  /**
   * Folds in the sets that a cursor goes through, which must be in chronological order and end with a workout.
   * @throws {RangeError} for a set whose exercise isn't in the options.
   */
  add(sets: SetCursor, options: MemoryOptions, onWorkout?: (workout: FoldedWorkout) => void): void {
    const workout = new Map<string, ExerciseCollector>()
    this.#habits = {}
    while (sets.next()) {
      collectSet(workout, sets, options)
      if (sets.endsWorkout) {
        foldWorkout(this.content, workout, sets, options, onWorkout)
        workout.clear()
      }
    }
  }

  #habitOf(kind: LiftKind): RaiseHabit {
    this.#habits[kind] ??= sharedHabit(
      [...this.content.lifts.values()].flatMap(({ measure, lift }) => (kindOf(measure) === kind ? lift : [])),
    )
    return this.#habits[kind]
  }
}
