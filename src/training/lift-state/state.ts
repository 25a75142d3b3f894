/**
 * What is remembered of one lift, folded from its sessions in order of time. Loads are in kilograms, levels
 * are natural logarithms of an estimated one-rep max in kilograms, days are the user's day numbers.
 *
 * The constants of this folder were found by coordinate search on the logs of 18 lifters, rounded, and proved
 * on 18 others.
 */
export interface LiftState {
  /** How many sessions were folded. */
  readonly sessions: number
  /** The level: ln of the one-rep max that the lift has shown, without what an absence took. */
  readonly level: number
  /** The decayed sum of misses of the forecast, and its weight. */
  readonly error: number
  readonly errorWeight: number
  /** What absence took from the level; it fades as training goes on. */
  readonly absence: number
  /** The day of the last session; -Infinity before the first. */
  readonly day: number
  /** The last eight sessions, oldest first. */
  readonly recent: readonly LiftSession[]
  /** Up to 24 loads seen, oldest first, each once. */
  readonly loadsSeen: readonly number[]
  readonly smallestLoad: number
  readonly largestLoad: number
  readonly mostReps: number
  /** For L sessions back, L = 1…4 at index L: the decayed sum of |ln W − ln W of then|, and its weight. */
  readonly lagError: readonly number[]
  readonly lagWeight: readonly number[]
  /** Up to five rises of the working load between sessions, in kilograms, latest last. */
  readonly jumps: readonly number[]
  readonly stall: Stall
}

/** When a lift last got better. */
export interface Stall {
  /** The best value of a session so far. */
  readonly best: number
  /** The heaviest load, and the most reps at it. */
  readonly bestLoad: number
  readonly bestRepsAtLoad: number
  /** Sessions since, and the day of the last betterment. */
  readonly sessionsSince: number
  readonly sinceDay: number
}

/** What is remembered of a lifter over all lifts: how far forecasts miss, and how wide intervals must be. */
export interface LifterState {
  /** The decayed sum of misses, and its weight. */
  readonly error: number
  readonly errorWeight: number
  /** ln of the factor by which intervals are wider than the misses say, −0.4 to 0.4. */
  readonly width: number
}

/** A set of a session, as the memory sees it. */
export interface LiftSet {
  /** The load moved, in kilograms, above 0. */
  readonly load: number
  /** 0 for an attempt that failed. */
  readonly reps: number
  /** Reps in reserve, 0 or more; left out if effort was not logged. */
  readonly rir?: number | undefined
  /** Of a lift that moves the body: what was added to it, in kilograms; below 0 for assistance. */
  readonly added?: number | undefined
}

/** A workout's working sets of a lift, in the order in which they were done. */
export interface LiftSession {
  /** The user's day number. */
  readonly day: number
  /** Never empty. */
  readonly sets: readonly LiftSet[]
  readonly workoutId?: string | undefined
  /** Marked as a deload by the user, or recognized as one over the day's lifts. */
  readonly deload?: boolean | undefined
}

/** The share of a one-rep max that a forecast misses by before a lifter has shown their own. */
const priorMiss = 0.051
const priorWeight = 80

/** A lifter of whom nothing is known. */
export const newLifter: LifterState = { error: priorMiss * priorWeight, errorWeight: priorWeight, width: 0 }

/** A lift without a session. */
export const newLift: LiftState = {
  sessions: 0,
  level: 0,
  error: 0,
  errorWeight: 0,
  absence: 0,
  day: Number.NEGATIVE_INFINITY,
  recent: [],
  loadsSeen: [],
  smallestLoad: Number.POSITIVE_INFINITY,
  largestLoad: 0,
  mostReps: 0,
  lagError: [0, 0, 0, 0, 0],
  lagWeight: [0, 0, 0, 0, 0],
  jumps: [],
  stall: { best: Number.NEGATIVE_INFINITY, bestLoad: 0, bestRepsAtLoad: 0, sessionsSince: 0, sinceDay: 0 },
}
