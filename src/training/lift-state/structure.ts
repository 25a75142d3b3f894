import { upperMedian } from '../order-statistics.ts'
import type { LiftSession, LiftSet, LiftState } from './state.ts'

/** A range of reps, both ends inclusive. */
export interface Range {
  readonly low: number
  readonly high: number
  /** Whether at least three quarters of the sets have the same reps, as in 5 × 5 but not in 8–12. */
  readonly fixed: boolean
}

/**
 * The working load of a session: the load of most sets, the heavier one if several tie, or the top set's if it
 * is at least a quarter heavier.
 */
export function workingLoad(sets: readonly LiftSet[]): number {
  let load = cachedLoads.get(sets)
  if (load === undefined) {
    load = workingLoadOf(sets)
    cachedLoads.set(sets, load)
  }
  return load
}

/** The reps of the sets at a load; by default at the working load. */
export function repsAtLoad(sets: readonly LiftSet[], targetLoad: number = workingLoad(sets)): number[] {
  const reps: number[] = []
  for (const set of sets) if (set.load === targetLoad) reps.push(set.reps)
  return reps
}

/** Working loads by sets, because each is needed repeatedly while its session is among the last eight. */
const cachedLoads = new WeakMap<readonly LiftSet[], number>()

/** In loops, without closures or copies, because it is called for every session of a log. */
function workingLoadOf(sets: readonly LiftSet[]): number {
  let top = 0
  let working = 0
  let mostSets = 0
  for (const { load } of sets) {
    let count = 0
    for (const other of sets) if (other.load === load) count++
    if (count > mostSets || (count === mostSets && load > working)) {
      working = load
      mostSets = count
    }
    top = Math.max(top, load)
  }
  return top >= 1.25 * working ? top : working
}

/** The working loads of the last four sessions, or of fewer, oldest first. */
export function lastLoads(recent: readonly LiftSession[]): readonly number[] {
  let loads = cachedLastLoads.get(recent)
  if (loads === undefined) {
    loads = recent.slice(-4).map(({ sets }) => workingLoad(sets))
    cachedLastLoads.set(recent, loads)
  }
  return loads
}

/** By recent sessions, because a workout needs those of each lift twice. */
const cachedLastLoads = new WeakMap<readonly LiftSession[], readonly number[]>()

/** A list with another last item, without the first ones if it would be longer than `maxLength`. */
export function withLast<Item>(items: readonly Item[], last: Item, maxLength: number): readonly Item[] {
  const kept = items.slice(1 - maxLength)
  kept.push(last)
  return kept
}

/** The recent sessions after another one with this working load; at most `maxLength`. */
export function withSession(
  recent: readonly LiftSession[],
  session: LiftSession,
  load: number,
  maxLength: number,
): readonly LiftSession[] {
  const sessions = withLast(recent, session, maxLength)
  cachedLastLoads.set(sessions, withLast(lastLoads(recent), load, 4))
  return sessions
}

/**
 * The usual load: the upper median of the last four working loads, without sessions that were planned to be light. 0
 * without a session.
 */
export function mainLoad({ recent }: Pick<LiftState, 'recent'>): number {
  if (recent.some(({ planned }) => planned)) {
    const usual = recent.filter(({ planned }) => !planned)
    if (usual.length > 0) return mainLoad({ recent: usual })
  }
  return upperMedian(lastLoads(recent)) ?? 0
}

/** Whether a load is low for the lift: a light day or a deload. */
export function isLow(load: number, main: number): boolean {
  return load < 0.92 * main
}

/**
 * Whether a day was a deload: at least three lifts, and two thirds of them low.
 *
 * @param lifts whether the working load was low, for each lift of the day with a history
 */
export function isDeloadDay(lifts: readonly boolean[]): boolean {
  const lowCount = lifts.filter(Boolean).length
  return lifts.length >= 3 && lowCount >= (2 / 3) * lifts.length
}

/**
 * The number of sessions since the last one of the same kind: 1, or up to 4 if heavy and light days or A and B weeks
 * alternate.
 */
