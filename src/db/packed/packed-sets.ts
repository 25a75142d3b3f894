import type { CursorSet, SetCursor, SetMark } from '#training/records/set-cursor.ts'
import type { SetWork } from '#training/types.ts'
import { ascii } from './ascii.ts'
import { float64At, uint16At, uint32At } from './bytes.ts'
import { has, packedSides, packedTypes } from './pack.ts'
import type { PackedWorkoutRow } from './packed-workouts.ts'
import { bytesOfId, idText } from './set-ids.ts'

const bytesOfFlags = 2
/** More bytes than a workout's sets can take: 10,000 sets take less than a tenth of this. */
const maxBytes = 2 ** 24

/** The range of workouts to iterate: `from` ≤ index < `before`. */
export interface Places {
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
  private place: number
  private readonly last: number
  private bytes: Uint8Array = new Uint8Array()
  /** The start of the next set, or of the next exercise if this one has no sets left. */
  private at = 0
  private left = 0
  private idAt = 0

  constructor(
    workouts: readonly PackedWorkoutRow[],
    grams: (whole: number) => number,
    { from = 0, before = workouts.length }: Places = {},
  ) {
    this.workouts = workouts
    this.grams = grams
    this.place = from - 1
    this.last = before - 1
  }

  /** A packed workout without the sets of these ids. */
  static without(row: PackedWorkoutRow, setIds: ReadonlySet<string>): PackedWorkoutRow {
    const sets = new PackedSets([row], (whole) => whole)
    const kept = Buffer.alloc(row.sets.length)
    let end = 0
    const copy = (from: number, to: number) => {
      kept.set(row.sets.subarray(from, to), end)
      end += to - from
    }
    let head: readonly [from: number, to: number] | undefined
    let countAt = 0
    for (;;) {
      const startsExercise = sets.left === 0
      const from = sets.at
      if (!sets.next()) break
      const start = sets.idAt - bytesOfFlags
      if (startsExercise) head = [from, start]
      if (setIds.has(idText(row.sets, sets.idAt))) continue
      if (head) {
        copy(...head)
        head = undefined
        countAt = end - 1
        kept[countAt] = 0
      }
      copy(start, sets.at)
      kept[countAt] = (kept[countAt] ?? 0) + 1
    }
    return { ...row, sets: kept.subarray(0, end) }
  }

  get endsWorkout(): boolean {
    return this.at >= this.bytes.length
  }

  next(): boolean {
    while (this.at >= this.bytes.length) {
      const workout = this.place < this.last ? this.workouts[++this.place] : undefined
      if (!workout) return false
      this.workoutId = workout.workoutId
      this.performedAt = workout.startedAt
      this.timeZone = workout.timeZone
      this.phase = workout.phase ?? undefined
      const { bodyweightGrams } = workout
      this.workoutBodyweightGrams = bodyweightGrams === null ? undefined : this.grams(bodyweightGrams)
      this.bytes = workout.sets
      this.at = 0
      this.left = 0
    }
    if (this.left === 0) this.enterExercise()
    this.readSet()
    return true
  }

  /** Encodes the workout, and the offset of the set's id in its bytes. */
  get position(): number {
    return this.place * maxBytes + this.idAt
  }

  markAt(position: number): SetMark {
    return new PackedMark(this.workouts[Math.floor(position / maxBytes)], position % maxBytes)
  }

  workoutMarks(position: number, keep: (set: CursorSet) => boolean): SetMark[] {
    const workout = this.workouts[Math.floor(position / maxBytes)]
    const marks: SetMark[] = []
    const again = new PackedSets(workout ? [workout] : [], this.grams)
    while (again.next()) if (keep(again)) marks.push(again.markAt(again.position))
    return marks
  }

  private enterExercise(): void {
    const bytes = this.bytes
    const length = bytes[this.at] ?? 0
    const start = this.at + 1
    this.exerciseId = ascii(bytes, start, start + length)
    this.left = bytes[start + length] ?? 0
    this.at = start + length + 1
  }

  private readSet(): void {
    const bytes = this.bytes
    const flags = uint16At(bytes, this.at)
    this.idAt = this.at + bytesOfFlags
    this.at += bytesOfFlags + bytesOfId
    this.left--
    this.type = packedTypes[flags & 3] ?? 'normal'
    this.side = packedSides[(flags >> 2) & 3]
    this.reps = flags & has.reps ? this.half() : undefined
    this.weightGrams = flags & has.weight ? this.grams(this.word()) : undefined
    this.assistanceGrams = flags & has.assistance ? this.grams(this.word()) : undefined
    this.durationSeconds = flags & has.duration ? this.word() : undefined
    this.distanceMillimeters = flags & has.distance ? this.double() : undefined
    this.rpe = flags & has.rpe ? this.byte() / 2 : undefined
    this.rir = flags & has.rir ? this.byte() : undefined
    this.confirmed = (flags & has.confirmed) !== 0
  }

  private byte(): number {
    return this.bytes[this.at++] ?? 0
  }

  private half(): number {
    this.at += 2
    return uint16At(this.bytes, this.at - 2)
  }

  private word(): number {
    this.at += 4
    return uint32At(this.bytes, this.at - 4)
  }

  private double(): number {
    this.at += 8
    return float64At(this.bytes, this.at - 8)
  }
}

/** Identifies a packed set. Its id is converted to a string when it is read. */
class PackedMark implements SetMark {
  readonly workoutId: string
  readonly performedAt: number
  readonly timeZone: string | undefined
  readonly #sets: Uint8Array | undefined
  readonly #idAt: number

  constructor(workout: PackedWorkoutRow | undefined, idAt: number) {
    this.workoutId = workout?.workoutId ?? ''
    this.performedAt = workout?.startedAt ?? 0
    this.timeZone = workout?.timeZone
    this.#sets = workout?.sets
    this.#idAt = idAt
  }

  get id(): string {
    return this.#sets ? idText(this.#sets, this.#idAt) : ''
  }
}
