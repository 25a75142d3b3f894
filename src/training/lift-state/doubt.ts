import { excessOverForecast, type Forecast } from './forecast.ts'
import { effectiveReps } from './level.ts'
import { type LiftSet, type LiftState, newLift } from './state.ts'

/** The reason that a set looks like a typing error. */
export type DoubtReason = 'load_high' | 'load_low' | 'reps_high'

/** The values that were probably meant. */
export interface Repair {
  readonly kind: 'decimal' | 'unit' | 'swapped' | 'digit' | 'reps_decimal'
  readonly load: number
  readonly reps: number
}

/** A set that doesn't fit its lift, with a suggested correction if one fits. */
export interface Doubt {
  readonly reason: DoubtReason
  readonly repair?: Repair
}

/** The part of a forecast by which sets are checked. */
export interface ExpectedSet extends Pick<Forecast, 'center' | 'scale'> {
  readonly bounds?: ScaleBounds
}

/** The scales, above `low` and below `high`, for which sets are judged in the same way. */
export interface ScaleBounds {
  low: number
  high: number
}

/** The number of sessions below which a set is only compared with what people have lifted. */
export const minSessions = 3
/** More reps than anyone does with a weight. */
const maxReps = 500
const kilogramsPerPound = 0.45359237
/**
 * The maximum difference, as a share, between a corrected load and a load already lifted. The closest correction is
 * suggested.
 */
const sameShare = 0.025

/**
 * Checks a set for typing errors before it is folded in.
 *
 * @param limit returns the largest plausible weight of a lift without a history, as entered, in kilograms
 * @param others returns the loads of the session's other sets, which a correction may also come close to
 * @returns undefined if the set is accepted: it fits, or a weight used before was lifted for ordinary reps, or
 *   no correction fits better and the set is not extreme
 */
export function doubtOf(
  lift: LiftState,
  expected: ExpectedSet,
  set: LiftSet,
  limit: () => number,
  others: () => readonly number[] = () => [],
): Doubt | undefined {
  if (lift.sessions < minSessions) return doubtOfFirst(set, limit(), lift, others)
  const reason = reasonFor(lift, expected, set)
  if (!reason) return undefined
  const repair = repairOf(lift, expected, set, others())
  if (repair) return { reason, repair }
  return isExtreme(lift, expected, set, reason) ? { reason } : undefined
}

/** A load this many times the largest one is probably a typing error: its decimal point may be one place off. */
const slippedBy = 8
/** The same if a tenth of it was lifted. Programs have lighter days, so that may be less than the largest load. */
const slippedToKnownBy = 5

/**
 * The share of the limit above which a lift's first load is doubted. Fewer than one lifter in a thousand starts a log
 * that heavy; of 7,649 first sets in 35 public logs, none was.
 */
const firstShare = 0.55
/** A load above that share is doubted in the next sessions too if it is this many times the largest one. */
const leap = 3

/**
 * Doubts a set that nobody could have done (unless accepted sets came close to it), a first set that hardly anybody
 * could have done, and a set with about ten times the largest load, or exactly ten times another one.
 *
 * @param limit the largest plausible weight as entered, in kilograms
 * @param others returns the loads of the session's other sets
 */
export function doubtOfFirst(
  { load, reps, added = load }: LiftSet,
  limit: number,
  { largestLoad, mostReps, loadsSeen }: Pick<LiftState, 'largestLoad' | 'mostReps' | 'loadsSeen'> = newLift,
  others: () => readonly number[] = () => [],
): Doubt | undefined {
  if (added > 0 && reps > maxReps && reps > 2 * mostReps) return { reason: 'reps_high' }
  const isTooHeavy =
    (added > limit && load > 1.2 * largestLoad) || (added > firstShare * limit && load > leap * largestLoad)
  const meant = load - 0.9 * added
  const isKnownLoad = (known: number) => Math.abs(meant - known) <= sameShare * known
  const hasSlipped =
    largestLoad > 0 &&
    (load > slippedBy * largestLoad ||
      (load > slippedToKnownBy * largestLoad && [...loadsSeen, ...others()].some(isKnownLoad)))
  if (!isTooHeavy && !hasSlipped) return undefined
  // If even a tenth of the weight would be close to a record, it is hardly what was meant.
  const repair: Repair = { kind: 'decimal', load: meant, reps }
  return { reason: 'load_high', ...(added < 5 * limit && { repair }) }
}

/** A load more than this factor above the largest or below the smallest isn't accepted just by logging it again. */
const implausibleFactor = 4

/**
 * Whether a load is so far from all earlier ones that only two consecutive sessions with it make it plausible. Someone
 * who types 1200 for 12 may do it again, but someone who changes to another machine stays with it.
 */
export function isImplausible(
  { sessions, largestLoad, smallestLoad }: LiftState,
  { load, added = load }: LiftSet,
  limit: () => number,
): boolean {
  if (sessions < minSessions) return added > limit()
  return load > implausibleFactor * largestLoad || implausibleFactor * load < smallestLoad
}

/** The number of reps up to which a set at a load that was lifted before is never doubted. */
const ordinaryReps = 20

/** Whether a set of a lift that doesn't move the body is never doubted, even in the first sessions. */
export function isKnown({ loadsSeen }: LiftState, { load, reps }: LiftSet): boolean {
  return reps <= ordinaryReps && loadsSeen.lastIndexOf(load) >= 0
}