export function sessionsBack({ sessions, lagError, lagWeight }: LiftState): number {
  const mean = (back: number) => (lagError[back] ?? 0) / (lagWeight[back] ?? 1)
  if (sessions < 6 || !lagWeight[1]) return 1
  const previousError = mean(1)
  let best = 1
  for (let back = 2; back <= 4; back++) {
    const isKnown = (lagWeight[back] ?? 0) > 3.9
    const error = mean(back)
    const isCloser = error < 0.45 * previousError && error < 0.08 && previousError - error > 0.05
    if (isKnown && isCloser && (best === 1 || error < mean(best))) best = back
  }
  return best
}

/** The recent sessions of the kind that comes next, oldest first: those a multiple of `back` sessions ago. */
export function sessionsOfKind({ recent }: Pick<LiftState, 'recent'>, back: number): readonly LiftSession[] {
  return back === 1 ? recent : recent.filter((_, index) => (recent.length - index) % back === 0)
}

/**
 * The lifter's rep range: the 20th to 80th percentile of the reps at working loads near the load, over the last six
 * sessions. The other sets of a pyramid have other reps on purpose. Undefined if no set near the load had a rep.
 */
export function repRange({ recent }: Pick<LiftState, 'recent'>, load: number): Range | undefined {
  const reps: number[] = []
  for (const { sets } of recent.slice(-6)) {
    const working = workingLoad(sets)
    if (Math.abs(working - load) > 0.25 * load) continue
    for (const set of sets) if (set.load === working && set.reps > 0) reps.push(set.reps)
  }
  if (reps.length === 0) return undefined
  reps.sort((a, b) => a - b)
  const { value, count } = mostFrequent(reps)
  const fixed = count >= 0.75 * reps.length
  const percentile = (share: number) => (fixed ? value : (reps[Math.round(share * (reps.length - 1))] ?? 0))
  return { low: percentile(0.2), high: percentile(0.8), fixed }
}

/** The changes of the working load from session to session, in kilograms. */
export function risesIn(sessions: readonly LiftSession[]): number[] {
  const loads = sessions.map(({ sets }) => workingLoad(sets))
  return loads.slice(1).map((load, index) => load - (loads[index] ?? load))
}

/** The usual number of sets at the working load: the upper median of the last four sessions, or 1 without any. */
export function usualSets({ recent }: Pick<LiftState, 'recent'>): number {
  return upperMedian(recent.slice(-4).map(({ sets }) => repsAtLoad(sets).length)) ?? 1
}

/** The lower median of the days between sessions. Undefined with fewer than three sessions. */
export function usualGap({ recent }: Pick<LiftState, 'recent'>): number | undefined {
  if (recent.length < 3) return undefined
  const gaps = recent.slice(1).map(({ day }, index) => day - (recent[index]?.day ?? day))
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor((gaps.length - 1) / 2)]
}

/** The usual steps between loads, in a unit, largest first. */
const usualSteps = [20, 10, 5, 4, 2.5, 2, 1.25, 1, 0.5, 0.25] as const
/** The minimum number of loads for a step, because with fewer a common step may be chance. */
const minLoadsForStep = 3
/** Loads this close count as equal, to absorb rounding between pounds and kilograms. */
const sameLoad = 0.02

/**
 * The step between loads, in kilograms: the largest usual step in the lift's unit that fits 85% of the last 12 loads.
 * Undefined with too few loads or if none fits.
 */
export function stepOf(
  { loadsSeen }: Pick<LiftState, 'loadsSeen'>,
  kilogramsOfUnit: number,
  { minLoads = minLoadsForStep, maxStep = Number.POSITIVE_INFINITY } = {},
): number | undefined {
  const loads = loadsSeen.slice(-12)
  if (loads.length < minLoads) return undefined
  const step = usualSteps.find((size) => {
    if (size * kilogramsOfUnit > maxStep + 1e-9) return false
    const fitting = loads.filter((load) => {
      const inUnit = load / kilogramsOfUnit
      return Math.abs(inUnit - Math.round(inUnit / size) * size) <= sameLoad
    })
    return fitting.length >= 0.85 * loads.length
  })
  return step === undefined ? undefined : step * kilogramsOfUnit
}

/** The most frequent of some sorted values; if several tie, the one that comes first. */
function mostFrequent(sorted: readonly number[]): { readonly value: number; readonly count: number } {
  let value = 0
  let count = 0
  let same = 0
  sorted.forEach((each, index) => {
    same = each === sorted[index - 1] ? same + 1 : 1
    if (same > count) {
      value = each
      count = same
    }
  })
  return { value, count }
}
