/**
 * The memory of one lift, folded from its sessions in chronological order. Loads are in kilograms, levels are
 * natural logarithms of an estimated one-rep max in kilograms, days are the user's day numbers.
 *
 * The constants of this folder were found by coordinate search on the logs of 18 lifters, rounded, and
 * validated on 18 others.
 */
export interface LiftState {
  /** The number of sessions folded. */
  readonly sessions: number
  /** The level: ln of the one-rep max that the lift has shown, before subtracting any absence. */
  readonly level: number
  /** The decayed sum of misses of the forecast, and its weight. */
  readonly error: number
  readonly errorWeight: number
  /** The part of the level lost to absence; it fades as training continues. */
  readonly absence: number
  /** The day of the last session; -Infinity before the first. */
  readonly day: number
  /** The last eight sessions, oldest first. */
  readonly recent: readonly LiftSession[]
  /** Up to 24 distinct loads lifted, oldest first. */
  readonly loadsSeen: readonly number[]
  readonly smallestLoad: number
  readonly largestLoad: number
  readonly mostReps: number
  /**
   * At index L from 1 to 4: the decayed sum of the differences between ln of the working load and ln of the working
   * load L sessions before, and its weight.
   */
  readonly lagError: readonly number[]
  readonly lagWeight: readonly number[]
  /** Up to five rises of the working load between sessions, in kilograms, newest last. */
  readonly jumps: readonly number[]
  readonly stall: Stall
}

/** The best of a lift, and when it last improved. */
export interface Stall {
  /** The highest level that a session has shown. */
  readonly best: number
  /** The heaviest load, or weight added to the body, and the most reps at it. */
  readonly bestLoad: number
  readonly bestRepsAtLoad: number
  /** Sessions since the last improvement, and its day. */
  readonly sessionsSince: number
  readonly sinceDay: number
}

/** The memory of a lifter across all lifts: how far forecasts miss, and how wide intervals must be. */
export interface LifterState {
  /** The decayed sum of misses, and its weight. */
  readonly error: number
  readonly errorWeight: number
  /** ln of the factor by which intervals are wider than the misses alone suggest, −0.4 to 0.4. */
  readonly width: number
}

/** A set of a session, in the memory's form. */
export interface LiftSet {
  /** The load moved, in kilograms, above 0. */
  readonly load: number
  /** 0 for a failed attempt. */
  readonly reps: number
  /** Reps in reserve, 0 or more; left out if effort was not logged. */
  readonly rir?: number | undefined
  /** For a lift that moves the body: the added weight in kilograms; below 0 for assistance. */
  readonly added?: number | undefined
}

/** A workout's working sets of a lift, in the order in which they were done. */
export interface LiftSession {
  /** The user's day number. */
  readonly day: number
  /** Never empty. */
  readonly sets: readonly LiftSet[]
  readonly workoutId?: string | undefined
  /** The user marked it as a deload or a comeback, or the day's lifts show a deload. */
  readonly deload?: boolean | undefined
  /** The user marked it as a deload or a comeback. */
  readonly planned?: boolean | undefined
}

/** The assumed miss of a forecast, as a share of the one-rep max, until the lifter's own is known. */
const priorMiss = 0.051
const priorWeight = 80

/** The initial state of a lifter. */
export const newLifter: LifterState = { error: priorMiss * priorWeight, errorWeight: priorWeight, width: 0 }

/** The initial state of a lift. */
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
  stall: {
    best: Number.NEGATIVE_INFINITY,
    bestLoad: Number.NEGATIVE_INFINITY,
    bestRepsAtLoad: 0,
    sessionsSince: 0,
    sinceDay: 0,
  },
}
