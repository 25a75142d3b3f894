import type { CursorSet, SetCursor, SetMark } from '#training/records/set-cursor.ts'
import type { PackedWorkoutRow } from './packed-workouts.ts'
import { idText } from './set-ids.ts'
import { SetReader } from './set-reader.ts'

/** More sets than a workout can have. */
const maxSets = 2 ** 24

/** The range of workouts to iterate: `from` ≤ index < `before`. */
export interface WorkoutRange {
  readonly from?: number | undefined
  readonly before?: number | undefined
}

/**
 * Iterates over the sets of packed workouts, which are ordered by time. `grams` converts stored whole grams to the
 * grams used in calculations.
 */
export class PackedSets extends SetReader implements SetCursor {
  workoutId = ''
  performedAt = 0
  timeZone = ''
  workoutBodyweightGrams: number | undefined = undefined
  phase: CursorSet['phase'] = undefined
  private readonly workouts: readonly PackedWorkoutRow[]
  private readonly toGrams: (whole: number) => number
  private workoutIndex: number
  private readonly lastIndex: number

  constructor(
    workouts: readonly PackedWorkoutRow[],
    grams: (whole: number) => number,
    { from = 0, before = workouts.length }: WorkoutRange = {},
  ) {
    super(grams)
    this.workouts = workouts
    this.toGrams = grams
    this.workoutIndex = from - 1
    this.lastIndex = before - 1
  }

  get endsWorkout(): boolean {
    return this.remaining === 0
  }

  next(): boolean {
    while (this.remaining === 0) {
      const workout = this.workoutIndex < this.lastIndex ? this.workouts[++this.workoutIndex] : undefined
      if (!workout) return false
      this.workoutId = workout.workoutId
      this.performedAt = workout.startedAt
      this.timeZone = workout.timeZone
      this.phase = workout.phase ?? undefined
      const { bodyweightGrams } = workout
      this.workoutBodyweightGrams = bodyweightGrams === null ? undefined : this.toGrams(bodyweightGrams)
      this.open(workout.packedSets)
    }
    this.readSet()
    return true
  }

  /** Encodes the indexes of the workout and of the set in it. */
  get position(): number {
    return this.workoutIndex * maxSets + this.count - this.remaining - 1
  }

  markAt(position: number): SetMark {
    return new PackedMark(this.workouts[Math.floor(position / maxSets)], position % maxSets)
  }

  workoutMarks(position: number, keep: (set: CursorSet) => boolean): SetMark[] {
    const workout = this.workouts[Math.floor(position / maxSets)]
    const marks: SetMark[] = []
    const workoutSets = new PackedSets(workout ? [workout] : [], this.toGrams)
    while (workoutSets.next()) if (keep(workoutSets)) marks.push(workoutSets.markAt(workoutSets.position))
    return marks
  }
}

/** The position of a set whose workout has another index in a changed log. */
export function movedPosition(
  position: number,
  indexOf: (earlierIndex: number) => number | undefined,
): number {
  const index = indexOf(Math.floor(position / maxSets))
  if (index === undefined) throw new RangeError('the workout of this position has changed')
  return index * maxSets + (position % maxSets)
}

/** Identifies a packed set. Its id is converted to a string when it is read. */
class PackedMark implements SetMark {
  readonly workoutId: string
  readonly performedAt: number
  readonly timeZone: string | undefined
  readonly #sets: Uint8Array | undefined
  readonly #index: number

  constructor(workout: PackedWorkoutRow | undefined, index: number) {
    this.workoutId = workout?.workoutId ?? ''
    this.performedAt = workout?.startedAt ?? 0
    this.timeZone = workout?.timeZone
    this.#sets = workout?.packedSets
    this.#index = index
  }

  get id(): string {
    return this.#sets ? idText(this.#sets, this.workoutId, this.#index) : ''
  }
}