function reasonFor(lift: LiftState, expected: ExpectedSet, set: LiftSet): DoubtReason | undefined {
  const { load, reps } = set
  if (reps > ordinaryReps && reps > Math.max(2.5 * lift.mostReps, lift.mostReps + 12)) return 'reps_high'
  const isUsual = set.added === undefined ? lift.loadsSeen.lastIndexOf(load) >= 0 : wasAdded(lift, set.added)
  if (isUsual) return undefined
  const above = excessOf(expected, set)
  if (load > 1.82 * lift.largestLoad) return 'load_high'
  if (above > 0.3 && load > 1.2 * lift.largestLoad && isBeyond(7, expected, above)) return 'load_high'
  if (load < 0.78 * lift.smallestLoad || above < -0.55) return 'load_low'
  return undefined
}

/** Whether a set is doubted even without a correction to suggest. */
function isExtreme(lift: LiftState, expected: ExpectedSet, set: LiftSet, reason: DoubtReason): boolean {
  if (reason === 'reps_high') return true
  if (set.load > 1.42 * lift.largestLoad && isBeyond(14, expected, excessOf(expected, set))) return true
  return set.load > 2.46 * lift.largestLoad || set.load < 0.2 * lift.smallestLoad
}

/** How far a set is above its forecast, as a difference of logarithms. */
function excessOf(expected: ExpectedSet, set: LiftSet): number {
  return excessOverForecast(expected, set.load, effectiveReps(set))
}

/** The minimum scale by which sets are checked. */
const minScale = 0.03

/** Whether an excess is more than `limit` times the scale. */
function isBeyond(limit: number, { scale, bounds }: ExpectedSet, excess: number): boolean {
  const isBeyond = excess / Math.max(scale, minScale) > limit
  const turningPoint = excess / limit
  if (bounds && isBeyond) bounds.high = Math.min(bounds.high, turningPoint)
  if (bounds && !isBeyond && turningPoint > 0.99 * minScale) bounds.low = Math.max(bounds.low, turningPoint)
  return isBeyond
}

function repairOf(
  lift: LiftState,
  expected: ExpectedSet,
  set: LiftSet,
  others: readonly number[],
): Repair | undefined {
  const loads = [...lift.loadsSeen, ...others]
  let best: Repair | undefined
  let nearest = sameShare
  for (const repair of repairsOf(lift, set)) {
    if (repair.load <= 0) continue
    const repaired = { ...set, load: repair.load, reps: repair.reps }
    const difference = Math.min(...loads.map((load) => Math.abs(repair.load - load) / load))
    const isNearer = best ? difference < nearest : difference <= nearest
    if (!isNearer || reasonFor(lift, expected, repaired)) continue
    if (isBeyond(7, expected, Math.abs(excessOf(expected, repaired)))) continue
    best = repair
    nearest = difference
  }
  return best
}

/**
 * The possible corrections of a set. They correct the weight as entered: without the bodyweight that a lift moves, and
 * in pounds if the weight is a round number only in pounds.
 */
function* repairsOf(lift: LiftState, set: LiftSet): Generator<Repair> {
  const { load, reps, added: entered = load } = set
  const body = load - entered
  const toLoad = (weight: number) => body + weight
  yield { kind: 'decimal', load: toLoad(entered / 10), reps }
  yield { kind: 'decimal', load: toLoad(entered * 10), reps }
  yield { kind: 'unit', load: toLoad(entered * kilogramsPerPound), reps }
  // Kilograms entered as pounds are hardly ever a round number of kilograms once they are converted.
  if (!isRound(entered)) yield { kind: 'unit', load: toLoad(entered / kilogramsPerPound), reps }
  const unit = isInPounds(entered) ? kilogramsPerPound : 1
  const swapped = Math.round((entered / unit) * 100) / 100
  if (swapped > 0 && (Number.isInteger(swapped) || swapped <= 100))
    yield { kind: 'swapped', load: toLoad(reps * unit), reps: swapped }
  if (reps >= 10) yield { kind: 'reps_decimal', load, reps: Math.round(reps / 10) }
  const typedDigits = digitsOf(entered / unit)
  for (const seen of body === 0 ? lift.loadsSeen : addedOf(lift)) {
    const meant = digitsOf(seen / unit)
    if (isOneDigitMore(meant, typedDigits) || isOneDigitMore(typedDigits, meant, true))
      yield { kind: 'digit', load: toLoad(seen), reps }
  }
}

/** Whether this weight was recently added to the body. */
function wasAdded({ recent }: LiftState, added: number): boolean {
  return recent.some(({ sets }) => sets.some((set) => set.added === added))
}

/** The recent added weights. */
function addedOf({ recent }: LiftState): readonly number[] {
  return recent.flatMap(({ sets }) => sets.flatMap(({ added }) => added ?? []))
}

/** The smallest difference between weights that people enter. */
const finestWeight = 0.25
/** The largest deviation of a round number, in its unit, because weights are stored in whole grams. */
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

/** Whether `longer` is `shorter` with one extra digit; if `isRepeated`, one that repeats the digit before it. */
function isOneDigitMore(longer: string, shorter: string, isRepeated?: boolean): boolean {
  // A shortcut, because this is called for every load seen, and most differ in length.
  if (longer.length !== shorter.length + 1) return false
  let at = 0
  while (at < shorter.length && longer[at] === shorter[at]) at++
  const digit = longer[at]
  return longer.slice(at + 1) === shorter.slice(at) && (isRepeated ? digit === longer[at - 1] : digit !== '.')
}
