import type { CursorSet, SetCursor, SetMark } from '#training/records/set-cursor.ts'
import type { SetWork } from '#training/types.ts'
import { ascii } from './ascii.ts'
import { float64At, uint16At, uint32At } from './bytes.ts'
import { figureBits, packedSides, packedTypes } from './pack.ts'
import type { PackedWorkoutRow } from './packed-workouts.ts'
import { bytesOfId, idText } from './set-ids.ts'

const bytesOfFlags = 2
/** More bytes than a workout's sets can take: 10,000 sets take less than a tenth of this. */
const maxBytes = 2 ** 24

/** The range of workouts to iterate: `from` ≤ index < `before`. */
export interface WorkoutRange {
  readonly from?: number | undefined
  readonly before?: number | undefined
}

/**
 * Iterates over the sets of packed workouts, which are ordered by time. `grams` converts stored whole
 * grams to weights.
 */
export class PackedSets implements SetCursor {
  type: SetWork['type'] = 'normal'
  side: SetWork['side'] = undefined
  reps: number | undefined = undefined
  weightGrams: number | undefined = undefined
  assistanceGrams: number | undefined = undefined
  durationSeconds: number | undefined = undefined
  distanceMillimeters: number | undefined = undefined
  rpe: number | undefined = undefined
  rir: number | undefined = undefined
  confirmed = false
  exerciseId = ''
  workoutId = ''
  performedAt = 0
  timeZone = ''
  workoutBodyweightGrams: number | undefined = undefined
  phase: CursorSet['phase'] = undefined
  private readonly workouts: readonly PackedWorkoutRow[]
  private readonly grams: (whole: number) => number
  private workoutIndex: number
  private readonly lastIndex: number
  private bytes: Uint8Array = new Uint8Array()
  /** The start of the next set, or of the next exercise if this one has no remaining sets. */
  private offset = 0
  private remaining = 0
  private idOffset = 0

  constructor(
    workouts: readonly PackedWorkoutRow[],
    grams: (whole: number) => number,
    { from = 0, before = workouts.length }: WorkoutRange = {},
  ) {
    this.workouts = workouts
    this.grams = grams
    this.workoutIndex = from - 1
    this.lastIndex = before - 1
  }

  /** A packed workout without the sets that have these ids. */
  static without(row: PackedWorkoutRow, setIds: ReadonlySet<string>): PackedWorkoutRow {
    const sets = new PackedSets([row], (whole) => whole)
    const output = Buffer.alloc(row.sets.length)
    let end = 0
    const copy = (from: number, to: number) => {
      output.set(row.sets.subarray(from, to), end)
      end += to - from
    }
    let exerciseHeader: readonly [from: number, to: number] | undefined
    let countOffset = 0
    for (;;) {
      const startsExercise = sets.remaining === 0
      const from = sets.offset
      if (!sets.next()) break
      const start = sets.idOffset - bytesOfFlags
      if (startsExercise) exerciseHeader = [from, start]
      if (setIds.has(idText(row.sets, sets.idOffset))) continue
      if (exerciseHeader) {
        copy(...exerciseHeader)
        exerciseHeader = undefined
        countOffset = end - 1
        output[countOffset] = 0
      }
      copy(start, sets.offset)
      output[countOffset] = (output[countOffset] ?? 0) + 1
    }
    return { ...row, sets: output.subarray(0, end) }
  }

  get endsWorkout(): boolean {
    return this.offset >= this.bytes.length
  }

  next(): boolean {
    while (this.offset >= this.bytes.length) {
      const workout = this.workoutIndex < this.lastIndex ? this.workouts[++this.workoutIndex] : undefined
      if (!workout) return false
      this.workoutId = workout.workoutId
      this.performedAt = workout.startedAt
      this.timeZone = workout.timeZone
      this.phase = workout.phase ?? undefined
      const { bodyweightGrams } = workout
      this.workoutBodyweightGrams = bodyweightGrams === null ? undefined : this.grams(bodyweightGrams)
      this.bytes = workout.sets
      this.offset = 0
      this.remaining = 0
    }
    if (this.remaining === 0) this.enterExercise()
    this.readSet()
    return true
  }

  /** Encodes the workout, and the offset of the set's id in its bytes. */
  get position(): number {
    return this.workoutIndex * maxBytes + this.idOffset
  }

  markAt(position: number): SetMark {
    return new PackedMark(this.workouts[Math.floor(position / maxBytes)], position % maxBytes)
  }

  workoutMarks(position: number, keep: (set: CursorSet) => boolean): SetMark[] {
    const workout = this.workouts[Math.floor(position / maxBytes)]
    const marks: SetMark[] = []
    const workoutSets = new PackedSets(workout ? [workout] : [], this.grams)
    while (workoutSets.next()) if (keep(workoutSets)) marks.push(workoutSets.markAt(workoutSets.position))
    return marks
  }

  private enterExercise(): void {
    const bytes = this.bytes
    const length = bytes[this.offset] ?? 0
    const start = this.offset + 1
    this.exerciseId = ascii(bytes, start, start + length)
    this.remaining = bytes[start + length] ?? 0
    this.offset = start + length + 1
  }

  private readSet(): void {
    const bytes = this.bytes
    const flags = uint16At(bytes, this.offset)
    this.idOffset = this.offset + bytesOfFlags
    this.offset += bytesOfFlags + bytesOfId
    this.remaining--
    this.type = packedTypes[flags & 3] ?? 'normal'
    this.side = packedSides[(flags >> 2) & 3]
    this.reps = flags & figureBits.reps ? this.uint16() : undefined
    this.weightGrams = flags & figureBits.weight ? this.grams(this.uint32()) : undefined
    this.assistanceGrams = flags & figureBits.assistance ? this.grams(this.uint32()) : undefined
    this.durationSeconds = flags & figureBits.duration ? this.uint32() : undefined
    this.distanceMillimeters = flags & figureBits.distance ? this.float64() : undefined
    this.rpe = flags & figureBits.rpe ? this.uint8() / 2 : undefined
    this.rir = flags & figureBits.rir ? this.uint8() : undefined
    this.confirmed = (flags & figureBits.confirmed) !== 0
  }

  private uint8(): number {
    return this.bytes[this.offset++] ?? 0
  }

  private uint16(): number {
    this.offset += 2
    return uint16At(this.bytes, this.offset - 2)
  }

  private uint32(): number {
    this.offset += 4
    return uint32At(this.bytes, this.offset - 4)
  }

  private float64(): number {
    this.offset += 8
    return float64At(this.bytes, this.offset - 8)
  }
}

/** Identifies a packed set. Its id is converted to a string when it is read. */
class PackedMark implements SetMark {
  readonly workoutId: string
  readonly performedAt: number
  readonly timeZone: string | undefined
  readonly #sets: Uint8Array | undefined
  readonly #idOffset: number

  constructor(workout: PackedWorkoutRow | undefined, idOffset: number) {
    this.workoutId = workout?.workoutId ?? ''
    this.performedAt = workout?.startedAt ?? 0
    this.timeZone = workout?.timeZone
    this.#sets = workout?.sets
    this.#idOffset = idOffset
  }

  get id(): string {
    return this.#sets ? idText(this.#sets, this.#idOffset) : ''
  }
}
