import type { Schemas } from '#generated/types.ts'
import type { PrescribedSet, Prescription, Progression } from '#training/progression/types.ts'
import type { AthleteLog } from '#training/recommend/athlete.ts'
import { fromGrams, fromMillimeters, type Quantity, toGrams } from '#training/units.ts'
import { methodOf } from '../analytics/method.ts'

/** How loads are expressed: in which unit, with plates as the user entered them. */
export interface Telling {
  readonly unit: Schemas['WeightUnit']
  readonly plates: AthleteLog['plates']
}

/** How the loads of an exercise are expressed. */
export function tellingOf({ unit, unitOf, plates }: AthleteLog, exerciseId: string): Telling {
  return { unit: unitOf?.(exerciseId) ?? unit, plates }
}

/**
 * The contract's limit for a set's weight, in any unit: a prescription must be loggable, even when 5000 kg
 * were logged and pounds are asked for.
 */
const mostWeight = 5000
const mostDistance = 1_000_000
const mostSeconds = 86_400
const mostReps = 1000

function atMost<Unit extends string>(most: number, { value, unit }: Quantity<Unit>): Quantity<Unit> {
  return { value: Math.min(value, most), unit }
}

function repsOf({ min, max }: Schemas['RepRange']): Schemas['RepRange'] {
  return { min: Math.min(min, mostReps), max: Math.min(max, mostReps) }
}

/** A set to do, in the shape of the contract. */
export function prescribedSet(set: PrescribedSet, telling: Telling): Schemas['PrescribedSet'] {
  const { type, openEnded, rpe, durationSeconds, side, platesPerSide, note } = set
  return {
    type,
    ...loadsOf(set, telling),
    ...(set.reps && { reps: repsOf(set.reps) }),
    ...(openEnded && { openEnded }),
    ...(rpe !== undefined && { rpe }),
    ...(durationSeconds !== undefined && { durationSeconds: Math.min(durationSeconds, mostSeconds) }),
    ...distanceOf(set),
    ...(side && { side }),
    ...(platesPerSide && { platesPerSide: platesPerSide.map((grams) => plateOf(grams, telling)) }),
    ...(note !== undefined && { note }),
  }
}

/** The same as a set of a workout not done yet: its figures are its target. */
export function plannedInput(
  set: PrescribedSet,
  restSeconds: number,
  telling: Telling,
): Schemas['WorkoutSetInput'] {
  const { type, reps, openEnded, rpe, durationSeconds, side, note } = set
  const { weight, assistance } = loadsOf(set, telling)
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
      ...(durationSeconds !== undefined && { durationSeconds: Math.min(durationSeconds, mostSeconds) }),
      ...distanceOf(set),
    },
  }
}

/** What to do next for an exercise, in the shape of the contract. */
export function progressionItem(next: Progression, telling: Telling): Schemas['NextPrescription'] {
  const { exerciseId, scheme, reasons, method } = next
  const shared = { exerciseId, scheme, reasons: [...reasons], method: methodOf(method) }
  if (next.status === 'insufficient_data') return { status: next.status, ...shared }
  const sets = (of: Prescription['sets']) => of.map((set) => prescribedSet(set, telling))
  const { rule, ifMissed, deload } = next
  return {
    status: next.status,
    ...shared,
    rule,
    sets: sets(next.sets),
    warmUps: sets(next.warmUps),
    ...(ifMissed && { ifMissed: { ...ifMissed, sets: sets(ifMissed.sets) } }),
    ...(deload && { deload: { ...deload, sets: sets(deload.sets) } }),
    workoutIds: [...next.workoutIds],
    setIds: [...next.setIds],
  }
}

function loadsOf({ weightGrams, assistanceGrams }: PrescribedSet, { unit }: Telling) {
  return {
    ...(weightGrams !== undefined && { weight: atMost(mostWeight, fromGrams(weightGrams, unit)) }),
    ...(assistanceGrams !== undefined && {
      assistance: atMost(mostWeight, fromGrams(assistanceGrams, unit)),
    }),
  }
}

function distanceOf({ distanceMillimeters }: PrescribedSet) {
  return distanceMillimeters === undefined
    ? {}
    : { distance: atMost(mostDistance, fromMillimeters(distanceMillimeters, 'm')) }
}

/** A plate as the user entered it, though its weight comes back in grams. */
function plateOf(grams: number, { unit, plates }: Telling): Schemas['Weight'] {
  const own = plates?.find(({ weight }) => Math.abs(toGrams(weight) - grams) < 1)
  return own?.weight ?? fromGrams(grams, unit)
}
