import type { SetCursor } from '../records/set-cursor.ts'
import { foldSession } from './fold.ts'
import {
  type DoubtedSet,
  type FoldedLift,
  type JudgedLift,
  judgeLift,
  kindOf,
  type LiftKind,
  type MemoryContent,
} from './judge.ts'
import type { LiftMeasure } from './lift-set.ts'
import { isLightPhase } from './light-sets.ts'
import { type RaiseHabit, sharedHabit } from './raise-habit.ts'
import { type LifterState, type LiftSession, type LiftState, newLifter } from './state.ts'
import { isDeloadDay, isLow, mainLoad, workingLoad } from './structure.ts'
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
  readonly content: {
    readonly exerciseIds: Set<string>
    readonly lifts: Map<string, FoldedLift>
    readonly lifters: Record<LiftKind, LifterState>
  }
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
  add(sets: SetCursor, options: MemoryOptions): void {
    const workout = new Map<string, ExerciseCollector>()
    while (sets.next()) {
      collectSet(workout, sets, options)
      if (sets.endsWorkout) {
        this.#endWorkout(workout, sets, options.days.dayOf(sets.performedAt, sets.timeZone))
        workout.clear()
      }
    }
  }

  #endWorkout(workout: ReadonlyMap<string, ExerciseCollector>, at: SetCursor, day: number): void {
    const { workoutId, phase } = at
    const { exerciseIds, lifts, lifters } = this.content
    this.#habits = {}
    const judged: { readonly id: string; readonly lift: JudgedLift }[] = []
    const areLow: boolean[] = []
    for (const [id, exercise] of workout) {
      exerciseIds.add(id)
      if (exercise.sets.length === 0) continue
      const lift = judgeLift(this.content, id, exercise, at, day)
      judged.push({ id, lift })
      const main = mainLoad(lift.folded.lift)
      if (main > 0 && lift.sets.length > 0) areLow.push(isLow(workingLoad(lift.sets), main))
    }
    const planned = isLightPhase(phase)
    const deload = planned || isDeloadDay(areLow)
    for (const { id, lift: judgedLift } of judged) {
      const { folded, sets } = judgedLift
      // All sets are doubted, or the lift has never had a successful rep: neither says anything about strength.
      if (folded.lift.sessions > 0 ? sets.length === 0 : !sets.some(({ reps }) => reps > 0)) {
        lifts.set(id, folded)
        continue
      }
      const usual = { day, sets, workoutId }
      // Spreading is slow, and most sessions are neither planned to be light nor deloads.
      const session: LiftSession = planned
        ? { ...usual, deload, planned }
        : deload
          ? { ...usual, deload }
          : usual
      const { lift, lifter } = foldSession(folded.lift, lifters[kindOf(folded.measure)], session)
      lifts.set(id, { measure: folded.measure, lift, doubted: folded.doubted })
      lifters[kindOf(folded.measure)] = lifter
    }
  }

  #habitOf(kind: LiftKind): RaiseHabit {
    this.#habits[kind] ??= sharedHabit(
      [...this.content.lifts.values()].flatMap(({ measure, lift }) => (kindOf(measure) === kind ? lift : [])),
    )
    return this.#habits[kind]
  }
}
