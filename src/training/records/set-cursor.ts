import type { PerformedSet } from '../types.ts'

/** Identifies a set. */
export type SetMark = Pick<PerformedSet, 'id' | 'workoutId' | 'performedAt' | 'timeZone'>

/** A set with its workout and exercise, but without its id. */
export type CursorSet = Omit<PerformedSet, 'id'>

/**
 * Goes through sets in the order in which they were done. The cursor itself acts as the current set, so that ten
 * years of sets don't need an object each. Before the first `next` there is no current set. The sets of a
 * workout are adjacent.
 */
export interface SetCursor extends CursorSet {
  /** The current set's position, 0 or more, by which it can be found again. */
  readonly position: number
  /** Whether the current set is the last of its workout. */
  readonly endsWorkout: boolean
  /** Moves to the next set. Returns false after the last one. */
  next(): boolean
  /** The set at a position. */
  markAt(position: number): SetMark
  /** The sets that `isWanted` accepts, in order, of the workout whose last set is at a position. */
  workoutMarks(position: number, isWanted: (set: CursorSet) => boolean): readonly SetMark[]
}

/** A cursor over sets that are already in memory. */
export class ListedSets implements SetCursor {
  position = -1
  private readonly sets: readonly PerformedSet[]
  private current: PerformedSet = noSet

  constructor(sets: readonly PerformedSet[]) {
    this.sets = sets
  }

  next(): boolean {
    const next = this.sets[this.position + 1]
    if (!next) return false
    this.position++
    this.current = next
    return true
  }

  markAt(position: number): SetMark {
    return this.sets[position] ?? noSet
  }

  workoutMarks(position: number, isWanted: (set: CursorSet) => boolean): SetMark[] {
    const workoutId = this.sets[position]?.workoutId
    const marks: SetMark[] = []
    for (let index = position; index >= 0; index--) {
      const set = this.sets[index]
      if (set?.workoutId !== workoutId) break
      if (set && isWanted(set)) marks.push(set)
    }
    return marks.reverse()
  }

  get endsWorkout() {
    return this.sets[this.position + 1]?.workoutId !== this.current.workoutId
  }
  get workoutId() {
    return this.current.workoutId
  }
  get performedAt() {
    return this.current.performedAt
  }
  get timeZone() {
    return this.current.timeZone
  }
  get workoutBodyweightGrams() {
    return this.current.workoutBodyweightGrams
  }
  get phase() {
    return this.current.phase
  }
  get exerciseId() {
    return this.current.exerciseId
  }
  get type() {
    return this.current.type
  }
  get side() {
    return this.current.side
  }
  get reps() {
    return this.current.reps
  }
  get weightGrams() {
    return this.current.weightGrams
  }
  get assistanceGrams() {
    return this.current.assistanceGrams
  }
  get durationSeconds() {
    return this.current.durationSeconds
  }
  get distanceMillimeters() {
    return this.current.distanceMillimeters
  }
  get rpe() {
    return this.current.rpe
  }
  get rir() {
    return this.current.rir
  }
  get confirmed() {
    return this.current.confirmed
  }
}

const noSet: PerformedSet = { id: '', workoutId: '', exerciseId: '', performedAt: 0, type: 'warmup' }
