import type { LandmarkTable } from '../landmarks.ts'
import { exerciseSeconds, restFor } from '../recommend/duration.ts'
import type { Candidate } from '../recommend/types.ts'
import type { Muscle } from '../types.ts'
import { directMuscles } from './place-exercises.ts'
import type { BlockContext, BlockRequest, MuscleVolume, Placed } from './types.ts'

/** Bounds of what one session should hold. */
const most = {
  /** Sets of an exercise. */
  ofSlot: 6,
  /** Fewer than these aren't worth setting up for. */
  opening: 2,
  /** Direct sets of a muscle (Remmert et al. 2025). */
  ofMuscle: 11,
} as const

/** Below the peak by this much in the first week at least, so that a block that has little time climbs as well. */
const firstShare = 0.7

/** The reps by which the time of a set is reckoned. */
const typicalReps = 8

/** The sets of each slot, week by week, by its place in the list. */
export interface BlockVolume {
  readonly counts: readonly (readonly number[])[]
  readonly muscles: readonly MuscleVolume[]
}

/** The direct sets of a muscle in the weeks of a block, before time is considered: from MEV towards MRV, then MV. */
export function targetSets(
  { mev, mrv, mv, mav }: NonNullable<LandmarkTable[Muscle]>,
  weeks: number,
  reach: 'mrv' | 'mav',
): number[] {
  const peak = reach === 'mrv' ? mrv : mav.min
  return climb(mev, peak, weeks, mv)
}

/** Straight from the first week to the last but one, then the deload. */
function climb(first: number, peak: number, weeks: number, deload: number): number[] {
  const loading = weeks - 1
  return Array.from({ length: weeks }, (_, week) =>
    week === loading ? deload : Math.round(first + ((peak - first) * week) / Math.max(1, loading - 1)),
  )
}

/** Distributes sets over the slots: as many as the muscles need and the minutes hold, climbing week by week. */
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
  const peak = peakCounts(placed, atPeak, request, landmarks)
  const byWeek = Array.from({ length: weeks }, () => [...peak])
  for (const muscle of muscles) {
    const held = setsOf(placed, peak, muscle)
    if (held === 0) continue
    const first = Math.min(wanted.get(muscle)?.[0] || held, Math.ceil(held * firstShare))
    const row = landmarks[muscle]
    // What keeps a muscle is less than what grows it; with fewer sets than that, half of them.
    const rest = row && row.mv > 0 && first >= row.mev ? row.mv : Math.ceil(first / 2)
    const climbing = climb(first, held, weeks, Math.min(rest, first))
    for (const [week, counts] of byWeek.entries()) {
      if (week !== weeks - 2) scale(placed, peak, counts, muscle, (climbing[week] ?? 0) / held)
    }
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

/** Scales the slots of a muscle to a share of their peak, in whole sets by the largest remainders, at least one each. */
function scale(
  placed: readonly Placed[],
  peak: readonly number[],
  counts: number[],
  muscle: Muscle,
  share: number,
): void {
  const own = placed.flatMap(({ role }, index) => {
    const most = peak[index] ?? 0
    return role.muscle === muscle && most > 0 ? [{ index, exact: most * share }] : []
  })
  for (const { index, exact } of own) counts[index] = Math.max(1, Math.floor(exact))
  const total = Math.round(own.reduce((sum, { exact }) => sum + exact, 0))
  let left = total - own.reduce((sum, { index }) => sum + (counts[index] ?? 0), 0)
  for (const { index } of own.toSorted((a, b) => (b.exact % 1) - (a.exact % 1) || a.index - b.index)) {
    if (left <= 0) return
    counts[index] = (counts[index] ?? 0) + 1
    left -= 1
  }
}

/** How far a muscle is to climb: a beginner grows from less, and what isn't favored makes room. */
function reachOf(muscle: Muscle, { goal, experience, favor }: BlockRequest): 'mrv' | 'mav' {
  if (favor.includes(muscle)) return 'mrv'
  return goal === 'hypertrophy' && experience !== 'beginner' && favor.length === 0 ? 'mrv' : 'mav'
}

/** Muscles whose landmarks are meant on top of what the big lifts give them: those lifts aren't held back for them. */
function isBounded(muscle: Muscle, { role }: Placed, landmarks: LandmarkTable): boolean {
  return muscle === role.muscle || (landmarks[muscle]?.mev ?? 0) > 0
}

/** The sets of the peak week: first the lifts that a day is built around, then wherever the most is missing. */
function peakCounts(
  placed: readonly Placed[],
  targets: ReadonlyMap<Muscle, number>,
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
  const costs = placed.map(({ exercise }) => costOf(exercise))

  const fits = (index: number, more: number): boolean => {
    const slot = placed[index]
    const count = counts[index] ?? 0
    if (!slot || count + more > most.ofSlot) return false
    if (get(week, slot.role.muscle) + more > get(targets, slot.role.muscle)) return false
    const cost = costs[index] ?? costOf(slot.exercise)
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
      const missing = target === 0 ? 0 : (target - get(week, role.muscle)) / target
      // Of the slots of a muscle, first the one with the fewest sets.
      const now = missing * (request.favor.includes(role.muscle) ? 3 : 1) - count * 0.01
      if (now > value && fits(index, count === 0 ? most.opening : 1)) {
        best = index
        value = now
      }
    }
    if (best === undefined) return counts
    add(best, counts[best] === 0 ? most.opening : 1)
  }
}

/** The lifts to begin with: main lifts and pulls, each first where it has the fewest before it in its day. */
function basics(placed: readonly Placed[], { goal }: BlockRequest): { at: number; sets: number }[] {
  const found = placed.flatMap(({ day, role }, at) => {
    const rank = placed.slice(0, at).filter((one) => one.day === day).length
    const isBasic = role.isMain || role.muscle === 'upper_back' || role.muscle === 'lats'
    return isBasic ? [{ at, rank, sets: goal === 'strength' && role.isMain ? 4 : 3 }] : []
  })
  return found.sort((a, b) => a.rank - b.rank || a.at - b.at)
}

/** The seconds that an exercise takes to begin, and for each of its sets. */
function costOf(exercise: Candidate): { readonly begin: number; readonly set: number } {
  const rest = restFor(exercise, undefined)
  const set = { type: 'normal', reps: { min: typicalReps, max: typicalReps } } as const
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
  { minutes, sessionsPerWeek, favor, experience }: BlockRequest,
  landmarks: LandmarkTable,
): string {
  const row = landmarks[muscle]
  const name = muscle.replaceAll('_', ' ')
  const [first = 0] = sets
  const peak = sets.at(-2) ?? 0
  const deload = sets.at(-1) ?? 0
  const from = row ? ` MEV is ${row.mev} and MRV ${row.mrv} sets a week (${row.source}).` : ''
  const text = `The ${name}: from ${first} to ${peak} sets a week, then ${deload} to recover.${from}`
  if (peak < (wanted.at(-2) ?? 0)) {
    return `${text} ${sessionsPerWeek} × ${minutes} minutes leave no room for more.`
  }
  if (favor.includes(muscle)) return `${text} You favor it, so it climbs all the way.`
  return experience === 'beginner' ? `${text} A beginner doesn’t need more to grow.` : text
}
