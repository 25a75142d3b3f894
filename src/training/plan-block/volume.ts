import { blockOf } from '../blocks.ts'
import { type Landmarks, type LandmarkTable, ownSource } from '../landmarks.ts'
import { exerciseSeconds } from '../recommend/duration.ts'
import type { Muscle } from '../types.ts'
import { directMuscles } from './place-exercises.ts'
import { restOf, timedReps } from './prescription.ts'
import type { BlockContext, BlockRequest, MuscleVolume, Placed } from './types.ts'

/** Limits for one session. */
const most = {
  /** Sets of an exercise. */
  ofSlot: 6,
  /** For a beginner, and beside the main lifts of a block for strength. */
  ofPlainSlot: 4,
  /** Fewer than these aren't worth setting up for. */
  opening: 2,
  /** Direct sets of a muscle (Remmert et al. 2025). */
  ofMuscle: 11,
} as const

/** The first week has at most this share of the peak's sets, so that a block with little time builds up too. */
const firstShare = 0.7

/** The sets of each slot, week by week, by its place in the list. */
export interface BlockVolume {
  readonly counts: readonly (readonly number[])[]
  readonly muscles: readonly MuscleVolume[]
}

/**
 * The direct sets of a muscle in the weeks of a block, before time is considered: from MEV toward MRV, then MV. The user's
 * own landmarks are limits known from experience: one set below the MRV, and half the MEV to recover.
 */
export function targetSets(row: Landmarks, weeks: number, reach: 'mrv' | 'mav'): number[] {
  if (reach === 'mrv' && isOwn(row)) return blockOf(row, weeks - 1).map(({ sets }) => sets)
  return climb(row.mev, reach === 'mrv' ? row.mrv : row.mav.min, weeks, row.mv)
}

const isOwn = ({ source }: Landmarks): boolean => source === ownSource

/** The sets of the deload week: the MV, or half the first week's sets if those are below the MEV. */
function recoveryOf(row: Landmarks | undefined, first: number): number {
  if (row && isOwn(row)) return Math.min(Math.round(row.mev / 2), Math.ceil(first / 2))
  return row && row.mv > 0 && first >= row.mev ? row.mv : Math.ceil(first / 2)
}

/** Straight from the first week to the last but one, then the deload. */
function climb(first: number, peak: number, weeks: number, deload: number): number[] {
  const loading = weeks - 1
  return Array.from({ length: weeks }, (_, week) =>
    week === loading ? deload : Math.round(first + ((peak - first) * week) / Math.max(1, loading - 1)),
  )
}

/** Distributes sets over the slots, building up weekly: as many as the muscles need and the minutes allow. */
export function distribute(
  placed: readonly Placed[],
  request: BlockRequest,
  { landmarks }: BlockContext,
): BlockVolume {
  const { weeks } = request
  const muscles = [...new Set(placed.map(({ role }) => role.muscle))]
  const wanted = new Map(
    muscles.map((muscle) => {
      const row = landmarks[muscle]
      return [
        muscle,
        row ? targetSets(row, weeks, reachOf(muscle, request)) : new Array<number>(weeks).fill(4),
      ]
    }),
  )
  const atPeak = new Map(Array.from(wanted, ([muscle, sets]) => [muscle, sets[weeks - 2] ?? 0]))
  const slotsFor = (muscle: Muscle) => Math.max(1, Math.floor((wanted.get(muscle)?.[0] ?? 0) / most.opening))
  const peak = peakCounts(placed, { atPeak, slotsFor }, request, landmarks)
  const byWeek = Array.from({ length: weeks }, () => [...peak])
  for (const muscle of muscles) {
    const held = setsOf(placed, peak, muscle)
    if (held === 0) continue
    const first = Math.min(wanted.get(muscle)?.[0] || held, Math.ceil(held * firstShare))
    const rest = recoveryOf(landmarks[muscle], first)
    const climbing = climb(first, held, weeks, Math.min(rest, first))
    const shareOf = (week: number) => (climbing[week] ?? 0) / held
    const own = placed.flatMap(({ role }, slot) => (role.muscle === muscle ? slot : []))
    // Work backward from the peak, so that no slot ever has fewer sets than the week before.
    let later: readonly number[] = peak
    for (let week = weeks - 3; week >= 0; week--) {
      later = lowered(own, peak, later, shareOf(week), most.opening)
      for (const slot of own) byWeek[week]?.splice(slot, 1, later[slot] ?? 0)
    }
    const used = own.filter((slot) => (peak[slot] ?? 0) > 0)
    const ownSets = used.reduce((sum, slot) => sum + (peak[slot] ?? 0), 0)
    const least = Math.round(ownSets * shareOf(weeks - 1)) < used.length ? 0 : 1
    const deload = lowered(own, peak, peak, shareOf(weeks - 1), least)
    for (const slot of own) byWeek[weeks - 1]?.splice(slot, 1, deload[slot] ?? 0)
  }
  return {
    counts: placed.map((_, slot) => byWeek.map((week) => week[slot] ?? 0)),
    muscles: muscles.flatMap((muscle) => {
      const sets = byWeek.map((week) => setsOf(placed, week, muscle))
      if (sets.every((count) => count === 0)) return []
      return [{ muscle, sets, reason: reasonOf(muscle, sets, wanted.get(muscle) ?? [], request, landmarks) }]
    }),
  }
}

