import type { PerformedSet, Tracking } from './types.ts'

/** The best set of a workout, in the measure of its exercise; see `topSet`. */
export interface TopSet {
  readonly setId: string
  /**
   * Whole grams a rep; a per-hand weight is that of one hand. Absent when unknown, or when none was moved.
   */
  readonly loadGrams?: number
  readonly reps?: number
  readonly durationSeconds?: number
  readonly distanceMillimeters?: number
}

/** A counted set with the load that strength is judged by; undefined when it can't be known. */
export interface LoadedSet {
  readonly set: PerformedSet
  readonly loadGrams: number | undefined
}

type Measure = (loaded: LoadedSet) => number | undefined

const load: Measure = ({ loadGrams }) => loadGrams
const reps: Measure = ({ set }) => set.reps
const duration: Measure = ({ set }) => set.durationSeconds
const distance: Measure = ({ set }) => set.distanceMillimeters

/**
 * What is compared, first to last: the heaviest set, of those the one with most reps; the longest; the
 * farthest.
 */
const measures = {
  weight_reps: [load, reps],
  bodyweight_reps: [load, reps],
  reps: [load, reps],
  duration: [duration, load],
  distance_duration: [distance, duration],
} as const satisfies Record<Tracking, readonly Measure[]>

/** Whether `a` is the better set; of equal ones none is. A set without a figure is below each that has it. */
function better(a: LoadedSet, b: LoadedSet, tracking: Tracking): boolean {
  for (const measure of measures[tracking]) {
    const difference = (measure(a) ?? -1) - (measure(b) ?? -1)
    if (difference !== 0) return difference > 0
  }
  return false
}

/**
 * The top set: the heaviest, of those the one with most reps; for exercises measured by time or distance the
 * longest or farthest. The first of equal ones. Undefined for no sets.
 */
export function topSet(sets: readonly LoadedSet[], tracking: Tracking): TopSet | undefined {
  let best = sets[0]
  for (const loaded of sets) if (best && better(loaded, best, tracking)) best = loaded
  if (!best) return undefined
  const { set, loadGrams } = best
  return {
    setId: set.id,
    ...(loadGrams ? { loadGrams } : {}),
    ...(set.reps ? { reps: set.reps } : {}),
    ...(set.durationSeconds ? { durationSeconds: set.durationSeconds } : {}),
    ...(set.distanceMillimeters ? { distanceMillimeters: set.distanceMillimeters } : {}),
  }
}
