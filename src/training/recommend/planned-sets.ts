import type { Schemas } from '#generated/types.ts'
import type { PrescribedSet } from '../progression/types.ts'
import { fromGrams, fromMillimeters, type Quantity, toGrams } from '../units.ts'
import type { AthleteLog } from './athlete-log.ts'

/** The format of loads: the unit, and the plates as the user entered them. */
export interface WeightFormat {
  readonly unit: Schemas['WeightUnit']
  readonly plates: AthleteLog['plates']
}

/** The format for the loads of an exercise. */
export function weightFormatOf({ unit, unitOf, plates }: AthleteLog, exerciseId: string): WeightFormat {
  return { unit: unitOf?.(exerciseId) ?? unit, plates }
}

/**
 * The contract's limit for a set's weight in any unit. A prescription must be loggable, even if 5000 kg
 * were logged and pounds are requested.
 */
const maxWeight = 5000
const maxDistance = 1_000_000
const maxSeconds = 86_400
const maxReps = 1000

function capAt<Unit extends string>(max: number, { value, unit }: Quantity<Unit>): Quantity<Unit> {
  return { value: Math.min(value, max), unit }
}

function repsOf({ min, max }: Schemas['RepRange']): Schemas['RepRange'] {
  return { min: Math.min(min, maxReps), max: Math.min(max, maxReps) }
}

/** Converts a prescribed set to the contract's schema. */
export function prescribedSet(set: PrescribedSet, format: WeightFormat): Schemas['PrescribedSet'] {
  const { type, openEnded, rpe, durationSeconds, side, platesPerSide, note } = set
  return {
    type,
    ...loadsOf(set, format),
    ...(set.reps && { reps: repsOf(set.reps) }),
    ...(openEnded && { openEnded }),
    ...(rpe !== undefined && { rpe }),
    ...(durationSeconds !== undefined && { durationSeconds: Math.min(durationSeconds, maxSeconds) }),
    ...distanceOf(set),
    ...(side && { side }),
    ...(platesPerSide && { platesPerSide: platesPerSide.map((grams) => plateOf(grams, format)) }),
    ...(note !== undefined && { note }),
  }
}

/** Converts a prescribed set into a planned set of a workout, with its reps, weight and so on as the target. */
export function plannedInput(
  set: PrescribedSet,
  restSeconds: number,
  format: WeightFormat,
): Schemas['WorkoutSetInput'] {
  const { type, reps, openEnded, rpe, durationSeconds, side, note } = set
  const { weight, assistance } = loadsOf(set, format)
  return {
    type,
    ...(weight && { weight }),
    ...(assistance && { assistance }),
    ...(side && { side }),
    ...(type !== 'warmup' && { restSeconds }),
    ...(note !== undefined && { notes: note }),
    target: {
      ...(reps && { reps: repsOf(reps) }),
      ...(openEnded && { openEnded }),
      ...(weight && { weight }),
      ...(rpe !== undefined && { rpe }),
      ...(durationSeconds !== undefined && { durationSeconds: Math.min(durationSeconds, maxSeconds) }),
      ...distanceOf(set),
    },
  }
}

function loadsOf({ weightGrams, assistanceGrams }: PrescribedSet, { unit }: WeightFormat) {
  return {
    ...(weightGrams !== undefined && { weight: capAt(maxWeight, fromGrams(weightGrams, unit)) }),
    ...(assistanceGrams !== undefined && {
      assistance: capAt(maxWeight, fromGrams(assistanceGrams, unit)),
    }),
  }
}

function distanceOf({ distanceMillimeters }: PrescribedSet) {
  return distanceMillimeters === undefined
    ? {}
    : { distance: capAt(maxDistance, fromMillimeters(distanceMillimeters, 'm')) }
}

/** A plate as the user entered it, given its weight in grams. */
function plateOf(grams: number, { unit, plates }: WeightFormat): Schemas['Weight'] {
  const plate = plates?.find(({ weight }) => Math.abs(toGrams(weight) - grams) < 1)
  return plate?.weight ?? fromGrams(grams, unit)
}
