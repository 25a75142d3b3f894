/**
 * The format of packed sets. It begins with the number of leading bytes that the ids of all sets share with the id of
 * the workout, and the number of sets. Then come the sets, in chronological order, and last the remaining bytes of
 * their ids, in reverse order, so that an id is found without reading other sets. If there are no sets, there are no
 * bytes.
 *
 * Each exercise begins with its number in two bytes, big-endian, or else with the length of its id and the id in ASCII;
 * its number of sets follows. Sets packed by exercise begin in the same way, since that is read faster than a column.
 *
 * A set begins with a control byte: its reps, and what has changed since the set before. The first set is compared
 * with zeros. Then follow, if they have changed: the flags, the difference of the weights, RPE or RIR, and rest. Then,
 * if the set has them: reps that don't fit in the control byte, assistance, duration, distance, and target. Numbers
 * are unsigned LEB128, but RPE (doubled) and RIR are one byte each, and distance is a little-endian double.
 */

import type { SetRow } from '../workouts/rows.ts'

/** The data of a set in packed form. */
export type PackedData = Pick<
  SetRow,
  | 'id'
  | 'type'
  | 'side'
  | 'reps'
  | 'weightGrams'
  | 'assistanceGrams'
  | 'durationSeconds'
  | 'distanceMillimeters'
  | 'rpe'
  | 'rir'
  | 'restSeconds'
  | 'target'
  | 'weightUnit'
  | 'assistanceUnit'
  | 'confirmed'
>

/** Set types and sides, by their numbers in packed sets. Warm-ups aren't packed. */
export const packedTypes = ['normal', 'drop', 'failure'] as const satisfies readonly SetRow['type'][]
export const packedSides = [undefined, 'left', 'right', 'both'] as const
export const typeBits = 0b11
export const sideShift = 7

/** Flags for what a set has, from bit 2; the common ones fit in one byte. Bits 0 and 1 are the type. */
export const flag = {
  reps: 1 << 2,
  weight: 1 << 3,
  rpe: 1 << 4,
  // This one, the target and the units only in sets packed by exercise.
  rest: 1 << 5,
  rir: 1 << 6,
  // Bits 7 and 8 are the side.
  assistance: 1 << 9,
  duration: 1 << 10,
  distance: 1 << 11,
  target: 1 << 12,
  weightInPounds: 1 << 13,
  assistanceInPounds: 1 << 14,
  confirmed: 1 << 15,
} as const

/** Figures that follow each set that has them. */
export const uncommonFigures = flag.assistance | flag.duration | flag.distance | flag.target

/** Bits of the control byte for what has changed since the set before; the low four bits are the reps. */
export const changed = { flags: 1 << 4, weight: 1 << 5, effort: 1 << 6, rest: 1 << 7 } as const
export const repsBits = 0b1111
/** As reps in the control byte: they follow as a number. */
export const repsFollow = 15

/** The highest bit of two bytes with an exercise's number; a length doesn't have it. */
export const numberedBit = 0x8000

/**
 * Differences of weights, in grams, and rests, in seconds, are usually multiples of these, and then stored as twice the
 * quotient; others are stored as twice the number, plus one.
 */
export const weightStep = 500
export const restStep = 5
