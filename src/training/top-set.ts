import type { PerformedSet, Tracking } from './types.ts'

/** The best set of a workout, by the measure of its exercise; see `topSet`. */
export interface TopSet {
  readonly setId: string
  /** Whole grams per rep; a per-hand weight is that of one hand. Absent if unknown, or if none was moved. */
  readonly loadGrams?: number
  readonly reps?: number
  readonly durationSeconds?: number
  readonly distanceMillimeters?: number
}

/** A counted set with the load that strength is judged by; undefined if that is unknown. */
export interface LoadedSet {
  readonly set: PerformedSet
  readonly loadGrams: number | undefined
}

type Measure = (loaded: LoadedSet) => number | undefined

const load: Measure = ({ loadGrams }) => loadGrams
const reps: Measure = ({ set }) => set.reps
const duration: Measure = ({ set }) => set.durationSeconds
const distance: Measure = ({ set }) => set.distanceMillimeters

/** The measures to compare, in order: the heaviest set, then the most reps; the longest; the farthest. */
const measures = {
  weight_reps: [load, reps],
  bodyweight_reps: [load, reps],
  reps: [load, reps],
  duration: [duration, load],
  distance_duration: [distance, duration],
} as const satisfies Record<Tracking, readonly Measure[]>

/**
 * Whether `a` is the better set; of equal ones neither is. A set without a value ranks below any that has
 * one.
 */
function isBetter(a: LoadedSet, b: LoadedSet, tracking: Tracking): boolean {
  for (const measure of measures[tracking]) {
    const difference = (measure(a) ?? -1) - (measure(b) ?? -1)
    if (difference !== 0) return difference > 0
  }
  return false
}

/**
 * The top set: the heaviest, and among those the one with most reps; for exercises measured by time or
 * distance the longest or farthest. Of equal sets, the first. Undefined for no sets.
 */
export function topSet(sets: readonly LoadedSet[], tracking: Tracking): TopSet | undefined {
  let best = sets[0]
  for (const loaded of sets) if (best && isBetter(loaded, best, tracking)) best = loaded
  if (!best) return undefined
  const { set, loadGrams } = best
  return {
    setId: set.id,
    ...(loadGrams && { loadGrams }),
    ...(set.reps && { reps: set.reps }),
    ...(set.durationSeconds && { durationSeconds: set.durationSeconds }),
    ...(set.distanceMillimeters && { distanceMillimeters: set.distanceMillimeters }),
  }
}
