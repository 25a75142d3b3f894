import { repsDone } from './counting.ts'
import type { ExerciseFacts, SetWork } from './types.ts'

/** The exercise facts that decide loads and volumes. */
type LoadFacts = Pick<ExerciseFacts, 'tracking' | 'perHand' | 'bodyweightShare' | 'unilateral'>

/**
 * The share of bodyweight that a rep moves, 0–1: all of it for a bodyweight lift that states no share.
 */
export const bodyweightShareOf = (facts: LoadFacts): number =>
  facts.bodyweightShare ?? (facts.tracking === 'bodyweight_reps' ? 1 : 0)

/** Whether every set of a lift has a weight. */
export const isWeighted = (facts: LoadFacts): boolean =>
  facts.tracking === 'weight_reps' && bodyweightShareOf(facts) === 0

/**
 * Whether a machine, a band or a hold makes a built-in exercise lighter: it can't have a weight, only assistance.
 * Custom exercises, whose ids are UUIDs, can have both.
 */
export const isAssistedExercise = ({ id }: Pick<ExerciseFacts, 'id'>): boolean => /(^|-)assisted-/.test(id)

/**
 * Rounds grams to 1/1024. That is precise enough for pounds (10 × 225 lb are 2250 lb), and sums of such
 * fractions are exact, so they don't depend on the order of the sets.
 */
const toFineGrams = (grams: number): number => Math.round(grams * 1024) / 1024

/**
 * The load that one rep of a set moved, in grams rounded to 1/1024: `bodyweight × share + added − assistance`, never
 * below 0. `hands` is 2 where a per-hand weight counts for both hands. Undefined if the load is unknown: it includes an
 * unknown bodyweight, or a weighted lift has no weight. 0 for a lift that is measured without a load (reps,
 * duration, distance) and has none.
 */
function loadFor(
  set: SetWork,
  facts: LoadFacts,
  bodyweightGrams: number | undefined,
  hands: 1 | 2,
): number | undefined {
  const share = bodyweightShareOf(facts)
  if (share > 0 && bodyweightGrams === undefined) return undefined
  if (set.weightGrams === undefined && isWeighted(facts)) return undefined
  const body = share > 0 ? (bodyweightGrams ?? 0) * share : 0
  return Math.max(0, toFineGrams(body + (set.weightGrams ?? 0) * hands - (set.assistanceGrams ?? 0)))
}

/** The load used for strength, in grams per rep: a per-hand weight is that of one hand. Undefined if unknown. */
export const strengthLoad = (
  set: SetWork,
  facts: LoadFacts,
  bodyweightGrams: number | undefined,
): number | undefined => loadFor(set, facts, bodyweightGrams, 1)

/** The load that counts toward volume, in grams per rep: a per-hand weight counts twice. Undefined if unknown. */
export const volumeLoad = (
  set: SetWork,
  facts: LoadFacts,
  bodyweightGrams: number | undefined,
): number | undefined => loadFor(set, facts, bodyweightGrams, facts.perHand ? 2 : 1)

/**
 * Load × reps of a set over the sides that did it, in grams; 0 for a set without reps. Undefined if the set
 * has reps and its load is unknown: it then counts toward sets and reps, but not volume.
 */
export function setVolume(
  set: SetWork,
  facts: LoadFacts,
  bodyweightGrams: number | undefined,
): number | undefined {
  const reps = repsDone(set, facts)
  if (reps === 0) return 0
  const load = volumeLoad(set, facts, bodyweightGrams)
  return load === undefined ? undefined : load * reps
}

/**
 * The same as `setVolume`, for callers that already know the strength load: unless the weight is per hand, it
 * is the volume load too.
 */
export function volumeOfLoad(
  set: SetWork,
  facts: LoadFacts,
  bodyweightGrams: number | undefined,
  strengthLoadGrams: number | undefined,
): number | undefined {
  if (facts.perHand) return setVolume(set, facts, bodyweightGrams)
  const reps = repsDone(set, facts)
  if (reps === 0) return 0
  return strengthLoadGrams === undefined ? undefined : strengthLoadGrams * reps
}
