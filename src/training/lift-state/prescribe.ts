import { chanceOf, type Forecast, forecast, repsAt } from './forecast.ts'
import { sessionLevel } from './level.ts'
import type { LifterState, LiftSession, LiftState } from './state.ts'
import {
  isLow,
  mainLoad,
  type Range,
  repRange,
  sessionsBack,
  stepOf,
  usualGap,
  usualSets,
  workingLoad,
} from './structure.ts'

/** The rule that decided, by name. */
export type LiftRule =
  | 'comeback'
  | 'repeat'
  | 'return'
  | 'new_range'
  | 'add_weight'
  | 'step_back'
  | 'hold'
  | 'add_reps'

/** The loads at hand, in kilograms. */
export interface Loads {
  /** The largest available load not above a target; the lightest one if all are heavier. */
  atMost(load: number): number
  /** The smallest available load above one; undefined when there is none. */
  above(load: number): number | undefined
}

/** What a prescription takes besides the memory. */
export interface PrescribeOptions {
  /** The day to train, as a day number. */
  readonly day: number
  readonly loads: Loads
  /** Kilograms of the unit in which the lift is logged: 1, or 0.45359237. */
  readonly kilogramsOfUnit: number
  /** The step, in kilograms, until the log shows the lifter's own. */
  readonly defaultStep: number
  /** The step that the lifter chose, in kilograms. */
  readonly step?: number | undefined
  /** Of a lift that moves the body: its share of the bodyweight, in kilograms. */
  readonly body?: number | undefined
  /** Reps that the lifter chose; left out: those of the log. */
  readonly range?: { readonly min: number; readonly max: number } | undefined
  /** The range was chosen after the last session: the load follows from the level. */
  readonly isNewRange?: boolean | undefined
}

/** What to do next for a lift. */
export interface LiftPrescription {
  readonly rule: LiftRule
  /** In kilograms, available. */
  readonly load: number
  /** Reps to do, set by set; never empty. */
  readonly reps: readonly number[]
  /** The last set goes on to one rep before failure. */
  readonly lastSetOpen: boolean
  /** The chance, 0–1, of the first set's reps at the load. */
  readonly chance: number
  readonly forecast: Forecast
  readonly range: Range
  /** The reps that earn more load; past the range where the step is large. */
  readonly top: number
  readonly step: number
  /** The next load up; undefined if there is none. */
  readonly up: number | undefined
  /** The main load: what the lift is usually done with. */
  readonly main: number
  /** The session that the prescription follows on, and how many sessions ago it was. */
  readonly anchor: LiftSession
  readonly sessionsBack: number
  readonly gapDays: number
  /** A lighter week to offer, when the lift has stalled. */
  readonly deload?: { readonly load: number; readonly reps: number; readonly sets: number }
}

/** A gap that makes a comeback, and one that makes a repeat, in days. */
const comebackGap = 28
const repeatGap = 14
/** A step of more than this share of the load is a jump: reps go further before it. */
const largeStep = 0.12
const stallSessions = 8
const stallDays = 35

/** The next prescription of a lift: the first rule that matches. Undefined before the first session. */
export function prescribeLift(
  lift: LiftState,
  lifter: LifterState,
  options: PrescribeOptions,
): LiftPrescription | undefined {
  const back = sessionsBack(lift)
  const level = lift.recent.at(-back)
  const shown = options.body === undefined ? lift : withBody(lift, options.body)
  const anchor = shown.recent.at(-back)
  if (!anchor || !level) return undefined
  const slotLevel = sessionLevel(level.sets)
  const slot =
    back > 1 && slotLevel > Number.NEGATIVE_INFINITY ? { level: slotLevel, sessionsBack: back } : undefined
  const context = contextOf(shown, forecast(lift, lifter, options.day, slot), options, anchor, back)
  const chosen = decide(context)
  // A load lifted with other plates may not be available any more.
  const decided = { ...chosen, load: options.loads.atMost(chosen.load) }
  const deload = stalled(lift, options.day) ? deloadOf(context) : undefined
  return {
    ...decided,
    chance: chanceOf(context.expected, decided.load, decided.reps[0] ?? context.low),
    forecast: context.expected,
    range: context.range,
    top: context.top,
    step: context.step,
    up: context.up,
    main: context.main,
    anchor,
    sessionsBack: back,
    gapDays: context.gap,
    ...(deload && { deload }),
  }
}

