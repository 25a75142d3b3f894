import type { Schemas } from '#generated/types.ts'
import type { TrainedSet } from '../progression/types.ts'
import type { PerformedSet } from '../types.ts'
import { toGrams, toMillimeters, type WeightUnit } from '../units.ts'
import { gramsFor } from './performed-set.ts'

type Target = Schemas['SetTarget']

/** A set as input for progressions in `unit`: with its rest and its target. */
export function trainedSet(
  performed: PerformedSet,
  unit: WeightUnit,
  restSeconds: number | null,
  target: Target | null,
): TrainedSet {
  const set = restSeconds === null ? performed : { ...performed, restSeconds }
  if (target === null) return set
  return { ...set, target: setTarget(target, unit) }
}

/** What progressions use of a target. */
export function setTarget({ reps, rpe, weight }: Target, unit: WeightUnit): TrainedSet['target'] {
  return { reps, rpe, weightGrams: weight && gramsFor(toGrams(weight), unit) }
}

/** A set as it will be if it goes as planned: its time and distance, unless logged, are those of its target. */
export function asPlanned(set: TrainedSet, target: Target | null): TrainedSet {
  return {
    ...set,
    durationSeconds: set.durationSeconds ?? target?.durationSeconds,
    distanceMillimeters:
      set.distanceMillimeters ??
      (target?.distance === undefined ? undefined : toMillimeters(target.distance)),
  }
}
