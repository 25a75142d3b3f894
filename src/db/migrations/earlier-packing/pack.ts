import { grouped } from '#lib/grouped.ts'
import { packIdEnd } from '../../packed/set-ids.ts'
import type { SetRow, WorkoutAggregate, WorkoutExerciseRow } from '../../workouts/rows.ts'

// The format of packed sets before 0024. Earlier migrations use it, so it must never change.

/** Set types and sides, by their numbers in packed sets. Warm-ups aren't packed. */
export const packedTypes = ['normal', 'drop', 'failure'] as const satisfies readonly SetRow['type'][]
export const packedSides = [undefined, 'left', 'right', 'both'] as const

const typeNumbers = { warmup: 0, normal: 0, drop: 1, failure: 2 } as const
const sideNumbers = { left: 1, right: 2, both: 3 } as const

/** Bits that indicate which figures and properties a set has, above those for type and side. */
export const figureBits = {
  reps: 1 << 4,
  weight: 1 << 5,
  assistance: 1 << 6,
  duration: 1 << 7,
  distance: 1 << 8,
  rpe: 1 << 9,
  rir: 1 << 10,
  // These four only in the sets of `packEarlierPerformed`.
  rest: 1 << 11,
  target: 1 << 12,
  weightInPounds: 1 << 13,
  assistanceInPounds: 1 << 14,
  confirmed: 1 << 15,
} as const

/**
 * The maximum size of a set without its target, in bytes: flags, id, each figure, rest, and the length of
 * the target.
 */
const maxBytesOfSet = 2 + 16 + 2 + 4 + 4 + 4 + 8 + 1 + 1 + 4 + 2
/** The size of an exercise without its id, in bytes: the lengths of the id and of the list. */
const bytesOfExercise = 2

/**
 * Packs the sets of a workout that may count (all but warm-ups), in chronological order, into bytes. For
 * each exercise: the length of its id, the id in ASCII, the number of sets, and the sets. For each set: two
 * bytes of flags for its figures, its id, and the figures, little-endian.
 */
export function packEarlierSets(
  exercises: readonly WorkoutExerciseRow[],
  sets: readonly SetRow[],
): Uint8Array {
  return pack(exercises, sets, false)
}

/** An exercise of a workout, packed. */
export interface EarlierPackedExercise {
  readonly exerciseId: string
  /** The number of sets, including warm-ups. */
  readonly setCount: number
  readonly sets: Uint8Array
}

/**
 * Packs each exercise of a workout separately, in the same way but with additional data for progressions: rest,
 * target and units. An exercise that occurs twice in the workout is packed once.
 */
export function packEarlierPerformed({
  exercises,
  sets,
}: Pick<WorkoutAggregate, 'exercises' | 'sets'>): EarlierPackedExercise[] {
  const setsOf = grouped(sets, ({ exerciseId }) => exerciseId)
  const packed: EarlierPackedExercise[] = []
  for (const [exerciseId, entries] of grouped(exercises, (exercise) => exercise.exerciseId)) {
    const exerciseSets = setsOf.get(exerciseId) ?? []
    packed.push({ exerciseId, setCount: exerciseSets.length, sets: pack(entries, exerciseSets, true) })
  }
  return packed
}

/** Where workouts are packed before they are copied; grows with the largest one. */
let scratch = Buffer.alloc(16_384)

function pack(
  exercises: readonly WorkoutExerciseRow[],
  sets: readonly SetRow[],
  withPlanData: boolean,
): Uint8Array {
  const maxLength = maxLengthOf(exercises, sets, withPlanData)
  if (maxLength > scratch.length) scratch = Buffer.alloc(maxLength)
  const bytes = scratch
  const byEntry = grouped(sets, ({ workoutExerciseId }) => workoutExerciseId)
  let offset = 0
  for (const { id, exerciseId } of exercises.toSorted((a, b) => a.position - b.position)) {
    const entrySets = byEntry.get(id)?.filter(({ type }) => type !== 'warmup') ?? []
    if (entrySets.length === 0) continue
    bytes[offset] = exerciseId.length
    offset += 1 + bytes.write(exerciseId, offset + 1, 'latin1')
    bytes[offset++] = entrySets.length
    for (const set of entrySets.sort((a, b) => a.position - b.position))
      offset = packSet(bytes, offset, set, withPlanData)
  }
  return Uint8Array.prototype.slice.call(bytes, 0, offset)
}

function maxLengthOf(
  exercises: readonly WorkoutExerciseRow[],
  sets: readonly SetRow[],
  withPlanData: boolean,
): number {
  let length = sets.length * maxBytesOfSet
  for (const { exerciseId } of exercises) length += bytesOfExercise + exerciseId.length
  if (withPlanData) for (const { target } of sets) if (target !== null) length += Buffer.byteLength(target)
  return length
}

function packSet(bytes: Buffer, start: number, set: SetRow, withPlanData: boolean): number {
  let flags = typeNumbers[set.type] | ((set.side === null ? 0 : sideNumbers[set.side]) << 2)
  let offset = packIdEnd(set.id, 0, bytes, start + 2)
  if (set.reps !== null) {
    flags |= figureBits.reps
    offset = bytes.writeUInt16LE(set.reps, offset)
  }
  if (set.weightGrams !== null) {
    flags |= figureBits.weight
    offset = bytes.writeUInt32LE(set.weightGrams, offset)
  }
  if (set.assistanceGrams !== null) {
    flags |= figureBits.assistance
    offset = bytes.writeUInt32LE(set.assistanceGrams, offset)
  }
  if (set.durationSeconds !== null) {
    flags |= figureBits.duration
    offset = bytes.writeUInt32LE(set.durationSeconds, offset)
  }
  if (set.distanceMillimeters !== null) {
    flags |= figureBits.distance
    offset = bytes.writeDoubleLE(set.distanceMillimeters, offset)
  }
  if (set.rpe !== null) {
    flags |= figureBits.rpe
    offset = bytes.writeUInt8(set.rpe * 2, offset)
  }
  if (set.rir !== null) {
    flags |= figureBits.rir
    offset = bytes.writeUInt8(set.rir, offset)
  }
  if (set.confirmed) flags |= figureBits.confirmed
  if (withPlanData) {
    if (set.weightUnit === 'lb') flags |= figureBits.weightInPounds
    if (set.assistanceUnit === 'lb') flags |= figureBits.assistanceInPounds
    if (set.restSeconds !== null) {
      flags |= figureBits.rest
      offset = bytes.writeUInt32LE(set.restSeconds, offset)
    }
    if (set.target !== null) {
      flags |= figureBits.target
      const length = bytes.write(set.target, offset + 2)
      offset = bytes.writeUInt16LE(length, offset) + length
    }
  }
  bytes.writeUInt16LE(flags, start)
  return offset
}
