import { repsInReserve } from '../e1rm.ts'
import { bodyweightShareOf } from '../load.ts'
import type { ExerciseFacts, SetWork } from '../types.ts'
import type { LiftSet } from './state.ts'

/**
 * The measure that a lift is tracked by. Reps, seconds and meters are folded in the same way as loads, each as the load
 * of a single.
 */
export type LiftMeasure = 'load' | 'reps' | 'seconds' | 'meters'

/** A set in the memory's form, with its measure. */
export interface MeasuredSet {
  readonly measure: LiftMeasure
  readonly set: LiftSet
}

/**
 * Converts a logged working set into the memory's form. A load is in kilograms and includes the share of that day's
 * bodyweight; if the bodyweight is unknown, the measure is reps for sets without added weight. Undefined for warm-ups,
 * for sets without a value of the measure, and for sets with an unknown load. An attempt of 0 reps at a load is kept.
 *
 * @param bodyweightGrams the bodyweight on that day; undefined if unknown
 */
export function measuredSet(
  set: SetWork,
  facts: ExerciseFacts,
  bodyweightGrams: number | undefined,
): MeasuredSet | undefined {
  if (set.type === 'warmup') return undefined
  switch (facts.tracking) {
    case 'distance_duration':
      return set.distanceMillimeters
        ? single('meters', set.distanceMillimeters / 1000)
        : single('seconds', set.durationSeconds)
    case 'duration':
      return single('seconds', set.durationSeconds)
    case 'reps':
      return set.weightGrams ? loadedSet(set, facts, bodyweightGrams) : single('reps', set.reps)
    default:
      return loadedSet(set, facts, bodyweightGrams)
  }
}

function single(measure: LiftMeasure, value: number | undefined): MeasuredSet | undefined {
  return value === undefined || value <= 0 ? undefined : { measure, set: { load: value, reps: 1 } }
}

function loadedSet(
  set: SetWork,
  facts: ExerciseFacts,
  bodyweightGrams: number | undefined,
): MeasuredSet | undefined {
  const { reps, weightGrams = 0, assistanceGrams = 0 } = set
  const share = bodyweightShareOf(facts)
  if (reps === undefined) return undefined
  const rir = repsInReserve(set)
  const added = (weightGrams - assistanceGrams) / 1000
  if (share === 0) return added > 0 ? { measure: 'load', set: { load: added, reps, rir } } : undefined
  if (bodyweightGrams === undefined) return added === 0 ? single('reps', reps) : undefined
  const load = (bodyweightGrams * share) / 1000 + added
  return load > 0 ? { measure: 'load', set: { load, reps, rir, added } } : undefined
}
