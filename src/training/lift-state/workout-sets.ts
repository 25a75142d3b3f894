import type { SetCursor } from '../records/set-cursor.ts'
import type { ExerciseFacts, Side } from '../types.ts'
import { type LiftMeasure, measuredSet } from './lift-set.ts'
import type { LiftSet } from './state.ts'

/** A set of a workout before it is judged. */
export interface CollectedSet {
  readonly set: LiftSet
  /** Its position in the cursor, or both positions if left and right were logged separately. */
  readonly positions: readonly number[]
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

  /** Adds the current set. If left and right were logged at the same load, the weaker side counts. */
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
    const last = this.sets.at(-1)
    if (last && isOtherSide(side, last.side) && last.set.load === set.load && last.isDrop === isDrop) {
      const weaker = set.reps < last.set.reps ? set : last.set
      this.sets[this.sets.length - 1] = {
        set: weaker,
        positions: [...last.positions, position],
        side: 'both',
        isDrop,
        isConfirmed: isConfirmed && last.isConfirmed,
      }
      return
    }
    this.sets.push({ set, positions: [position], side, isDrop, isConfirmed })
  }
}

function isOtherSide(side: Side | undefined, last: Side | undefined): boolean {
  if (side === undefined || last === undefined) return false
  return side !== 'both' && last !== 'both' && last !== side
}
