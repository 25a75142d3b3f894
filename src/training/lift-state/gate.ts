import { excess, type Forecast } from './forecast.ts'
import { effectiveReps } from './level.ts'
import type { LiftSet, LiftState } from './state.ts'

/** Why a set looks like a typing error. */
export type Oddity = 'load_high' | 'load_low' | 'reps_high'

/** What was probably meant. */
export interface Repair {
  readonly kind: 'decimal' | 'unit' | 'swapped' | 'digit' | 'reps_decimal'
  readonly load: number
  readonly reps: number
}

/** A set that doesn't fit its lift, with a suggested correction if one fits. */
export interface Doubt {
  readonly oddity: Oddity
  readonly repair?: Repair
}

/** With fewer sessions, too little is known to judge a set. */
const minSessions = 3
const kilogramsPerPound = 0.45359237
/** How close, as a share, a corrected load must be to one already lifted; the closest is suggested. */
const sameShare = 0.025

/**
 * Checks a set for typing errors before it is folded in.
 *
 * @param others returns the loads of the session's other sets, which a correction may also come close to; few sets need
 *   them
 * @returns undefined if the set is accepted: it fits, or a weight used before was lifted for ordinary reps, or
 *   no correction fits better and the set is not extreme
 */
export function doubtOf(
  lift: LiftState,
  expected: Forecast,
  set: LiftSet,
  others: () => readonly number[] = () => [],
): Doubt | undefined {
  if (lift.sessions < minSessions) return undefined
  const oddity = oddityOf(lift, expected, set)
  if (!oddity) return undefined
  const repair = repairOf(lift, expected, set, others())
  if (repair) return { oddity, repair }
  return isExtreme(lift, expected, set, oddity) ? { oddity } : undefined
}

/** A load this many times the largest, or this share of the smallest, isn't accepted just because it is logged again. */
const implausible = { high: 4, low: 0.25 } as const

/**
 * Whether a load is so far from all before that only two consecutive sessions with it make it plausible:
 * someone who types 1200 for 12 may do it again, but someone who changes to another machine stays with it.
 */
export function isImplausible(
  { sessions, largestLoad, smallestLoad }: LiftState,
  { load }: LiftSet,
): boolean {
  if (sessions < minSessions) return false
  return load > implausible.high * largestLoad || load < implausible.low * smallestLoad
}

function oddityOf(lift: LiftState, expected: Forecast, set: LiftSet): Oddity | undefined {
  const { load, reps } = set
  if (reps > 20 && reps > Math.max(2.5 * lift.mostReps, lift.mostReps + 12)) return 'reps_high'
  const isUsual = set.added === undefined ? lift.loadsSeen.includes(load) : wasAdded(lift, set.added)
  if (isUsual) return undefined
  const above = excess(expected, load, effectiveReps(set))
  const z = above / Math.max(expected.scale, 0.03)
  if (load > 1.82 * lift.largestLoad) return 'load_high'
  if (z > 7 && above > 0.3 && load > 1.2 * lift.largestLoad) return 'load_high'
  if (load < 0.78 * lift.smallestLoad || above < -0.55) return 'load_low'
  return undefined
}

/** Without a correction to suggest, only implausible values are doubted. */
function isExtreme(lift: LiftState, expected: Forecast, set: LiftSet, oddity: Oddity): boolean {
  if (oddity === 'reps_high') return true
  const z = excess(expected, set.load, effectiveReps(set)) / Math.max(expected.scale, 0.03)
  if (z > 14 && set.load > 1.42 * lift.largestLoad) return true
  return set.load > 2.46 * lift.largestLoad || set.load < 0.2 * lift.smallestLoad
}