/**
 * Lowers slots from their sets of the week after to a share of the peak, one set at a time where there are the most:
 * fewer than `least` aren't worth setting up for.
 */
function lowered(
  own: readonly number[],
  peak: readonly number[],
  later: readonly number[],
  share: number,
  least: number,
): readonly number[] {
  const counts = [...later]
  const total = Math.round(own.reduce((sum, slot) => sum + (peak[slot] ?? 0), 0) * share)
  for (let over = own.reduce((sum, slot) => sum + (counts[slot] ?? 0), 0) - total; over > 0; over--) {
    const most = own.reduce(
      (best, slot) => ((counts[slot] ?? 0) >= (counts[best] ?? 0) ? slot : best),
      own[0] ?? 0,
    )
    const count = counts[most] ?? 0
    if (count <= least) break
    counts[most] = count - 1
  }
  return counts
}

/** How far a muscle's volume builds up: beginners grow from less, and favored muscles take precedence over the others. */
function reachOf(muscle: Muscle, { goal, experience, favor }: BlockRequest): 'mrv' | 'mav' {
  if (favor.includes(muscle)) return 'mrv'
  return goal === 'hypertrophy' && experience !== 'beginner' && favor.length === 0 ? 'mrv' : 'mav'
}

/** Whether a muscle's limits apply to a slot: landmarks that count sets beyond the compound lifts don't limit those lifts. */
function isBounded(muscle: Muscle, { role }: Placed, landmarks: LandmarkTable): boolean {
  return muscle === role.muscle || (landmarks[muscle]?.mev ?? 0) > 0
}

/** The requirements of the peak week. */
interface Peak {
  /** The sets of each muscle. */
  readonly atPeak: ReadonlyMap<Muscle, number>
  /** The number of slots that the first week's sets can be spread over. */
  readonly slotsFor: (muscle: Muscle) => number
}

/** The sets of the peak week: first the lifts that each day is built around, then wherever most sets are missing. */
function peakCounts(
  placed: readonly Placed[],
  { atPeak: targets, slotsFor }: Peak,
  request: BlockRequest,
  landmarks: LandmarkTable,
): number[] {
  const counts = placed.map(() => 0)
  const direct = placed.map((slot) =>
    directMuscles(slot.exercise).filter((muscle) => isBounded(muscle, slot, landmarks)),
  )
  const week = new Map<Muscle, number>()
  const onDay = new Map<string, number>()
  const secondsOn = new Map<string, number>()
  const get = <Key>(map: ReadonlyMap<Key, number>, key: Key) => map.get(key) ?? 0
  const costs = placed.map((slot) => costOf(slot, request))

  const fits = (index: number, more: number): boolean => {
    const slot = placed[index]
    const count = counts[index] ?? 0
    if (!slot || count + more > maxSets(slot, request)) return false
    if (get(week, slot.role.muscle) + more > get(targets, slot.role.muscle)) return false
    const cost = costs[index] ?? costOf(slot, request)
    const seconds = get(secondsOn, slot.day) + (count === 0 ? cost.begin : 0) + more * cost.set
    if (seconds > request.minutes * 60) return false
    return (direct[index] ?? []).every(
      (muscle) =>
        get(week, muscle) + more <= (landmarks[muscle]?.mrv ?? Number.POSITIVE_INFINITY) &&
        get(onDay, `${slot.day}/${muscle}`) + more <= most.ofMuscle,
    )
  }
  const add = (index: number, more: number): void => {
    const slot = placed[index]
    const cost = costs[index]
    if (!slot || !cost) return
    const begin = counts[index] === 0 ? cost.begin : 0
    counts[index] = (counts[index] ?? 0) + more
    secondsOn.set(slot.day, get(secondsOn, slot.day) + begin + more * cost.set)
    for (const muscle of direct[index] ?? []) {
      week.set(muscle, get(week, muscle) + more)
      onDay.set(`${slot.day}/${muscle}`, get(onDay, `${slot.day}/${muscle}`) + more)
    }
  }

  const openFor = (muscle: Muscle) =>
    placed.filter(({ role }, index) => role.muscle === muscle && (counts[index] ?? 0) > 0).length

  for (const { at, sets } of basics(placed, request)) {
    for (let more = sets; more >= most.opening; more--) {
      if (!fits(at, more)) continue
      add(at, more)
      break
    }
  }
  for (;;) {
    let best: number | undefined
    let value = 0
    for (const [index, { role }] of placed.entries()) {
      const target = get(targets, role.muscle)
      const count = counts[index] ?? 0
      if (count === 0 && openFor(role.muscle) >= slotsFor(role.muscle)) continue
      const missing = target === 0 ? 0 : (target - get(week, role.muscle)) / target
      // Among the slots of a muscle, prefer the one with the fewest sets.
      const now = missing * (request.favor.includes(role.muscle) ? 3 : 1) - count * 0.001
      if (now > value && fits(index, count === 0 ? most.opening : 1)) {
        best = index
        value = now
      }
    }
    if (best === undefined) return counts
    add(best, counts[best] === 0 ? most.opening : 1)
  }
}

