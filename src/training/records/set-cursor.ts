import type { PerformedSet } from '../types.ts'

/** Identifies a set. */
export type SetMark = Pick<PerformedSet, 'id' | 'workoutId' | 'performedAt' | 'timeZone'>

/** A set with its workout and exercise, but without its id. */
export type CursorSet = Omit<PerformedSet, 'id'>

/**
 * Goes through sets in the order in which they were done, and acts as the current set itself, so that ten
 * years of sets don't need an object each. Before the first `next` there is no current set. The sets of a
 * workout are adjacent.
 */
export interface SetCursor extends CursorSet {
  /** The current set's position, 0 or more, by which it can be found again. */
  readonly position: number
  /** Whether the current set is the last of its workout. */
  readonly endsWorkout: boolean
  /** Moves to the next set; false after the last one. */
  next(): boolean
  /** The set at a position. */
  markAt(position: number): SetMark
  /** The sets to list, in order, of the workout that ends at a position. */
  workoutMarks(position: number, keep: (set: CursorSet) => boolean): readonly SetMark[]
}

/** A cursor over sets that are already in memory. */
export class ListedSets implements SetCursor {
  position = -1
  private readonly sets: readonly PerformedSet[]
  private at: PerformedSet = noSet

  constructor(sets: readonly PerformedSet[]) {
    this.sets = sets
  }

  next(): boolean {
    const next = this.sets[this.position + 1]
    if (!next) return false
    this.position++
    this.at = next
    return true
  }

  markAt(position: number): SetMark {
    return this.sets[position] ?? noSet
  }

  workoutMarks(position: number, keep: (set: CursorSet) => boolean): SetMark[] {
    const workoutId = this.sets[position]?.workoutId
    const marks: SetMark[] = []
    for (let place = position; place >= 0; place--) {
      const set = this.sets[place]
      if (set?.workoutId !== workoutId) break
      if (set && keep(set)) marks.push(set)
    }
    return marks.reverse()
  }

  get endsWorkout() {
    return this.sets[this.position + 1]?.workoutId !== this.at.workoutId
  }
  get workoutId() {
    return this.at.workoutId
  }
  get performedAt() {
    return this.at.performedAt
  }
  get timeZone() {
    return this.at.timeZone
  }
  get workoutBodyweightGrams() {
    return this.at.workoutBodyweightGrams
  }
  get phase() {
    return this.at.phase
  }
  get exerciseId() {
    return this.at.exerciseId
  }
  get type() {
    return this.at.type
  }
  get side() {
    return this.at.side
  }
  get reps() {
    return this.at.reps
  }
  get weightGrams() {
    return this.at.weightGrams
  }
  get assistanceGrams() {
    return this.at.assistanceGrams
  }
  get durationSeconds() {
    return this.at.durationSeconds
  }
  get distanceMillimeters() {
    return this.at.distanceMillimeters
  }
  get rpe() {
    return this.at.rpe
  }
  get rir() {
    return this.at.rir
  }
  get confirmed() {
    return this.at.confirmed
  }
}

const noSet: PerformedSet = { id: '', workoutId: '', exerciseId: '', performedAt: 0, type: 'warmup' }
