import { chanceOf, type Forecast } from './forecast.ts'
import type { Loads, PrescribeOptions } from './prescription.ts'
import type { LiftSession, LiftState } from './state.ts'
import { mainLoad, type Range, repRange, slotSessions, stepOf, usualSets, workingLoad } from './structure.ts'

/** Everything that the rules read. */
export interface Context {
  readonly lift: LiftState
  readonly options: PrescribeOptions
  readonly anchor: LiftSession
  /** How many sessions ago that was. */
  readonly sessionsBack: number
  /** The sessions kept of the same kind, oldest first; the last one is the anchor. Never empty. */
  readonly slot: readonly LiftSession[]
  readonly expected: Forecast
  readonly gap: number
  readonly range: Range
  readonly low: number
  /** The reps that earn more load. */
  readonly top: number
  /** The reps in every set at which the next load fits. */
  readonly need: number
  readonly working: number
  readonly main: number
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
  const { day, loads, kilogramsOfUnit, defaultStep, range: chosen } = options
  const working = workingLoad(anchor.sets)
  const done = anchor.sets.filter(({ load }) => load === working).map(({ reps }) => reps)
  const slot = slotSessions(lift, back)
  const range: Range = chosen
    ? { low: chosen.min, high: chosen.max, fixed: chosen.min === chosen.max }
    : (rangeOf(lift, slot, working) ?? { low: 8, high: 12, fixed: false })
  const step = options.step ?? ownStep(lift, kilogramsOfUnit, defaultStep)
  const jumps = back === 1 ? lift.jumps : jumpsIn(slot)
  const { plainUntil = 0 } = options
  const staysPlain = isPlain(lift) && done.some((reps) => reps < plainUntil)
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
    slot,
    expected,
    gap: day - lift.day,
    range,
    low: range.low,
    // Where there is no heavier load, more reps are the only way on.
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

/** How many more reps than its own a kind of session may adopt from the other kinds, and from how many reps on. */
const borrowedReps = 3
const borrowsFrom = 4

/**
 * The range of the sessions of one kind. With few of them it may be widened upward, by what the lifter does near that load
 * on other days; triples stay triples.
 */
function rangeOf(lift: LiftState, slot: readonly LiftSession[], working: number): Range | undefined {
  const own = repRange({ recent: slot }, working)
  if (!own || slot.length === lift.recent.length) return own
  const all = repRange(lift, working)
  const high = own.high < borrowsFrom ? own.high : Math.min(all?.high ?? own.high, own.high + borrowedReps)
  return { low: own.low, high: Math.max(own.high, high), fixed: own.fixed && high <= own.high }
}

/** Loads that show a lifter's own step; while there are fewer, the usual one is the largest. */
export const loadsForOwnStep = 6

function ownStep(lift: LiftState, kilogramsOfUnit: number, usual: number): number {
  const own = stepOf(lift, kilogramsOfUnit) ?? usual
  return lift.loadsSeen.length < loadsForOwnStep ? Math.min(own, usual) : own
}

/**
 * One step up, or the lifter's usual two or three if those are likely to succeed. If not even one step is likely, the
 * smallest possible rise.
 */
function nextLoad({
  jumps: unsorted,
  expected,
  working,
  step,
  loads,
  low,
}: Pick<Context, 'expected' | 'working' | 'step' | 'low'> & {
  readonly jumps: readonly number[]
  readonly loads: Loads
}): number | undefined {
  const one = available(working + step, working, loads)
  if (one === undefined) return undefined
  const jumps = unsorted.toSorted((a, b) => a - b)
  const usual = Math.min(3, Math.max(1, Math.round((jumps[Math.floor(jumps.length / 2)] ?? step) / step)))
  if (jumps.length >= 3 && usual > 1) {
    const several = available(working + usual * step, working, loads)
    if (several !== undefined && chanceOf(expected, several, low) >= 0.6) return several
  }
  return chanceOf(expected, one, low) >= 0.4 ? one : Math.min(one, loads.above(working) ?? one)
}

/** The rises of the working load between sessions of one kind, in kilograms. */
function jumpsIn(slot: readonly LiftSession[]): number[] {
  const loads = slot.map(({ sets }) => workingLoad(sets))
  return loads.slice(1).flatMap((load, index) => {
    const rise = load - (loads[index] ?? load)
    return rise > 0 ? [rise] : []
  })
}

/** Whether the lift moves the body and, in the sessions kept, nothing else: no weight was added or taken off. */
export const isPlain = ({ recent }: LiftState): boolean =>
  recent.every(({ sets }) => sets.every(({ added }) => added === 0))

/** The largest available load not above a target but above the present one; else the next one up. */
function available(target: number, present: number, loads: Loads): number | undefined {
  const under = loads.atMost(target)
  return under > present ? under : loads.above(present)
}
