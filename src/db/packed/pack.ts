import { grouped } from '#lib/grouped.ts'
import { bytesOfUuid } from '#lib/uuid-text.ts'
import type { WorkoutAggregate } from '../workouts/rows.ts'
import {
  changed,
  flag,
  numberedBit,
  type PackedData,
  repsFollow,
  restStep,
  sideShift,
  weightStep,
} from './format.ts'
import { numbersOfExercises } from './numbered-exercises.ts'
import { packIdEnd, sharedBytesOf } from './set-ids.ts'
import { maxBytesOfNumber, writeNumber, writeScaled, writeSigned } from './write-number.ts'

/** The sets of an exercise in a workout, without warm-ups, in chronological order. */
export interface PackableExercise {
  readonly exerciseId: string
  readonly sets: readonly PackedData[]
}

/** An exercise of a workout, packed. */
export interface PackedExercise {
  readonly exerciseId: string
  /** The number of sets, including warm-ups. */
  readonly setCount: number
  readonly packedSets: Uint8Array
}

/** The workout's id, and what it contains. */
type PackableWorkout = Pick<WorkoutAggregate, 'exercises' | 'sets'> & {
  readonly workout: Pick<WorkoutAggregate['workout'], 'id'>
}

/**
 * Packs the sets of a workout that may count (all but warm-ups), in chronological order, in the format that `format.ts`
 * describes. Reading ten years of packed sets takes a tenth of the time of reading rows.
 */
export function packSets(workout: PackableWorkout): Uint8Array {
  return packExercises(workout.workout.id, entriesOf(workout))
}

/** Packs these sets of a workout, in chronological order, in the same way. */
export function packExercises(workoutId: string, exercises: readonly PackableExercise[]): Uint8Array {
  return pack(workoutId, exercises, false)
}

/** Packs these sets, all of one exercise, as `packPerformed` does. */
export function packOneExercise(workoutId: string, entries: readonly PackableExercise[]): Uint8Array {
  return pack(workoutId, entries, true)
}

/**
 * Packs each exercise of a workout separately, in the same way but with additional data for progressions: rest,
 * target and units. An exercise that occurs twice in the workout is packed once.
 */
export function packPerformed(workout: PackableWorkout): PackedExercise[] {
  return packEachExercise(workout.workout.id, entriesOf(workout))
}

/** Packs a workout both ways. */
export function packBoth(workout: PackableWorkout): {
  readonly packedSets: Uint8Array
  readonly performed: readonly PackedExercise[]
} {
  const { id } = workout.workout
  const entries = entriesOf(workout)
  return { packedSets: packExercises(id, entries), performed: packEachExercise(id, entries) }
}

function packEachExercise(workoutId: string, entries: readonly Entry[]): PackedExercise[] {
  const packed: PackedExercise[] = []
  for (const [exerciseId, ofExercise] of grouped(entries, (entry) => entry.exerciseId)) {
    let setCount = 0
    for (const entry of ofExercise) setCount += entry.setCount
    packed.push({ exerciseId, setCount, packedSets: packOneExercise(workoutId, ofExercise) })
  }
  return packed
}

interface Entry extends PackableExercise {
  /** The number of sets, including warm-ups. */
  readonly setCount: number
}

/** The entries of a workout, in chronological order. */
function entriesOf({ exercises, sets }: PackableWorkout): Entry[] {
  const byEntry = grouped(sets, ({ workoutExerciseId }) => workoutExerciseId)
  return exercises
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, exerciseId }) => {
      const all = byEntry.get(id) ?? []
      const packable = all.filter(({ type }) => type !== 'warmup').sort((a, b) => a.position - b.position)
      return { exerciseId, setCount: all.length, sets: packable }
    })
}

/** The maximum size of a set without its target: the control byte, its id, numbers, RPE, RIR and distance. */
const maxBytesOfSet = 1 + bytesOfUuid + 7 * maxBytesOfNumber + 2 + 8
/** The maximum size of the start of an exercise, without an id as text, or of the start of all sets. */
const maxBytesOfStart = 2 + maxBytesOfNumber

/** Where workouts are packed before they are copied; grows with the largest one. */
let scratch = Buffer.alloc(32_768)

function pack(workoutId: string, exercises: readonly PackableExercise[], isOneExercise: boolean): Uint8Array {
  let count = 0
  for (const { sets } of exercises) count += sets.length
  if (count === 0) return new Uint8Array()
  const maxLength = maxLengthOf(exercises, count, isOneExercise)
  if (maxLength > scratch.length) scratch = Buffer.alloc(maxLength)
  const bytes = scratch
  const shared = sharedBytesOf(workoutId, exercises)
  bytes[0] = shared
  let offset = writeNumber(bytes, 1, count)
  const previous = { flags: 0, weightGrams: 0, rpe: 0, rir: 0, restSeconds: 0 }
  for (const { exerciseId, sets } of exercises) {
    if (sets.length > 0) {
      offset = writeNumber(bytes, packExerciseId(bytes, offset, exerciseId), sets.length)
    }
    for (const set of sets) offset = packSet(bytes, offset, set, previous, isOneExercise)
  }
  for (let index = exercises.length - 1; index >= 0; index--) {
    const sets = exercises[index]?.sets ?? []
    for (let last = sets.length - 1; last >= 0; last--)
      offset = packIdEnd(sets[last]?.id ?? '', shared, bytes, offset)
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, offset).slice()
}

