import { countText } from '#lib/count-text.ts'
import { blockOf } from '../blocks.ts'
import { isPersonal, type Landmarks, type LandmarkTable, ownSource } from '../landmarks.ts'
import { exerciseSeconds } from '../recommend/duration.ts'
import type { Muscle } from '../types.ts'
import { directMuscles } from './place-exercises.ts'
import { restOf, timedReps } from './prescription.ts'
import type { BlockContext, BlockRequest, MuscleVolume, PlacedExercise } from './types.ts'

/** Numbers of sets in one session. */
const limits = {
  /** The maximum for an exercise. */
  maxOfSlot: 6,
  /** The maximum for a beginner's exercise, and for a strength block's exercises other than the main lifts. */
  maxOfPlainSlot: 4,
  /** The minimum for an exercise: fewer aren't worth setting up for. */
  minOfSlot: 2,
  /** The maximum number of direct sets for a muscle (Remmert et al. 2025). */
  maxOfMuscle: 11,
} as const

/** The maximum share of the peak's sets in the first week, so that a block with little time builds up too. */
const maxFirstShare = 0.7

/** The sets of each slot, week by week, by the slot's index. */
export interface BlockVolume {
  readonly counts: readonly (readonly number[])[]
  readonly muscles: readonly MuscleVolume[]
}

/**
 * The direct sets of a muscle in the weeks of a block, before time is considered: from MEV toward MRV, then MV.
 * Landmarks that the user set, or whose MRV was learned, are limits known from experience: then the sets stay one below
 * the MRV, and the deload has half the MEV.
 */
export function targetSets(row: Landmarks, weeks: number, reach: 'mrv' | 'mav'): number[] {
  if (reach === 'mrv' && isPersonal(row)) return blockOf(row, weeks - 1).map(({ sets }) => sets)
  return climb(row.mev, reach === 'mrv' ? row.mrv : row.mav.min, weeks, row.mv)
}

/**
 * The sets of the deload week: the MV, or half the first week's sets if those are below the MEV or the MV is 0. With
 * personal landmarks, half the MEV or half the first week's sets, whichever is less.
 */
function recoveryOf(row: Landmarks | undefined, first: number): number {
  if (row && isPersonal(row)) return Math.min(Math.round(row.mev / 2), Math.ceil(first / 2))
  return row && row.mv > 0 && first >= row.mev ? row.mv : Math.ceil(first / 2)
}

/** Weekly sets that rise evenly until the second to last week, followed by the deload. */
function climb(first: number, peak: number, weeks: number, deload: number): number[] {
  const loading = weeks - 1
  return Array.from({ length: weeks }, (_, week) =>
    week === loading ? deload : Math.round(first + ((peak - first) * week) / Math.max(1, loading - 1)),
  )
}

/** Distributes sets over the slots, building up weekly: as many as the muscles need and the minutes allow. */
export function distribute(
  placed: readonly PlacedExercise[],
  request: BlockRequest,
  { landmarks }: BlockContext,
): BlockVolume {
  const { weeks } = request
  const muscles = [...new Set(placed.map(({ role }) => role.muscle))]
  const targets = new Map(
    muscles.map((muscle) => {
      const row = landmarks[muscle]
      return [
        muscle,
        row ? targetSets(row, weeks, reachOf(muscle, request)) : new Array<number>(weeks).fill(4),
      ]
    }),
  )
  const atPeak = new Map(Array.from(targets, ([muscle, sets]) => [muscle, sets[weeks - 2] ?? 0]))
  const slotsFor = (muscle: Muscle) =>
    Math.max(1, Math.floor((targets.get(muscle)?.[0] ?? 0) / limits.minOfSlot))
  const peak = peakCounts(placed, { atPeak, slotsFor }, request, landmarks)
  const byWeek = Array.from({ length: weeks }, () => [...peak])
  for (const muscle of muscles) {
    const peakSets = setsOf(placed, peak, muscle)
    if (peakSets === 0) continue
    const first = Math.min(targets.get(muscle)?.[0] || peakSets, Math.ceil(peakSets * maxFirstShare))
    const recovery = recoveryOf(landmarks[muscle], first)
    const climbing = climb(first, peakSets, weeks, Math.min(recovery, first))
    const shareOf = (week: number) => (climbing[week] ?? 0) / peakSets
    const slots = placed.flatMap(({ role }, slot) => (role.muscle === muscle ? slot : []))
    // Work backward from the peak, so that no slot ever has fewer sets than the week before.
    let nextCounts: readonly number[] = peak
    for (let week = weeks - 3; week >= 0; week--) {
      nextCounts = lowerCounts(slots, peak, nextCounts, shareOf(week), limits.minOfSlot)
      for (const slot of slots) byWeek[week]?.splice(slot, 1, nextCounts[slot] ?? 0)
    }
    const used = slots.filter((slot) => (peak[slot] ?? 0) > 0)
    const slotSets = used.reduce((sum, slot) => sum + (peak[slot] ?? 0), 0)
    const minSets = Math.round(slotSets * shareOf(weeks - 1)) < used.length ? 0 : 1
    const deload = lowerCounts(slots, peak, peak, shareOf(weeks - 1), minSets)
    for (const slot of slots) byWeek[weeks - 1]?.splice(slot, 1, deload[slot] ?? 0)
  }
  return {
    counts: placed.map((_, slot) => byWeek.map((week) => week[slot] ?? 0)),
    muscles: muscles.flatMap((muscle) => {
      const sets = byWeek.map((week) => setsOf(placed, week, muscle))
      if (sets.every((count) => count === 0)) return []
      return [{ muscle, sets, reason: reasonOf(muscle, sets, targets.get(muscle) ?? [], request, landmarks) }]
    }),
  }
}

