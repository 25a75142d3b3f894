import type { LandmarkTable } from '../landmarks.ts'
import { exerciseSeconds } from '../recommend/duration.ts'
import type { Muscle } from '../types.ts'
import { directMuscles } from './place-exercises.ts'
import { restOf, timedReps } from './prescription.ts'
import type { BlockRequest, PlacedExercise } from './types.ts'

/** Numbers of sets in one workout. */
export const setLimits = {
  /** The maximum for an exercise. */
  maxOfSlot: 6,
  /** The maximum for a beginner's exercise, and for a strength block's exercises other than the main lifts. */
  maxOfPlainSlot: 4,
  /** The minimum for an exercise: fewer aren't worth setting up for. */
  minOfSlot: 2,
  /** The maximum number of direct sets for a muscle (Remmert et al. 2025). */
  maxOfMuscle: 11,
} as const

/**
 * Whether a muscle's limits apply to a slot. Landmarks that count only sets beyond the compound lifts don't limit those
 * lifts.
 */
function isBounded(muscle: Muscle, { role }: PlacedExercise, landmarks: LandmarkTable): boolean {
  return muscle === role.muscle || (landmarks[muscle]?.mev ?? 0) > 0
}

/** The requirements of the peak week. */
export interface Peak {
  /** The sets of each muscle. */
  readonly atPeak: ReadonlyMap<Muscle, number>
  /** The number of slots that the first week's sets can be spread over. */
  readonly slotsFor: (muscle: Muscle) => number
}

/** The sets of the peak week: first the basic lifts, then wherever the largest share is missing. */
export function peakCounts(
  placed: readonly PlacedExercise[],
  { atPeak: targets, slotsFor }: Peak,
  request: BlockRequest,
  landmarks: LandmarkTable,
): number[] {
  const counts = placed.map(() => 0)
  const direct = placed.map((slot) =>
    directMuscles(slot.exercise).filter((muscle) => isBounded(muscle, slot, landmarks)),
  )
  const weeklySets = new Map<Muscle, number>()
  const setsOnDay = new Map<string, number>()
  const secondsOn = new Map<string, number>()
  const get = <Key>(map: ReadonlyMap<Key, number>, key: Key) => map.get(key) ?? 0
  const costs = placed.map((slot) => costOf(slot, request))

  const fits = (index: number, added: number): boolean => {
    const slot = placed[index]
    const count = counts[index] ?? 0
    if (!slot || count + added > maxSets(slot, request)) return false
    if (get(weeklySets, slot.role.muscle) + added > get(targets, slot.role.muscle)) return false
    const cost = costs[index] ?? costOf(slot, request)
    const seconds = get(secondsOn, slot.day) + (count === 0 ? cost.setUp : 0) + added * cost.set
    if (seconds > request.minutes * 60) return false
    return (direct[index] ?? []).every(
      (muscle) =>
        get(weeklySets, muscle) + added <= (landmarks[muscle]?.mrv ?? Number.POSITIVE_INFINITY) &&
        get(setsOnDay, `${slot.day}/${muscle}`) + added <= setLimits.maxOfMuscle,
    )
  }
  const add = (index: number, added: number): void => {
    const slot = placed[index]
    const cost = costs[index]
    if (!slot || !cost) return
    const setUp = counts[index] === 0 ? cost.setUp : 0
    counts[index] = (counts[index] ?? 0) + added
    secondsOn.set(slot.day, get(secondsOn, slot.day) + setUp + added * cost.set)
    for (const muscle of direct[index] ?? []) {
      weeklySets.set(muscle, get(weeklySets, muscle) + added)
      setsOnDay.set(`${slot.day}/${muscle}`, get(setsOnDay, `${slot.day}/${muscle}`) + added)
    }
  }

  const openFor = (muscle: Muscle) =>
    placed.filter(({ role }, index) => role.muscle === muscle && (counts[index] ?? 0) > 0).length

  for (const { index, sets } of basicLifts(placed, request)) {
    for (let setCount = sets; setCount >= setLimits.minOfSlot; setCount--) {
      if (!fits(index, setCount)) continue
      add(index, setCount)
      break
    }
  }
  for (;;) {
    let best: number | undefined
    let highest = 0
    for (const [index, { role }] of placed.entries()) {
      const target = get(targets, role.muscle)
      const count = counts[index] ?? 0
      if (count === 0 && openFor(role.muscle) >= slotsFor(role.muscle)) continue
      const missingShare = target === 0 ? 0 : (target - get(weeklySets, role.muscle)) / target
      // Among the slots of a muscle, prefer the one with the fewest sets.
      const priority = missingShare * (request.favor.includes(role.muscle) ? 3 : 1) - count * 0.001
      if (priority > highest && fits(index, count === 0 ? setLimits.minOfSlot : 1)) {
        best = index
        highest = priority
      }
    }
    if (best === undefined) return counts
    add(best, counts[best] === 0 ? setLimits.minOfSlot : 1)
  }
}

/** The lifts to fill first: main lifts and pulls, those earliest in their day first. */
function basicLifts(
  placed: readonly PlacedExercise[],
  { goal }: BlockRequest,
): { index: number; sets: number }[] {
  const lifts = placed.flatMap(({ day, role }, index) => {
    const rank = placed.slice(0, index).filter((earlier) => earlier.day === day).length
    const isBasic = role.isMain || role.muscle === 'upper_back' || role.muscle === 'lats'
    return isBasic ? [{ index, rank, sets: goal === 'strength' && role.isMain ? 4 : 3 }] : []
  })
  return lifts.sort((a, b) => a.rank - b.rank || a.index - b.index)
}

/** The maximum number of sets of an exercise in a workout. */
function maxSets({ role }: PlacedExercise, { goal, experience }: BlockRequest): number {
  const isPlain = experience === 'beginner' || (goal === 'strength' && !role.isMain)
  return isPlain ? setLimits.maxOfPlainSlot : setLimits.maxOfSlot
}

/** The seconds to set up an exercise, and for each of its sets. */
function costOf(
  placed: PlacedExercise,
  request: BlockRequest,
): { readonly setUp: number; readonly set: number } {
  const rest = restOf(placed, request)
  const set = { type: 'normal', reps: timedReps(placed, request) } as const
  const oneSet = exerciseSeconds([], [set], rest)
  const twoSets = exerciseSeconds([], [set, set], rest)
  return { setUp: 2 * oneSet - twoSets, set: twoSets - oneSet }
}