function maxLengthOf(exercises: readonly PackableExercise[], count: number, isOneExercise: boolean): number {
  let length = maxBytesOfStart + count * maxBytesOfSet
  for (const { exerciseId, sets } of exercises) {
    length += maxBytesOfStart + exerciseId.length
    if (isOneExercise) for (const { target } of sets) if (target !== null) length += Buffer.byteLength(target)
  }
  return length
}

function packExerciseId(bytes: Buffer, start: number, exerciseId: string): number {
  const number = numbersOfExercises.get(exerciseId)
  if (number !== undefined) return bytes.writeUInt16BE(numberedBit | number, start)
  bytes[start] = exerciseId.length
  return start + 1 + bytes.write(exerciseId, start + 1, 'latin1')
}

const typeNumbers = { warmup: 0, normal: 0, drop: 1, failure: 2 } as const
const sideNumbers = { left: 1, right: 2, both: 3 } as const

function flagsOf(set: PackedData, isOneExercise: boolean): number {
  let flags: number = typeNumbers[set.type]
  if (set.side !== null) flags |= sideNumbers[set.side] << sideShift
  if (set.reps !== null) flags |= flag.reps
  if (set.weightGrams !== null) flags |= flag.weight
  if (set.rpe !== null) flags |= flag.rpe
  if (set.rir !== null) flags |= flag.rir
  if (set.assistanceGrams !== null) flags |= flag.assistance
  if (set.durationSeconds !== null) flags |= flag.duration
  if (set.distanceMillimeters !== null) flags |= flag.distance
  if (set.confirmed) flags |= flag.confirmed
  if (!isOneExercise) return flags
  if (set.restSeconds !== null) flags |= flag.rest
  if (set.target !== null) flags |= flag.target
  if (set.weightUnit === 'lb') flags |= flag.weightInPounds
  if (set.assistanceUnit === 'lb') flags |= flag.assistanceInPounds
  return flags
}

/** The values that a set is compared with: those of the last set that had them. */
interface Previous {
  flags: number
  weightGrams: number
  rpe: number
  rir: number
  restSeconds: number
}

function packSet(
  bytes: Buffer,
  start: number,
  set: PackedData,
  previous: Previous,
  isOneExercise: boolean,
): number {
  const { reps, weightGrams, restSeconds } = set
  const flags = flagsOf(set, isOneExercise)
  let control = reps === null ? 0 : Math.min(reps, repsFollow)
  let offset = start + 1
  if (flags !== previous.flags) {
    control |= changed.flags
    offset = writeNumber(bytes, offset, flags)
    previous.flags = flags
  }
  if (weightGrams !== null && weightGrams !== previous.weightGrams) {
    control |= changed.weight
    offset = writeSigned(bytes, offset, weightGrams - previous.weightGrams, weightStep)
    previous.weightGrams = weightGrams
  }
  const rpe = set.rpe ?? previous.rpe
  const rir = set.rir ?? previous.rir
  if (rpe !== previous.rpe || rir !== previous.rir) {
    control |= changed.effort
    if (set.rpe !== null) bytes[offset++] = rpe * 2
    if (set.rir !== null) bytes[offset++] = rir
    previous.rpe = rpe
    previous.rir = rir
  }
  if (isOneExercise && restSeconds !== null && restSeconds !== previous.restSeconds) {
    control |= changed.rest
    offset = writeScaled(bytes, offset, restSeconds, restStep)
    previous.restSeconds = restSeconds
  }
  bytes[start] = control
  if (reps !== null && reps >= repsFollow) offset = writeNumber(bytes, offset, reps)
  return packUncommon(bytes, offset, set, flags)
}

function packUncommon(bytes: Buffer, start: number, set: PackedData, flags: number): number {
  let offset = start
  if (set.assistanceGrams !== null) offset = writeNumber(bytes, offset, set.assistanceGrams)
  if (set.durationSeconds !== null) offset = writeNumber(bytes, offset, set.durationSeconds)
  if (set.distanceMillimeters !== null) offset = bytes.writeDoubleLE(set.distanceMillimeters, offset)
  if (flags & flag.target && set.target !== null) {
    offset = writeNumber(bytes, offset, Buffer.byteLength(set.target))
    offset += bytes.write(set.target, offset)
  }
  return offset
}
