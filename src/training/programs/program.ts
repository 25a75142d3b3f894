import type { Scheme } from '../progression/schemes.ts'
import type { RepRange } from '../progression/types.ts'
import type { SetType } from '../types.ts'
import type { WeightUnit } from '../units.ts'

export interface EnteredWeight {
  readonly value: number
  readonly unit: WeightUnit
}

/**
 * The load of a set: a percentage of a lift's base, a weight, a percentage of another set of the same slot, or a
 * percentage of the last load of another slot in the run.
 */
export type PlannedLoad =
  | {
      readonly of: 'base'
      readonly percent: number
      readonly lift?: string | undefined
      readonly plus?: EnteredWeight | undefined
    }
  | { readonly of: 'weight'; readonly weight: EnteredWeight }
  | { readonly of: 'set'; readonly set: string; readonly percent: number }
  | { readonly of: 'slot'; readonly slot: string; readonly percent: number }

/** One set to do, or `count` identical ones. */
export interface ProgramSet {
  readonly count?: number | undefined
  readonly key?: string | undefined
  readonly type?: SetType | undefined
  readonly reps?: RepRange | undefined
  readonly openEnded?: boolean | undefined
  readonly load?: PlannedLoad | undefined
  readonly rpe?: number | undefined
  readonly rir?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMillimeters?: number | undefined
  readonly restSeconds?: number | undefined
  readonly tempo?: string | undefined
}

/** An amount to add to a base, or to subtract. */
export interface AddChange {
  readonly kind: 'add'
  readonly value: number
  readonly unit: WeightUnit
}

/** A change of a base: by a weight, by a percentage, or to a percentage of the one-rep max that a set shows. */
export type BaseChange =
  | AddChange
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'tested'; readonly percent: number }

/** When and how a lift's base changes. */
export interface BaseRule {
  /** Only in these weeks, and on these days. */
  readonly weeks?: readonly string[] | undefined
  readonly days?: readonly string[] | undefined
  /** The key of the sets that are judged; by default all working sets with a target. */
  readonly set?: string | undefined
  /** Which reps count for `steps` and `bonus`: those of the last set judged (default), or of all sets together. */
  readonly reps?: 'last' | 'sum' | undefined
  readonly made?: BaseChange | undefined
  /** The number of successes in a row that it takes; default 1. */
  readonly afterMade?: number | undefined
  readonly missed?: BaseChange | undefined
  readonly afterMissed?: number | undefined
  /** The change for `fromReps` reps or more. */
  readonly steps?: readonly { readonly fromReps: number; readonly change: BaseChange }[] | undefined
  /** A change for each rep over a number, at most `max` times. */
  readonly bonus?:
    | {
        readonly over: number
        readonly change: AddChange
        readonly max?: number | undefined
      }
    | undefined
  /**
   * When a change takes effect; default `now`. Only one `next_cycle` change takes effect per cycle: that of a miss, or
   * else the first.
   */
  readonly takes?: 'now' | 'next_cycle' | undefined
}

/** A lift that has a base. */
export interface ProgramLift {
  readonly key: string
  readonly exerciseId: string
  readonly base: 'training_max' | 'working_weight'
  /** The initial base, as a percentage of the one-rep max. Default 90 for a training max. */
  readonly startPercent?: number | undefined
  readonly rules?: readonly BaseRule[] | undefined
}

/** Sets that differ by week, for any number of slots. */
interface ProgramWave {
  readonly key: string
  readonly weeks: readonly { readonly week: string; readonly sets: readonly ProgramSet[] }[]
}

/** A place for an exercise in a day, with exactly one of `sets`, `wave` and `progression`. */
export interface ProgramSlot {
  readonly key: string
  readonly lift?: string | undefined
  readonly exerciseId?: string | undefined
  readonly alternatives?: readonly string[] | undefined
  /** Only in these weeks. */
  readonly weeks?: readonly string[] | undefined
  readonly supersetGroup?: number | undefined
  readonly sets?: readonly ProgramSet[] | undefined
  readonly wave?: string | undefined
  readonly progression?: Scheme | undefined
  readonly restSeconds?: number | undefined
  readonly optional?: boolean | undefined
  readonly notes?: string | undefined
}

/** A workout of a program. */
interface ProgramDay {
  readonly key: string
  readonly name?: string | undefined
  readonly notes?: string | undefined
  readonly slots: readonly ProgramSlot[]
}

/** Days in order, each done as often as it is listed; not a calendar week. */
interface ProgramWeek {
  readonly key: string
  readonly name?: string | undefined
  readonly deload?: boolean | undefined
  readonly days: readonly string[]
}

/** A revision of a program. One day and one week make a routine. */
export interface Program {
  readonly name: string
  readonly sessionsPerWeek?: number | undefined
  /** The number of cycles after which it ends; by default it never does. */
  readonly cycles?: number | undefined
  /** How loads are rounded to loadable weights: to the nearest (default), never up, or never down. */
  readonly rounding?: 'nearest' | 'down' | 'up' | undefined
  readonly lifts?: readonly ProgramLift[] | undefined
  readonly waves?: readonly ProgramWave[] | undefined
  readonly days: readonly ProgramDay[]
  readonly weeks: readonly ProgramWeek[]
}