/**
 * Lowers the sets of slots from the following week's to a share of the peak: one set at a time, from the slot with
 * the most sets, and never below `minSets`, since fewer aren't worth setting up for.
 */
function lowerCounts(
  slots: readonly number[],
  peak: readonly number[],
  nextCounts: readonly number[],
  share: number,
  minSets: number,
): readonly number[] {
  const counts = [...nextCounts]
  const total = Math.round(slots.reduce((sum, slot) => sum + (peak[slot] ?? 0), 0) * share)
  for (let excess = slots.reduce((sum, slot) => sum + (counts[slot] ?? 0), 0) - total; excess > 0; excess--) {
    const largest = slots.reduce(
      (best, slot) => ((counts[slot] ?? 0) >= (counts[best] ?? 0) ? slot : best),
      slots[0] ?? 0,
    )
    const count = counts[largest] ?? 0
    if (count <= minSets) break
    counts[largest] = count - 1
  }
  return counts
}

/** The landmark up to which a muscle's volume builds up: beginners grow from less, and favored muscles come first. */
function reachOf(muscle: Muscle, { goal, experience, favor }: BlockRequest): 'mrv' | 'mav' {
  if (favor.includes(muscle)) return 'mrv'
  return goal === 'hypertrophy' && experience !== 'beginner' && favor.length === 0 ? 'mrv' : 'mav'
}

/**
 * Whether a muscle's limits apply to a slot. Landmarks that count only sets beyond the compound lifts don't limit those
 * lifts.
 */
function isBounded(muscle: Muscle, { role }: PlacedExercise, landmarks: LandmarkTable): boolean {
  return muscle === role.muscle || (landmarks[muscle]?.mev ?? 0) > 0
}

/** The requirements of the peak week. */
interface Peak {
  /** The sets of each muscle. */
  readonly atPeak: ReadonlyMap<Muscle, number>
  /** The number of slots that the first week's sets can be spread over. */
  readonly slotsFor: (muscle: Muscle) => number
}

/** The sets of the peak week: first the basic lifts, then wherever the largest share is missing. */
function peakCounts(
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
        get(setsOnDay, `${slot.day}/${muscle}`) + added <= limits.maxOfMuscle,
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
    for (let setCount = sets; setCount >= limits.minOfSlot; setCount--) {
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
      if (priority > highest && fits(index, count === 0 ? limits.minOfSlot : 1)) {
        best = index
        highest = priority
      }
    }
    if (best === undefined) return counts
    add(best, counts[best] === 0 ? limits.minOfSlot : 1)
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

/** The maximum number of sets of an exercise in a session. */
function maxSets({ role }: PlacedExercise, { goal, experience }: BlockRequest): number {
  const isPlain = experience === 'beginner' || (goal === 'strength' && !role.isMain)
  return isPlain ? limits.maxOfPlainSlot : limits.maxOfSlot
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

/** The direct sets of a muscle in a week. */
function setsOf(placed: readonly PlacedExercise[], counts: readonly number[], muscle: Muscle): number {
  return placed.reduce(
    (sum, { exercise }, index) =>
      directMuscles(exercise).includes(muscle) ? sum + (counts[index] ?? 0) : sum,
    0,
  )
}

function reasonOf(
  muscle: Muscle,
  sets: readonly number[],
  targets: readonly number[],
  request: BlockRequest,
  landmarks: LandmarkTable,
): string {
  const { minutes, sessionsPerWeek, favor, experience } = request
  const row = landmarks[muscle]
  const name = muscle.replaceAll('_', ' ')
  const [first = 0] = sets
  const peak = sets.at(-2) ?? 0
  const deload = sets.at(-1) ?? 0
  const sourceText = row
    ? ` MEV is ${row.mev} and MRV ${countText(row.mrv, 'set')} a week (${row.source}).`
    : ''
  const limit =
    row && isPersonal(row) && reachOf(muscle, request) === 'mrv'
      ? ` ${row.source === ownSource ? 'These are your own' : 'You know that limit from experience'}, so the block stays a set below that MRV, and the last week has half that MEV.`
      : ''
  const text = `The ${name}: from ${first} to ${countText(peak, 'set')} a week, then ${deload} to recover.${sourceText}${limit}`
  if (peak < (targets.at(-2) ?? 0)) {
    return `${text} ${sessionsPerWeek} × ${minutes} minutes leave no room for more.`
  }
  if (favor.includes(muscle)) return `${text} You favor it, so it climbs all the way.`
  return experience === 'beginner' ? `${text} A beginner doesn’t need more to grow.` : text
}
