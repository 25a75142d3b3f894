import { type Goal, goalRules } from '../goals.ts'
import { type LandmarkTable, landmarksOf, weeklyLandmarks } from '../landmarks.ts'
import type { Muscle } from '../types.ts'

/**
 * Below this many weekly fractional sets there is little growth (Pelland et al. 2024/2026): the minimum for a
 * muscle whose landmarks begin at 0.
 */
const minEffectiveSets = 4
/** Sets for a requested muscle without landmarks: the efficient range of Pelland et al. */
const unlisted = { mv: 4, mev: 4, mavMin: 6, mavMax: 11, mrv: 19 } as const

/**
 * How much a requested muscle counts, and a muscle that other lifts train enough, so that its landmarks begin at 0.
 */
const weights = { asked: 2, incidental: 0.6 } as const

/**
 * How many weekly sets a muscle should have. Fractional sets are compared with landmarks for direct ones,
 * which is cautious.
 */
export interface MuscleNeed {
  readonly muscle: Muscle
  /** Fractional sets of the past week. */
  readonly done: number
  /** Up to here every set has full value. */
  readonly least: number
  /** From here on another set has little value. */
  readonly enough: number
  readonly most: number
  /** Beyond this, a set does harm. */
  readonly limit: number
  /** Whether the user wants it trained first and more. */
  readonly asked: boolean
  /** 2 for a requested muscle; less than 1 for one that other lifts train enough. */
  readonly weight: number
}

/** Which landmarks are the minimum, the target and the maximum without a goal. */
const usualVolume = ['mev', 'mavMin', 'mavMax'] as const

/**
 * The need of a muscle; undefined for one that isn't trained for its own sake. If it was requested, the lower end of its
 * adaptive range is the minimum, and the upper end is enough.
 */
export function needOf(
  muscle: Muscle,
  done: number,
  focused: boolean,
  {
    table = weeklyLandmarks,
    goal,
  }: { readonly table?: LandmarkTable | undefined; readonly goal?: Goal | undefined } = {},
): MuscleNeed | undefined {
  const landmarks = landmarksOf(muscle, table)
  if (!landmarks && !focused) return undefined
  const marks = landmarks ? { ...landmarks, mavMin: landmarks.mav.min, mavMax: landmarks.mav.max } : unlisted
  const { mev, mavMin, mavMax, mrv } = marks
  const [first, second, third] = goal ? goalRules[goal].volume : usualVolume
  const least = Math.max(minEffectiveSets, focused ? mavMin : marks[first])
  const enough = Math.max(least, focused ? mavMax : marks[second])
  const most = Math.max(enough, focused ? mavMax : marks[third])
  const weight = focused ? weights.asked : mev === 0 ? weights.incidental : 1
  return { muscle, done, least, enough, most, limit: Math.max(most, mrv), asked: focused, weight }
}

/** The muscles that the landmarks treat as one back: a row that trains both counts once. */
export const backMuscles: ReadonlySet<Muscle> = new Set(['lats', 'upper_back'])

/** The sets of a muscle in the past week; for the back muscles, the larger of the two. */
export function setsDone(weekly: ReadonlyMap<Muscle, number>, muscle: Muscle): number {
  const sets = (of: Muscle) => weekly.get(of) ?? 0
  return backMuscles.has(muscle) ? Math.max(...[...backMuscles].map(sets)) : sets(muscle)
}

/** The value of one more set at each point of a need, linear in between. Beyond the limit it is −1. */
const worthAt = { none: 2, least: 1, enough: 0.3, most: 0.1, limit: 0 } as const

/** The value of sets from 0 to `length` along a line falling from `high` to `low`. */
function partWorth(sets: number, length: number, high: number, low: number): number {
  const part = Math.min(sets, length)
  return part > 0 ? part * (high + ((low - high) * part) / (2 * length)) : 0
}

/** The total value of the sets from 0 to `sets`. */
const worthUpTo = (sets: number, { least, enough, most, limit }: MuscleNeed): number =>
  partWorth(sets, least, worthAt.none, worthAt.least) +
  partWorth(sets - least, enough - least, worthAt.least, worthAt.enough) +
  partWorth(sets - enough, most - enough, worthAt.enough, worthAt.most) +
  partWorth(sets - most, limit - most, worthAt.most, worthAt.limit) -
  Math.max(0, sets - limit)

/**
 * The value of `more` sets for a muscle that already has `planned` sets on top of its week. Falls with each set:
 * diminishing returns.
 */
export const worthOf = (need: MuscleNeed, planned: number, more: number): number =>
  need.weight * (worthUpTo(need.done + planned + more, need) - worthUpTo(need.done + planned, need))