function repairOf(
  lift: LiftState,
  expected: Forecast,
  set: LiftSet,
  others: readonly number[],
): Repair | undefined {
  let best: Repair | undefined
  let nearest = sameShare
  for (const repair of repairsOf(lift, set)) {
    if (repair.load <= 0) continue
    const repaired = { ...set, load: repair.load, reps: repair.reps }
    const apart = Math.min(
      ...[...lift.loadsSeen, ...others].map((load) => Math.abs(repair.load - load) / load),
    )
    const isNearer = best ? apart < nearest : apart <= nearest
    if (!isNearer || oddityOf(lift, expected, repaired)) continue
    const distance = Math.abs(excess(expected, repair.load, effectiveReps(repaired)))
    if (distance / Math.max(expected.scale, 0.03) > 7) continue
    best = repair
    nearest = apart
  }
  return best
}

/**
 * The corrections of a set. What is corrected is the weight as entered: without the body that a lift moves, and
 * in pounds where the weight is a round number of those alone.
 */
function* repairsOf(lift: LiftState, set: LiftSet): Generator<Repair> {
  const { load, reps } = set
  const body = set.added === undefined ? 0 : load - set.added
  const entered = load - body
  const toLoad = (weight: number) => body + weight
  yield { kind: 'decimal', load: toLoad(entered / 10), reps }
  yield { kind: 'decimal', load: toLoad(entered * 10), reps }
  yield { kind: 'unit', load: toLoad(entered * kilogramsPerPound), reps }
  // A number of kilograms entered as pounds is a round number of pounds, and hardly ever one of kilograms.
  if (!isRound(entered)) yield { kind: 'unit', load: toLoad(entered / kilogramsPerPound), reps }
  const unit = isInPounds(entered) ? kilogramsPerPound : 1
  const swapped = Math.round((entered / unit) * 100) / 100
  if (swapped > 0 && (Number.isInteger(swapped) || swapped <= 100))
    yield { kind: 'swapped', load: toLoad(reps * unit), reps: swapped }
  if (reps >= 10) yield { kind: 'reps_decimal', load, reps: Math.round(reps / 10) }
  const typed = digitsOf(entered / unit)
  for (const seen of body === 0 ? lift.loadsSeen : addedOf(lift)) {
    const meant = digitsOf(seen / unit)
    if (isOneDigitMore(meant, typed) || hasDoubledDigit(typed, meant))
      yield { kind: 'digit', load: toLoad(seen), reps }
  }
}

/** Whether this weight was recently added to the body. */
function wasAdded({ recent }: LiftState, added: number): boolean {
  // Called for every set of a log, so it allocates nothing.
  for (let at = recent.length - 1; at >= 0; at--)
    for (const set of recent[at]?.sets ?? []) if (set.added === added) return true
  return false
}

/** The recent added weights. */
function addedOf({ recent }: LiftState): Set<number> {
  return new Set(recent.flatMap(({ sets }) => sets.flatMap(({ added }) => added ?? [])))
}

/** The smallest difference between weights that people enter. */
const finestWeight = 0.25
/** How far whole grams are from a round number of pounds. */
const roundedBy = 0.005

function isRound(value: number): boolean {
  return Math.abs(value / finestWeight - Math.round(value / finestWeight)) * finestWeight <= roundedBy
}

function isInPounds(weight: number): boolean {
  return !isRound(weight) && isRound(weight / kilogramsPerPound)
}

function digitsOf(weight: number): string {
  return String(Math.round(weight * 100) / 100)
}

/** Whether `longer` is `shorter` with one extra digit anywhere. */
function isOneDigitMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false
  for (let at = 0; at < longer.length; at++) {
    if (longer[at] !== '.' && longer.slice(0, at) + longer.slice(at + 1) === shorter) return true
  }
  return false
}

/** Whether `typed` is `meant` with one of its digits typed twice. */
function hasDoubledDigit(typed: string, meant: string): boolean {
  if (typed.length !== meant.length + 1) return false
  for (let at = 1; at < typed.length; at++) {
    if (typed[at] === typed[at - 1] && typed.slice(0, at) + typed.slice(at + 1) === meant) return true
  }
  return false
}
