import type { LiftSession, LiftSet, LiftState } from './state.ts'

/** A range of reps, both ends inclusive. */
export interface Range {
  readonly low: number
  readonly high: number
  /** At least three quarters of the sets have the same reps: 5 × 5, not 8–12. */
  readonly fixed: boolean
}

/**
 * The working load of a session: the load of most sets, the heavier one if several tie, or the top set's if it
 * is at least a quarter heavier.
 */
export function workingLoad(sets: readonly LiftSet[]): number {
  let load = known.get(sets)
  if (load === undefined) {
    load = workingLoadOf(sets)
    known.set(sets, load)
  }
  return load
}

/** The working load of a session is needed repeatedly while it is among the last eight. */
const known = new WeakMap<readonly LiftSet[], number>()

function workingLoadOf(sets: readonly LiftSet[]): number {
  const first = sets[0]?.load ?? 0
  // A shortcut for sessions at one load, which most are.
  if (sets.every(({ load }) => load === first)) return first
  const counts = new Map<number, number>()
  let top = 0
  for (const { load } of sets) {
    counts.set(load, (counts.get(load) ?? 0) + 1)
    top = Math.max(top, load)
  }
  let working = 0
  let most = 0
  for (const [load, count] of counts) {
    if (count > most || (count === most && load > working)) {
      working = load
      most = count
    }
  }
  return top >= 1.25 * working ? top : working
}

/** The usual load: the upper median of the last four working loads. 0 without a session. */
export function mainLoad({ recent }: Pick<LiftState, 'recent'>): number {
  const loads: number[] = []
  let areSame = true
  for (let at = Math.max(0, recent.length - 4); at < recent.length; at++) {
    const load = workingLoad(recent[at]?.sets ?? [])
    areSame &&= load === (loads[0] ?? load)
    loads.push(load)
  }
  // A shortcut: most lifts stay at a load for a while.
  if (areSame) return loads[0] ?? 0
  loads.sort((a, b) => a - b)
  return loads[Math.floor(loads.length / 2)] ?? 0
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
  const low = lifts.filter((lift) => lift).length
  return lifts.length >= 3 && low >= (2 / 3) * lifts.length
}

/**
 * How many sessions ago the last session of the same kind was: 1, or up to 4 where heavy and light days or A
 * and B weeks alternate.
 */
export function sessionsBack({ sessions, lagError, lagWeight }: LiftState): number {
  const mean = (back: number) => (lagError[back] ?? 0) / (lagWeight[back] ?? 1)
  if (sessions < 6 || !lagWeight[1]) return 1
  const last = mean(1)
  let best = 1
  for (let back = 2; back <= 4; back++) {
    const enough = (lagWeight[back] ?? 0) > 3.9
    const error = mean(back)
    const closer = error < 0.45 * last && error < 0.08 && last - error > 0.05
    if (enough && closer && (best === 1 || error < mean(best))) best = back
  }
  return best
}

/** The sessions kept of the kind that comes next, oldest first: every L-th, where `sessionsBack` is L. */
export function slotSessions({ recent }: Pick<LiftState, 'recent'>, back: number): readonly LiftSession[] {
  return back === 1 ? recent : recent.filter((_, index) => (recent.length - index) % back === 0)
}

/** The reps that the lifter works in: the 20th to 80th percentile of those near the load, over six sessions. */
export function repRange({ recent }: Pick<LiftState, 'recent'>, load: number): Range | undefined {
  const reps = recent
    .slice(-6)
    .flatMap(({ sets }) => sets)
    .filter((set) => Math.abs(set.load - load) <= 0.25 * load && set.reps > 0)
    .map((set) => set.reps)
  if (reps.length === 0) return undefined
  reps.sort((a, b) => a - b)
  const usual = mostFrequent(reps)
  if (usual.count >= 0.75 * reps.length) return { low: usual.value, high: usual.value, fixed: true }
  return { low: percentile(reps, 0.2), high: percentile(reps, 0.8), fixed: false }
}

/** How many sets a session of the lift has: the median of four sessions, at least 1. */
export function usualSets({ recent }: Pick<LiftState, 'recent'>): number {
  const counts = recent.slice(-4).map(({ sets }) => {
    const working = workingLoad(sets)
    return sets.filter(({ load }) => load === working).length
  })
  counts.sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 1
}

/** The days between sessions: their median; undefined with fewer than three sessions. */
export function usualGap({ recent }: Pick<LiftState, 'recent'>): number | undefined {
  if (recent.length < 3) return undefined
  const gaps = recent.slice(1).map(({ day }, index) => day - (recent[index]?.day ?? day))
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor((gaps.length - 1) / 2)]
}

const steps = [20, 10, 5, 4, 2.5, 2, 1.25, 1, 0.5, 0.25] as const
/** With fewer loads, a common step may be chance. */
const minLoadsForStep = 3
/** Loads this close count as equal, to absorb rounding between pounds and kilograms. */
const sameLoad = 0.02

/**
 * The step between loads, in kilograms: the largest usual step of kilograms or pounds that fits 85 % of the
 * last 12 loads. Undefined with too few loads.
 */
export function stepOf(
  { loadsSeen }: Pick<LiftState, 'loadsSeen'>,
  kilogramsOfUnit: number,
): number | undefined {
  const loads = loadsSeen.slice(-12)
  if (loads.length < minLoadsForStep) return undefined
  return stepIn(loads, kilogramsOfUnit)
}

function stepIn(loads: readonly number[], kilogramsOfUnit: number): number | undefined {
  const step = steps.find((size) => {
    const fitting = loads.filter((load) => {
      const inUnit = load / kilogramsOfUnit
      return Math.abs(inUnit - Math.round(inUnit / size) * size) <= sameLoad
    })
    return fitting.length >= 0.85 * loads.length
  })
  return step === undefined ? undefined : step * kilogramsOfUnit
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0
}

function mostFrequent(values: readonly number[]): { readonly value: number; readonly count: number } {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = { value: 0, count: 0 }
  for (const [value, count] of counts) if (count > best.count) best = { value, count }
  return best
}
