import type { Muscle } from '../types.ts'
import { peakCounts, setLimits } from './peak-counts.ts'
import { directMuscles } from './place-exercises.ts'
import { climb, deloadSetsOf, reachOf, targetSets } from './target-sets.ts'
import type { BlockContext, BlockRequest, MuscleVolume, PlacedExercise } from './types.ts'
import { reasonOf } from './volume-reason.ts'

/** The maximum share of the peak's sets in the first week, so that a block with little time builds up too. */
const maxFirstShare = 0.7

/** The sets of each slot, week by week, by the slot's index. */
export interface BlockVolume {
  readonly counts: readonly (readonly number[])[]
  readonly muscles: readonly MuscleVolume[]
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
    Math.max(1, Math.floor((targets.get(muscle)?.[0] ?? 0) / setLimits.minOfSlot))
  const peak = peakCounts(placed, { atPeak, slotsFor }, request, landmarks)
  const byWeek = Array.from({ length: weeks }, () => [...peak])
  for (const muscle of muscles) {
    const peakSets = setsOf(placed, peak, muscle)
    if (peakSets === 0) continue
    const first = Math.min(targets.get(muscle)?.[0] || peakSets, Math.ceil(peakSets * maxFirstShare))
    const deloadSets = deloadSetsOf(landmarks[muscle], first)
    const climbing = climb(first, peakSets, weeks, Math.min(deloadSets, first))
    const shareOf = (week: number) => (climbing[week] ?? 0) / peakSets
    const slots = placed.flatMap(({ role }, slot) => (role.muscle === muscle ? slot : []))
    // Work backward from the peak, so that no slot ever has fewer sets than the week before.
    let nextCounts: readonly number[] = peak
    for (let week = weeks - 3; week >= 0; week--) {
      nextCounts = lowerCounts(slots, peak, nextCounts, shareOf(week), setLimits.minOfSlot)
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
 * the most sets, and never below `minSets`.
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

/** The direct sets of a muscle in a week. */
function setsOf(placed: readonly PlacedExercise[], counts: readonly number[], muscle: Muscle): number {
  return placed.reduce(
    (sum, { exercise }, index) =>
      directMuscles(exercise).includes(muscle) ? sum + (counts[index] ?? 0) : sum,
    0,
  )
}
