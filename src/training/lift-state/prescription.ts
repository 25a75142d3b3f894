import type { Forecast } from './forecast.ts'
import type { RaiseHabit } from './raise-habit.ts'
import type { LiftSession } from './state.ts'
import type { Range } from './structure.ts'

/** The rule applied, by name. */
export type LiftRule =
  | 'comeback'
  | 'repeat'
  | 'return'
  | 'new_range'
  | 'add_weight'
  | 'step_back'
  | 'hold'
  | 'add_reps'

/** The available loads, in kilograms. */
export interface Loads {
  /** The largest available load not above a target; the lightest one if all are heavier. */
  atMost(load: number): number
  /** The smallest available load above a given one; undefined if there is none. */
  above(load: number): number | undefined
  /** The largest available load below a given one; undefined if there is none. */
  below(load: number): number | undefined
}

/** The input of a prescription besides the memory. */
export interface PrescribeOptions {
  /** The day to train, as a day number. */
  readonly day: number
  readonly loads: Loads
  /** Kilograms of the unit in which the lift is logged: 1, or 0.45359237. */
  readonly kilogramsOfUnit: number
  /** The step, in kilograms, until the log shows the lifter's own. */
  readonly defaultStep: number
  /** The step that the lifter chose, in kilograms. */
  readonly step?: number | undefined
  /** For a lift that moves the body: the bodyweight part of the load, in kilograms. */
  readonly body?: number | undefined
  /**
   * For a bodyweight lift done without added weight: none is added until every set has this many reps. By default,
   * weight is added as soon as it is earned.
   */
  readonly plainUntil?: number | undefined
  /** Reps that the lifter chose; by default those of the log. */
  readonly range?: { readonly min: number; readonly max: number } | undefined
  /** How often the lifter raises a weight, over all their lifts; `undefined` if unknown. */
  readonly habit?: RaiseHabit | undefined
  /** Whether the last session fell short of what was prescribed, in which case nothing is added. */
  readonly afterMiss?: boolean | undefined
  /** Whether the range was chosen after the last session, in which case the load must follow from the level. */
  readonly isNewRange?: boolean | undefined
}

/** A set at a load other than the working load, in kilograms. */
export interface OtherSet {
  readonly load: number
  readonly reps: number
}

/** What to do next for a lift. */
export interface LiftPrescription {
  readonly rule: LiftRule
  /** An available load, in kilograms. */
  readonly load: number
  /** Reps to do, set by set; never empty. */
  readonly reps: readonly number[]
  /** The sets at other loads that the lifter always does, before the first working set and after it. */
  readonly before: readonly OtherSet[]
  readonly after: readonly OtherSet[]
  /** Whether the last set continues to one rep before failure. */
  readonly lastSetOpen?: boolean
  /** The chance, 0–1, of the heaviest set, or of the first one if several are equally heavy. */
  readonly chance: number
  readonly forecast: Forecast
  readonly range: Range
  /** The reps that earn more load; above the range if the step is large. */
  readonly top: number
  readonly step: number
  /** The next load up; undefined if there is none. */
  readonly up: number | undefined
  /** Set if the next load up is earned but the lifter usually stays longer: the reps at it, and their chance, 0–1. */
  readonly waiting?: { readonly reps: number; readonly chance: number }
  /**
   * Why it is unknown whether the load can be done: every recent raise succeeded (`due`), or the last sets all had the
   * same reps, or the weight was made eight times in a row (`untested`). The chance then assumes two reps in reserve.
   */
  readonly untested?: 'due' | 'untested'
  /** The main load: what the lift is usually done with. */
  readonly main: number
  /** The session that the prescription continues from, and how many sessions ago it was. */
  readonly anchor: LiftSession
  readonly sessionsBack: number
  readonly gapDays: number
  /** On the way back from a break: its length, the main load before it, the sessions since, and what is expected. */
  readonly comingBack?: {
    readonly days: number
    readonly main: number
    readonly sessions: number
    readonly expected?: Forecast
  }
  /** Set if the lifter is working up to a heavy single: the reps are exact. */
  readonly peaking?: true
  /** A lighter week to offer, when the lift has stalled. */
  readonly deload?: { readonly load: number; readonly reps: number; readonly sets: number }
}
