import type { BodyweightAt } from '../bodyweight.ts'
import type { Days } from '../days.ts'
import { bodyweightShareOf } from '../load.ts'
import type { SetCursor } from '../records/set-cursor.ts'
import { type ExerciseFacts, type ExerciseIndex, factsOf, type Side } from '../types.ts'
import { type LiftMeasure, measuredSet } from './lift-set.ts'
import type { LiftSet } from './state.ts'

/** The context for folding a log. */
export interface MemoryOptions {
  readonly exercises: ExerciseIndex
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
}

/** A set of a workout before it is judged. */
export interface CollectedSet {
  readonly set: LiftSet
  /** Its position in the cursor. */
  readonly position: number
  /** The position of the other side, if left and right were logged separately. */
  readonly otherSide?: number
  readonly side: Side | undefined
  /** A drop set continues the set before it and says nothing about strength. */
  readonly isDrop: boolean
  readonly isConfirmed: boolean
}

/** Collects the sets of one exercise while a workout is folded. */
export class ExerciseCollector {
  measure: LiftMeasure = 'load'
  /** Empty if no set says anything about strength or could be a typing error. */
  sets: CollectedSet[] = []
  readonly facts: ExerciseFacts
  readonly #bodyweight: number | undefined

  /** @param bodyweight in grams; needed for lifts that move the body */
  constructor(facts: ExerciseFacts, bodyweight: number | undefined) {
    this.facts = facts
    this.#bodyweight = bodyweight
  }

  /**
   * Adds the current set. If left and right were logged at the same load, in turn or one side after the other, the
   * weaker side counts.
   */
  add(sets: SetCursor): void {
    const measured = measuredSet(sets, this.facts, this.#bodyweight)
    if (!measured) return
    const { measure, set } = measured
    if (this.measure !== measure) {
      this.measure = measure
      this.sets = []
    }
    const { side, position } = sets
    const isDrop = sets.type === 'drop'
    const isConfirmed = sets.confirmed === true
    // Most sets have no side, so they aren't compared with the others.
    const first =
      side &&
      this.sets.find(
        (other) => isOtherSide(side, other.side) && other.set.load === set.load && other.isDrop === isDrop,
      )
    if (first) {
      this.sets[this.sets.indexOf(first)] = {
        set: set.reps < first.set.reps ? set : first.set,
        position: first.position,
        otherSide: position,
        side: 'both',
        isDrop,
        isConfirmed: isConfirmed && first.isConfirmed,
      }
      return
    }
    this.sets.push({ set, position, side, isDrop, isConfirmed })
  }
}

/** Whether one set is of the left side and the other of the right. */
export function isOtherSide(side: Side | undefined, other: Side | undefined): boolean {
  return side === 'left' ? other === 'right' : side === 'right' && other === 'left'
}

/**
 * Adds the current set to those of its exercise in the workout.
 * @throws {RangeError} if the exercise isn't in the options.
 */
export function collectSet(
  workout: Map<string, ExerciseCollector>,
  sets: SetCursor,
  options: MemoryOptions,
): void {
  const { exerciseId } = sets
  let exercise = workout.get(exerciseId)
  if (!exercise) {
    exercise = newCollector(sets, options)
    workout.set(exerciseId, exercise)
  }
  exercise.add(sets)
}

function newCollector(sets: SetCursor, { exercises, bodyweightAt }: MemoryOptions): ExerciseCollector {
  const facts = factsOf(exercises, sets.exerciseId)
  return new ExerciseCollector(facts, bodyweightShareOf(facts) > 0 ? bodyweightAt(sets) : undefined)
}
