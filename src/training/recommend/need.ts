import { type Goal, goalRules } from '../goals.ts'
import { type LandmarkTable, landmarksOf, weeklyLandmarks } from '../landmarks.ts'
import type { Muscle } from '../types.ts'
import { maxWeeklySets } from '../weekly-workouts.ts'

/**
 * Below this many weekly fractional sets there is little growth (Pelland et al. 2024/2026): the minimum for a
 * muscle whose landmarks begin at 0.
 */
const minEffectiveSets = 4
/** Sets for a requested muscle without landmarks: the efficient range of Pelland et al. */
const defaultLandmarks = { mv: 4, mev: 4, mavMin: 6, mavMax: 11, mrv: 19 } as const

/** The weights of a requested muscle, and of one whose landmarks begin at 0, because other lifts train it enough. */
const weights = { requested: 2, incidental: 0.6 } as const

/**
 * The weekly sets that a muscle should have. Fractional sets are compared with landmarks for direct ones, which is
 * cautious.
 */
export interface MuscleNeed {
  readonly muscle: Muscle
  /** Fractional sets of the past week. */
  readonly done: number
  /** Up to this number, every set has full value. */
  readonly min: number
  /** At this number or more, another set has little value. */
  readonly target: number
  readonly max: number
  /** Beyond this number, a set does harm. */
  readonly limit: number
  /** Whether the user wants it trained first, with more sets. */
  readonly isRequested: boolean
  /** 2 for a requested muscle; less than 1 for one that other lifts train enough. */
  readonly weight: number
}

/** The landmarks that are the minimum, the target and the maximum without a goal. */
const usualVolume = ['mev', 'mavMin', 'mavMax'] as const

/**
 * The need of a muscle; undefined for one that isn't trained for its own sake. If it was requested, the lower end of
 * its adaptive range is the minimum, and the upper end is enough.
 */
export function needOf(
  muscle: Muscle,
  done: number,
  isRequested: boolean,
  {
    table = weeklyLandmarks,
    goal,
    workouts,
  }: {
    readonly table?: LandmarkTable | undefined
    readonly goal?: Goal | undefined
    /** The planned workouts of a week, where those limit its sets. */
    readonly workouts?: number | undefined
  } = {},
): MuscleNeed | undefined {
  const landmarks = landmarksOf(muscle, table)
  if (!landmarks && !isRequested) return undefined
  const marks = landmarks
    ? { ...landmarks, mavMin: landmarks.mav.min, mavMax: landmarks.mav.max }
    : defaultLandmarks
  const { mev, mavMin, mavMax, mrv } = marks
  const [minMark, targetMark, maxMark] = goal ? goalRules[goal].volume : usualVolume
  const room = workouts === undefined ? Number.POSITIVE_INFINITY : maxWeeklySets(workouts)
  const min = Math.min(room, Math.max(minEffectiveSets, isRequested ? mavMin : marks[minMark]))
  const target = Math.max(min, Math.min(room, isRequested ? mavMax : marks[targetMark]))
  const max = Math.max(target, Math.min(room, isRequested ? mavMax : marks[maxMark]))
  const weight = isRequested ? weights.requested : mev === 0 ? weights.incidental : 1
  return { muscle, done, min, target, max, limit: Math.max(max, mrv), isRequested, weight }
}

/** The muscles that the landmarks treat as one back: a row that trains both counts once. */
export const backMuscles: ReadonlySet<Muscle> = new Set(['lats', 'upper_back'])

/** The sets of a muscle in the past week; for the back muscles, the larger of the two. */
export function setsDone(weekly: ReadonlyMap<Muscle, number>, muscle: Muscle): number {
  const setsOf = (trained: Muscle) => weekly.get(trained) ?? 0
  return backMuscles.has(muscle) ? Math.max(...[...backMuscles].map(setsOf)) : setsOf(muscle)
}

/** The value of one more set at each point of a need, linear in between. Beyond the limit it is −1. */
const worthAt = { none: 2, min: 1, target: 0.3, max: 0.1, limit: 0 } as const

/** The value of sets from 0 to `length` along a line falling from `high` to `low`. */
function partWorth(sets: number, length: number, high: number, low: number): number {
  const part = Math.min(sets, length)
  return part > 0 ? part * (high + ((low - high) * part) / (2 * length)) : 0
}

/** The total value of the sets from 0 to `sets`. */
const worthUpTo = (sets: number, { min, target, max, limit }: MuscleNeed): number =>
  partWorth(sets, min, worthAt.none, worthAt.min) +
  partWorth(sets - min, target - min, worthAt.min, worthAt.target) +
  partWorth(sets - target, max - target, worthAt.target, worthAt.max) +
  partWorth(sets - max, limit - max, worthAt.max, worthAt.limit) -
  Math.max(0, sets - limit)

/**
 * The value of `more` sets for a muscle that already has `planned` sets on top of its week. Falls with each set:
 * diminishing returns.
 */
export const worthOf = (need: MuscleNeed, planned: number, more: number): number =>
  need.weight * (worthUpTo(need.done + planned + more, need) - worthUpTo(need.done + planned, need))
