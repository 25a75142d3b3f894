import { bodyweightShareOf } from '../load.ts'
import type { ExerciseFacts, SetWork } from '../types.ts'
import type { LiftSet } from './state.ts'

/**
 * The measure that a lift is tracked by. Reps, seconds and meters go through the same filter as loads, each
 * treated as the load of a single.
 */
export type LiftMeasure = 'load' | 'reps' | 'seconds' | 'meters'

/** A set in the memory's form, with its measure. */
export interface MeasuredSet {
  readonly measure: LiftMeasure
  readonly set: LiftSet
}

/**
 * Converts a logged working set into the memory's form: the load moved, in kilograms, including that day's
 * bodyweight. Undefined for warm-ups and for sets without reps or with an unknown load. An attempt of 0 reps at
 * a load is kept.
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
      return set.weightGrams ? loaded(set, facts, bodyweightGrams) : single('reps', set.reps)
    default:
      return loaded(set, facts, bodyweightGrams)
  }
}

function single(measure: LiftMeasure, value: number | undefined): MeasuredSet | undefined {
  return value === undefined || value <= 0 ? undefined : { measure, set: { load: value, reps: 1 } }
}

function loaded(
  set: SetWork,
  facts: ExerciseFacts,
  bodyweightGrams: number | undefined,
): MeasuredSet | undefined {
  const { reps, weightGrams, assistanceGrams = 0 } = set
  const share = bodyweightShareOf(facts)
  if (reps === undefined) return undefined
  const rir = reserveOf(set)
  if (share === 0) {
    const load = ((weightGrams ?? 0) - assistanceGrams) / 1000
    return load > 0 ? { measure: 'load', set: { load, reps, rir } } : undefined
  }
  const added = ((weightGrams ?? 0) - assistanceGrams) / 1000
  if (bodyweightGrams === undefined) return added === 0 ? single('reps', reps) : undefined
  const load = (bodyweightGrams * share) / 1000 + added
  return load > 0 ? { measure: 'load', set: { load, reps, rir, added } } : undefined
}

function reserveOf({ rir, rpe }: SetWork): number | undefined {
  return rir ?? (rpe === undefined ? undefined : 10 - rpe)
}
