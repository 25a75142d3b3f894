import type { SetRow, WorkoutAggregate, WorkoutExerciseRow } from '../workouts/rows.ts'

/** Set types and sides, by their numbers in packed sets. Warm-ups aren't packed. */
export const packedTypes = ['normal', 'drop', 'failure'] as const satisfies readonly SetRow['type'][]
export const packedSides = [undefined, 'left', 'right', 'both'] as const

const typeNumbers = { warmup: 0, normal: 0, drop: 1, failure: 2 } as const
const sideNumbers = { left: 1, right: 2, both: 3 } as const

/** Bits that indicate which figures a set has, above those for type and side. */
export const has = {
  reps: 1 << 4,
  weight: 1 << 5,
  assistance: 1 << 6,
  duration: 1 << 7,
  distance: 1 << 8,
  rpe: 1 << 9,
  rir: 1 << 10,
  // Packed only by exercise.
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
 * each exercise: the length of its id, the id in ASCII, the number of sets, and the sets. For each set: a
 * word with flags for its figures, its id, and the figures, little-endian. Reading ten years of sets this
 * way takes a tenth of the time of reading rows.
 */
export function packSets(exercises: readonly WorkoutExerciseRow[], sets: readonly SetRow[]): Uint8Array {
  return pack(exercises, sets, false)
}

/** An exercise of a workout, packed. */
export interface PackedExercise {
  readonly exerciseId: string
  /** The number of sets, including warm-ups. */
  readonly setCount: number
  readonly sets: Uint8Array
}

/**
 * Packs each exercise of a workout separately, in the same way, and with the additional data for
 * progressions: rest, target and units. An exercise that occurs twice in the workout is packed once.
 */
export function packPerformed({
  exercises,
  sets,
}: Pick<WorkoutAggregate, 'exercises' | 'sets'>): PackedExercise[] {
  const setsOf = Map.groupBy(sets, ({ exerciseId }) => exerciseId)
  return [...Map.groupBy(exercises, ({ exerciseId }) => exerciseId)].map(([exerciseId, entries]) => {
    const own = setsOf.get(exerciseId) ?? []
    return { exerciseId, setCount: own.length, sets: pack(entries, own, true) }
  })
}

function pack(
  exercises: readonly WorkoutExerciseRow[],
  sets: readonly SetRow[],
  withPlans: boolean,
): Uint8Array {
  const byExercise = Map.groupBy(
    sets.filter(({ type }) => type !== 'warmup'),
    ({ workoutExerciseId }) => workoutExerciseId,
  )
  let room = exercises.reduce((sum, { exerciseId }) => sum + bytesOfExercise + exerciseId.length, 0)
  room += sets.length * maxBytesOfSet
  if (withPlans) for (const { target } of sets) room += target === null ? 0 : Buffer.byteLength(target)
  const bytes = Buffer.alloc(room)
  let at = 0
  for (const exercise of exercises.toSorted((a, b) => a.position - b.position)) {
    const own = byExercise.get(exercise.id)
    if (!own) continue
    at = bytes.writeUInt8(exercise.exerciseId.length, at)
    at += bytes.write(exercise.exerciseId, at, 'latin1')
    at = bytes.writeUInt8(own.length, at)
    for (const set of own.sort((a, b) => a.position - b.position)) at = packSet(bytes, at, set, withPlans)
  }
  return Uint8Array.prototype.slice.call(bytes, 0, at)
}

function packSet(bytes: Buffer, start: number, set: SetRow, withPlans: boolean): number {
  let flags = typeNumbers[set.type] | ((set.side === null ? 0 : sideNumbers[set.side]) << 2)
  let at = start + 2
  at += bytes.write(set.id.replaceAll('-', ''), at, 'hex')
  if (set.reps !== null) {
    flags |= has.reps
    at = bytes.writeUInt16LE(set.reps, at)
  }
  if (set.weightGrams !== null) {
    flags |= has.weight
    at = bytes.writeUInt32LE(set.weightGrams, at)
  }
  if (set.assistanceGrams !== null) {
    flags |= has.assistance
    at = bytes.writeUInt32LE(set.assistanceGrams, at)
  }
  if (set.durationSeconds !== null) {
    flags |= has.duration
    at = bytes.writeUInt32LE(set.durationSeconds, at)
  }
  if (set.distanceMillimeters !== null) {
    flags |= has.distance
    at = bytes.writeDoubleLE(set.distanceMillimeters, at)
  }
  if (set.rpe !== null) {
    flags |= has.rpe
    at = bytes.writeUInt8(set.rpe * 2, at)
  }
  if (set.rir !== null) {
    flags |= has.rir
    at = bytes.writeUInt8(set.rir, at)
  }
  if (set.confirmed) flags |= has.confirmed
  if (withPlans) {
    if (set.weightUnit === 'lb') flags |= has.weightInPounds
    if (set.assistanceUnit === 'lb') flags |= has.assistanceInPounds
    if (set.restSeconds !== null) {
      flags |= has.rest
      at = bytes.writeUInt32LE(set.restSeconds, at)
    }
    if (set.target !== null) {
      flags |= has.target
      const length = bytes.write(set.target, at + 2)
      at = bytes.writeUInt16LE(length, at) + length
    }
  }
  bytes.writeUInt16LE(flags, start)
  return at
}