/** The lifts to fill first: main lifts and pulls, those earliest in their day first. */
function basics(placed: readonly Placed[], { goal }: BlockRequest): { at: number; sets: number }[] {
  const found = placed.flatMap(({ day, role }, at) => {
    const rank = placed.slice(0, at).filter((one) => one.day === day).length
    const isBasic = role.isMain || role.muscle === 'upper_back' || role.muscle === 'lats'
    return isBasic ? [{ at, rank, sets: goal === 'strength' && role.isMain ? 4 : 3 }] : []
  })
  return found.sort((a, b) => a.rank - b.rank || a.at - b.at)
}

/** How many sets an exercise may have. */
function maxSets({ role }: Placed, { goal, experience }: BlockRequest): number {
  const isPlain = experience === 'beginner' || (goal === 'strength' && !role.isMain)
  return isPlain ? most.ofPlainSlot : most.ofSlot
}

/** The seconds to set up an exercise, and for each of its sets. */
function costOf(placed: Placed, request: BlockRequest): { readonly begin: number; readonly set: number } {
  const rest = restOf(placed, request)
  const set = { type: 'normal', reps: timedReps(placed, request) } as const
  const one = exerciseSeconds([], [set], rest)
  const two = exerciseSeconds([], [set, set], rest)
  return { begin: 2 * one - two, set: two - one }
}

/** The direct sets of a muscle in a week. */
function setsOf(placed: readonly Placed[], counts: readonly number[], muscle: Muscle): number {
  return placed.reduce(
    (sum, { exercise }, index) =>
      directMuscles(exercise).includes(muscle) ? sum + (counts[index] ?? 0) : sum,
    0,
  )
}

function reasonOf(
  muscle: Muscle,
  sets: readonly number[],
  wanted: readonly number[],
  request: BlockRequest,
  landmarks: LandmarkTable,
): string {
  const { minutes, sessionsPerWeek, favor, experience } = request
  const row = landmarks[muscle]
  const name = muscle.replaceAll('_', ' ')
  const [first = 0] = sets
  const peak = sets.at(-2) ?? 0
  const deload = sets.at(-1) ?? 0
  const from = row ? ` MEV is ${row.mev} and MRV ${row.mrv} sets a week (${row.source}).` : ''
  const limit =
    row && isOwn(row) && reachOf(muscle, request) === 'mrv'
      ? ' These are your own, so the block stays a set below that MRV, and the last week has half that MEV.'
      : ''
  const text = `The ${name}: from ${first} to ${peak} sets a week, then ${deload} to recover.${from}${limit}`
  if (peak < (wanted.at(-2) ?? 0)) {
    return `${text} ${sessionsPerWeek} × ${minutes} minutes leave no room for more.`
  }
  if (favor.includes(muscle)) return `${text} You favor it, so it climbs all the way.`
  return experience === 'beginner' ? `${text} A beginner doesn’t need more to grow.` : text
}
