import { chanceOf, type Forecast } from './forecast.ts'
import type { Loads, PrescribeOptions } from './prescription.ts'
import type { LiftSession, LiftState } from './state.ts'
import { mainLoad, type Range, repRange, stepOf, usualSets, workingLoad } from './structure.ts'

/** Everything that the rules read. */
export interface Context {
  readonly lift: LiftState
  readonly options: PrescribeOptions
  readonly anchor: LiftSession
  /** How many sessions ago that was. */
  readonly sessionsBack: number
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
  const range: Range = chosen
    ? { low: chosen.min, high: chosen.max, fixed: chosen.min === chosen.max }
    : (repRange(lift, working) ?? { low: 8, high: 12, fixed: false })
  const step = options.step ?? ownStep(lift, kilogramsOfUnit, defaultStep)
  const up = nextLoad(lift, expected, working, step, loads, range.low)
  const need =
    up === undefined
      ? Number.POSITIVE_INFINITY
      : Math.ceil(30 * ((up / working) * (1 + range.low / 30) - 1) - 0.5)
  return {
    lift,
    options,
    anchor,
    sessionsBack: back,
    expected,
    gap: day - lift.day,
    range,
    low: range.low,
    // Where there is no heavier load, more reps are the only way on.
    top: range.fixed && up !== undefined ? range.high : Math.max(range.high, Math.min(need, 20)),
    need,
    working,
    main: mainLoad(lift),
    step,
    up,
    done,
    sets: back > 1 ? done.length : Math.max(1, usualSets(lift)),
  }
}

/** With fewer distinct loads than this, the lifter's own step is capped at the usual one. */
export const loadsForOwnStep = 6

function ownStep(lift: LiftState, kilogramsOfUnit: number, usual: number): number {
  const own = stepOf(lift, kilogramsOfUnit) ?? usual
  return lift.loadsSeen.length < loadsForOwnStep ? Math.min(own, usual) : own
}

/**
 * One step up, or the lifter's usual two or three if those are likely to succeed. If not even one step is likely, the
 * smallest possible rise.
 */
function nextLoad(
  lift: LiftState,
  expected: Forecast,
  working: number,
  step: number,
  loads: Loads,
  low: number,
): number | undefined {
  const one = available(working + step, working, loads)
  if (one === undefined) return undefined
  const jumps = [...lift.jumps].sort((a, b) => a - b)
  const usual = Math.min(3, Math.max(1, Math.round((jumps[Math.floor(jumps.length / 2)] ?? step) / step)))
  if (lift.jumps.length >= 3 && usual > 1) {
    const several = available(working + usual * step, working, loads)
    if (several !== undefined && chanceOf(expected, several, low) >= 0.6) return several
  }
  return chanceOf(expected, one, low) >= 0.4 ? one : Math.min(one, loads.above(working) ?? one)
}

/** The largest available load up to a target and above the current one; else the next one up. */
function available(target: number, present: number, loads: Loads): number | undefined {
  const under = loads.atMost(target)
  return under > present ? under : loads.above(present)
}
