import { upperMedian } from '../order-statistics.ts'
import { chanceOf, type Forecast } from './forecast.ts'
import type { Loads, PrescribeOptions } from './prescription.ts'
import type { LiftSession, LiftState } from './state.ts'
import {
  mainLoad,
  type Range,
  repRange,
  repsAtLoad,
  risesIn,
  sessionsOfKind,
  stepOf,
  usualSets,
  workingLoad,
} from './structure.ts'

/** Everything that the rules read. */
export interface Context {
  readonly lift: LiftState
  readonly options: PrescribeOptions
  /** The last session of the kind that comes next. */
  readonly anchor: LiftSession
  /** How many sessions ago that was. */
  readonly sessionsBack: number
  /** The recent sessions of the same kind, oldest first; the last one is the anchor. Never empty. */
  readonly sessions: readonly LiftSession[]
  readonly expected: Forecast
  /** Days since the last session. */
  readonly gap: number
  readonly range: Range
  /** The lowest reps of the range. */
  readonly low: number
  /** The reps that earn more load. */
  readonly top: number
  /** The reps that all sets must reach before the next load is likely. */
  readonly need: number
  /** The load of the anchor's working sets, in kilograms; `main` is the usual one. */
  readonly working: number
  readonly main: number
  /** The smallest raise, in kilograms. */
  readonly step: number
  /** The next load up; undefined if there is none. */
  readonly up: number | undefined
  /** The reps of the anchor's sets at its working load. */
  readonly done: readonly number[]
  readonly sets: number
}

/** Reads a lift's structure once for all rules. */
export function contextOf(
  lift: LiftState,
  expected: Forecast,
  options: PrescribeOptions,
  anchor: LiftSession,
  back: number,
): Context {
  const { day, loads, kilogramsOfUnit, defaultStep, range: chosenRange } = options
  const working = workingLoad(anchor.sets)
  const done = repsAtLoad(anchor.sets)
  const sessions = sessionsOfKind(lift, back)
  const range: Range = chosenRange
    ? { low: chosenRange.min, high: chosenRange.max, fixed: chosenRange.min === chosenRange.max }
    : (rangeOf(lift, withoutMisses(sessions, working), working) ?? { low: 8, high: 12, fixed: false })
  const step = options.step ?? ownStep(lift, kilogramsOfUnit, defaultStep)
  const jumps = back === 1 ? lift.jumps : risesIn(sessions).filter((rise) => rise > 0)
  const { plainUntil = 0 } = options
  const staysPlain = isBodyweightOnly(lift) && done.some((reps) => reps < plainUntil)
  const up = staysPlain ? undefined : nextLoad({ jumps, expected, working, step, loads, low: range.low })
  const need =
    up === undefined
      ? Number.POSITIVE_INFINITY
      : Math.ceil(30 * ((up / working) * (1 + range.low / 30) - 1) - 0.5)
  return {
    lift,
    options,
    anchor,
    sessionsBack: back,
    sessions,
    expected,
    gap: day - lift.day,
    range,
    low: range.low,
    // Without a heavier load, more reps are the only possible progress.
    top:
      range.fixed && up !== undefined
        ? range.high
        : Math.max(range.high, staysPlain ? plainUntil : Math.min(need, 20)),
    need,
    working,
    main: mainLoad(lift),
    step,
    up,
    done,
    sets: back > 1 ? done.length : Math.max(1, usualSets(lift)),
  }
}

/** A raise of up to this share of the load is not expected to change the reps. */
const smallRaise = 0.05
/** The minimum number of sessions before a raise, and the maximum number of tries since. */
const minSessionsBefore = 3
const maxTriesSince = 3

/**
 * The sessions that show the lifter's reps: only those before a small raise, if every try since fell short. Missed reps
 * don't define a new range.
 */
function withoutMisses(sessions: readonly LiftSession[], working: number): readonly LiftSession[] {
  const since = sessions.length - sessions.findLastIndex(({ sets }) => workingLoad(sets) !== working) - 1
  const lighterSessions = sessions.slice(0, sessions.length - since)
  const lastLighter = lighterSessions.at(-1)
  if (!lastLighter || lighterSessions.length < minSessionsBefore || since > maxTriesSince) return sessions
  const lighterLoad = workingLoad(lastLighter.sets)
  const range = repRange({ recent: lighterSessions }, lighterLoad)
  if (!range || lighterLoad >= working || working > (1 + smallRaise) * lighterLoad) return sessions
  const areMisses = sessions
    .slice(lighterSessions.length)
    .every(({ sets }) => sets.some(({ load, reps }) => load >= working && reps < range.low))
  return areMisses ? lighterSessions : sessions
}

/** The maximum number of reps by which the other kinds of sessions widen the range of a kind. */
const maxBorrowedReps = 3
/** Ranges of up to this many reps are heavy and not widened; each rep above it allows one more. */
const maxHeavyReps = 4

/**
 * The rep range of one kind of session. It may be widened upward by the reps that the lifter does near the same load
 * on other days; a heavy day stays heavy.
 */
function rangeOf(lift: LiftState, sessions: readonly LiftSession[], working: number): Range | undefined {
  const ownRange = repRange({ recent: sessions }, working)
  if (!ownRange || sessions.length === lift.recent.length) return ownRange
  const liftRange = repRange(lift, working)
  const borrowed = Math.max(0, Math.min(maxBorrowedReps, ownRange.high - maxHeavyReps))
  const high = Math.min(liftRange?.high ?? ownRange.high, ownRange.high + borrowed)
  return {
    low: ownRange.low,
    high: Math.max(ownRange.high, high),
    fixed: ownRange.fixed && high <= ownRange.high,
  }
}

/** The number of loads that show a lifter's own step; with fewer, the step is at most the usual one. */
export const loadsForOwnStep = 6

function ownStep(lift: LiftState, kilogramsOfUnit: number, usual: number): number {
  const shownStep = stepOf(lift, kilogramsOfUnit) ?? usual
  return lift.loadsSeen.length < loadsForOwnStep ? Math.min(shownStep, usual) : shownStep
}

/**
 * One step up, or the lifter's usual two or three if those are likely to succeed. If not even one step is likely, the
 * smallest possible raise.
 */
function nextLoad({
  jumps,
  expected,
  working,
  step,
  loads,
  low,
}: Pick<Context, 'expected' | 'working' | 'step' | 'low'> & {
  readonly jumps: readonly number[]
  readonly loads: Loads
}): number | undefined {
  const oneStepUp = available(working + step, working, loads)
  if (oneStepUp === undefined) return undefined
  const usualSteps = Math.min(3, Math.max(1, Math.round((upperMedian(jumps) ?? step) / step)))
  if (jumps.length >= 3 && usualSteps > 1) {
    const severalStepsUp = available(working + usualSteps * step, working, loads)
    if (severalStepsUp !== undefined && chanceOf(expected, severalStepsUp, low) >= 0.6) return severalStepsUp
  }
  return chanceOf(expected, oneStepUp, low) >= 0.4
    ? oneStepUp
    : Math.min(oneStepUp, loads.above(working) ?? oneStepUp)
}

/** Whether the lift moves the body and, in the recent sessions, nothing else: no weight was added or taken off. */
export const isBodyweightOnly = ({ recent }: LiftState): boolean =>
  recent.every(({ sets }) => sets.every(({ added }) => added === 0))

/** The largest available load above the current one and not above a target; otherwise the next one up. */
function available(target: number, current: number, loads: Loads): number | undefined {
  const load = loads.atMost(target)
  return load > current ? load : loads.above(current)
}