/** Everything that the rules read. */
interface Context {
  readonly lift: LiftState
  readonly options: PrescribeOptions
  readonly anchor: LiftSession
  readonly expected: Forecast
  readonly gap: number
  readonly range: Range
  readonly low: number
  /** The reps that earn more load. */
  readonly top: number
  /** The reps of all sets that make the next load fit. */
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

type Decided = Pick<LiftPrescription, 'rule' | 'load' | 'reps' | 'lastSetOpen'>

function contextOf(
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

/** Loads that show a lifter's own step; while there are fewer, the usual one is the largest. */
const loadsForOwnStep = 6

function ownStep(lift: LiftState, kilogramsOfUnit: number, usual: number): number {
  const own = stepOf(lift, kilogramsOfUnit) ?? usual
  return lift.loadsSeen.length < loadsForOwnStep ? Math.min(own, usual) : own
}

/** One step up, or the lifter's usual two or three where those are likely to be made. */
function nextLoad(
  lift: LiftState,
  expected: Forecast,
  working: number,
  step: number,
  loads: Loads,
  low: number,
): number | undefined {
  const one = available(working + step, working, loads)
  if (lift.jumps.length < 3) return one
  const jumps = [...lift.jumps].sort((a, b) => a - b)
  const usual = Math.min(3, Math.max(1, Math.round((jumps[Math.floor(jumps.length / 2)] ?? step) / step)))
  if (usual === 1) return one
  const several = available(working + usual * step, working, loads)
  return several !== undefined && chanceOf(expected, several, low) >= 0.6 ? several : one
}

/** The largest available load not above a target but above the present one; else the next one up. */
function available(target: number, present: number, loads: Loads): number | undefined {
  const under = loads.atMost(target)
  return under > present ? under : loads.above(present)
}

function decide(context: Context): Decided {
  return comeback(context) ?? repeat(context) ?? goBack(context) ?? newRange(context) ?? progress(context)
}

function comeback(context: Context): Decided | undefined {
  const { gap, working, expected, low } = context
  if (gap <= comebackGap) return undefined
  const load = likely(context, working, low, 0.4)
  const fits = chanceOf(expected, load, low) >= 0.4
  const reps = fits ? low : Math.max(1, Math.min(low, Math.floor(repsAt(expected, load))))
  return { rule: 'comeback', load, reps: repeated(reps, context.sets), lastSetOpen: false }
}

function repeat({ gap, lift, working, done }: Context): Decided | undefined {
  const usual = usualGap(lift)
  if (gap <= repeatGap || (usual !== undefined && gap <= 1.5 * usual)) return undefined
  return { rule: 'repeat', load: working, reps: done.map((reps) => Math.max(1, reps)), lastSetOpen: false }
}

/** After a light day or a deload: halfway back to the main load. */
function goBack(context: Context): Decided | undefined {
  const { lift, main, low, sets, options } = context
  const last = lift.recent.at(-1)
  const before = lift.recent.at(-2)
  if (!last || !before || sessionsBack(lift) > 1) return undefined
  const lastLoad = workingLoad(last.sets)
  const wasLow = isLow(lastLoad, main)
  const beforeWasLow = isLow(workingLoad(before.sets), main)
  if (!wasLow || (beforeWasLow && !last.deload)) return undefined
  const halfway = options.loads.atMost((lastLoad + main) / 2)
  const load = likely(context, halfway, low, last.deload ? 0.4 : 0.5)
  return { rule: 'return', load, reps: repeated(low, sets), lastSetOpen: false }
}

function newRange(context: Context): Decided | undefined {
  const { options, expected, low, sets } = context
  if (!options.isNewRange) return undefined
  const start = options.loads.atMost(Math.exp(expected.center) / (1 + (low + 1) / 30))
  return {
    rule: 'new_range',
    load: likely(context, start, low, 0.5),
    reps: repeated(low, sets),
    lastSetOpen: false,
  }
}

function progress(context: Context): Decided {
  const { up, low, top, working, done, sets, lift, anchor, step } = context
  const hit = isHit(context)
  if (up !== undefined && earnsWeight(context, up, hit)) {
    return { rule: 'add_weight', load: up, reps: repeated(low, sets), lastSetOpen: false }
  }
  const failed = done.every((reps) => reps === 0)
  if (failed || (step <= largeStep * working && fellShortTwice(context))) {
    const down = context.options.loads.atMost(working - step / 2)
    return {
      rule: 'step_back',
      load: likely(context, down, low, 0.6),
      reps: repeated(low, sets),
      lastSetOpen: false,
    }
  }
  if (hit) {
    const reps = done.map((count) => Math.min(top + 2, count + (context.range.fixed ? 0 : 1)))
    return { rule: 'hold', load: working, reps, lastSetOpen: true }
  }
  const logsEffort = anchor.sets.some(({ rir }) => rir !== undefined)
  const reps = asUsual(done, sets).map((count) => Math.min(top, count + 1))
  return { rule: 'add_reps', load: working, reps, lastSetOpen: !logsEffort && lift.sessions % 4 === 0 }
}

/** As many sets as usual: a workout cut short doesn't make the next one short. */
function asUsual(done: readonly number[], sets: number): number[] {
  return Array.from({ length: sets }, (_, index) => done[index] ?? done.at(-1) ?? 0)
}

/** All sets at the top, or the first one there and the others near enough for the next load. */
function isHit({ done, top, need, step, working }: Context): boolean {
  if (done.every((reps) => reps >= top)) return true
  const enough = step > largeStep * working ? 0.8 * need : need
  return (done[0] ?? 0) >= top && done.every((reps) => reps >= enough)
}

function earnsWeight(context: Context, up: number, hit: boolean): boolean {
  const { expected, low, range, done, anchor } = context
  const chance = chanceOf(expected, up, low)
  if (hit && chance >= 0.4) return true
  if (heldAtTop(context, up) && chance >= 0.3) return true
  const allInRange = done.every((reps) => reps >= low)
  if (allInRange && done.some((reps) => reps > range.high) && chanceOf(expected, up, low + 2) >= 0.75)
    return true
  const reserves = anchor.sets.flatMap(({ rir }) => (rir === undefined ? [] : [rir]))
  const easy = reserves.length > 0 && Math.min(...reserves) >= 2.5
  return easy && allInRange && chance >= 0.6
}

/** Three sessions at the load, the last two all at the top, and the next load not missed lately. */
function heldAtTop({ lift, working, top, low }: Context, up: number): boolean {
  const last = lift.recent.slice(-3)
  if (last.length < 3 || last.some(({ sets }) => workingLoad(sets) !== working)) return false
  const missed = lift.recent.some(({ sets }) => sets.some(({ load, reps }) => load >= up && reps < low))
  return (
    !missed &&
    last.slice(1).every(({ sets }) => sets.every(({ load, reps }) => load < working || reps >= top))
  )
}

/** Short of the range twice at the load, and the best set no better the second time. */
function fellShortTwice({ lift, working, low }: Context): boolean {
  const [before, last] = lift.recent.slice(-2).map(({ sets }) => {
    const reps = sets.filter(({ load }) => load === working).map((set) => set.reps)
    return reps.length === 0 ? undefined : Math.max(...reps)
  })
  if (before === undefined || last === undefined) return false
  return before < low && last < low && last <= before
}

/** The largest available load not above `from` at which the reps are likely enough; at least 60 % of the working load. */
function likely({ expected, working, options }: Context, from: number, reps: number, chance: number): number {
  const floor = 0.6 * working
  let load = options.loads.atMost(from)
  while (load > floor && chanceOf(expected, load, reps) < chance) {
    const lighter = options.loads.atMost(load - 0.01)
    if (lighter >= load || lighter < floor) break
    load = lighter
  }
  return load
}

function stalled({ stall }: LiftState, day: number): boolean {
  return stall.sessionsSince >= stallSessions && day - stall.sinceDay >= stallDays
}

/** A tenth off and half the sets; where the next load down is more than a fifth off, fewer reps instead. */
function deloadOf({ working, low, sets, options }: Context): NonNullable<LiftPrescription['deload']> {
  const lighter = options.loads.atMost(0.9 * working)
  const half = Math.max(1, Math.ceil(sets / 2))
  if (lighter < 0.8 * working) return { load: working, reps: Math.max(1, Math.floor(0.6 * low)), sets: half }
  return { load: lighter, reps: low, sets: half }
}

/**
 * A lift as it would have been with today's bodyweight: the same weight on the belt is the same working load,
 * whatever the lifter weighed. Steps are those of what was added.
 */
function withBody(lift: LiftState, body: number): LiftState {
  const added = new Set<number>()
  const recent = lift.recent.map((session) => ({
    ...session,
    sets: session.sets.map((set) => {
      if (set.added === undefined) return set
      added.add(set.added)
      return { ...set, load: Math.max(minLoad, body + set.added) }
    }),
  }))
  return { ...lift, recent, loadsSeen: [...added] }
}

/** Assistance never takes the whole body off, in kilograms. */
const minLoad = 1

function repeated(reps: number, sets: number): number[] {
  return new Array<number>(sets).fill(reps)
}
