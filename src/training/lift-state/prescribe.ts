import { isPause } from './breaks.ts'
import { hasMissed, isAtLimit, leadsToSingle } from './earn-weight.ts'
import { expectedOf } from './expected.ts'
import { chanceByRule, chanceOf, withReserve } from './forecast.ts'
import { otherSets } from './other-sets.ts'
import { type Context, contextOf } from './prescribe-context.ts'
import { decide, type RuleResult } from './prescribe-rules.ts'
import type { LiftPrescription, OtherSet, PrescribeOptions } from './prescription.ts'
import { sumOf } from './raise-habit.ts'
import type { LifterState, LiftSession, LiftState } from './state.ts'
import { mainLoad, repsAtLoad, sessionsBack, workingLoad } from './structure.ts'

/** A lift that hasn't progressed for at least this many sessions and this many days has stalled. */
const stallSessions = 8
const stallDays = 35

/** The next prescription of a lift, by the first rule that matches. Undefined before the first session. */
export function prescribeLift(
  lift: LiftState,
  lifter: LifterState,
  options: PrescribeOptions,
): LiftPrescription | undefined {
  const back = sessionsBack(lift)
  const current = options.body === undefined ? lift : withBody(lift, options.body)
  const anchor = back > 1 ? current.recent.at(-back) : lastUsual(current, options.day)
  if (!anchor) return undefined
  const context = contextOf(current, expectedOf(lift, lifter, options.day), options, anchor, back)
  const chosen = decide(context)
  // A load lifted with other plates may not be available anymore.
  const decided = { ...chosen, load: options.loads.atMost(chosen.load) }
  const deload =
    hasStalled(context) && mayDeload(context, chosen) ? deloadOf(context, decided.load) : undefined
  const others = otherSets(context, decided)
  return {
    ...decided,
    ...others,
    chance: chanceOfHeaviest(context, decided, [...others.before, ...others.after]),
    forecast: context.expected,
    range: context.range,
    top: context.top,
    step: context.step,
    up: context.up,
    main: chosen.comingBack?.main ?? context.main,
    anchor,
    sessionsBack: back,
    gapDays: options.day - anchor.day,
    ...(deload && { deload }),
  }
}

function chanceOfHeaviest(
  context: Context,
  { rule, load, reps, untested, comingBack }: RuleResult,
  others: readonly OtherSet[],
): number {
  const heaviest = others.reduce<OtherSet>(
    (heaviestSoFar, set) => (set.load > heaviestSoFar.load ? set : heaviestSoFar),
    {
      load,
      reps: reps[0] ?? context.low,
    },
  )
  const chance = chanceOf(
    untested ? withReserve(context.expected, context.low) : (comingBack?.expected ?? context.expected),
    heaviest.load,
    heaviest.reps,
  )
  return chanceByRule(chance, rule)
}

/** A session with at most this many reps, at more than this many times the usual load, was a test. */
const maxTestReps = 3
const testShare = 1.15
/** After a pause, a session at more than this many times the usual load isn't repeated. */
const pauseShare = 1.4

/**
 * The session to continue from: the last one, unless it was a test, or far heavier than usual and before a pause. What
 * the lifters of 35 public logs did next was then closer to their usual sets.
 */
function lastUsual(lift: LiftState, day: number): LiftSession | undefined {
  const { recent } = lift
  const main = mainLoad(lift)
  const lastSets = recent.at(-1)?.sets ?? []
  const reps = Math.max(...repsAtLoad(lastSets))
  const share = workingLoad(lastSets) / main
  const isTest = share > testShare && reps > 0 && reps <= maxTestReps && !leadsToSingle(lift)
  const isUnusual = isTest || (share > pauseShare && isPause(lift, day - lift.day))
  return recent.findLast(({ sets }) => !isUnusual || workingLoad(sets) === main)
}

/** The rules with which a lighter week may be offered. */
const rulesWithDeload: ReadonlySet<string> = new Set(['hold', 'add_reps', 'step_back'])

/**
 * Whether a lighter week makes sense: not on the way back from a break or up to a heavy single, right after a lighter
 * week, or when the weight rises; at a hold, only if a recent session fell short or the last one was at the limit.
 */
function mayDeload(context: Context, { rule, peaking }: RuleResult): boolean {
  const isStuck = rule !== 'hold' || isAtLimit(context.anchor) || hasMissed(context)
  return !context.anchor.deload && !peaking && rulesWithDeload.has(rule) && isStuck
}

function hasStalled({ lift, sessions, working, options }: Context): boolean {
  const { sessionsSince, sinceDay } = lift.stall
  if (sessionsSince < stallSessions || options.day - sinceDay < stallDays) return false
  return !hasMoreReps(sessions, working)
}

/** One more rep in this many of the most recent sessions counts as progress. */
const recentSessions = 2

/** Whether the total of reps at the load has risen recently, as when later sets catch up with the first. */
function hasMoreReps(sessions: readonly LiftSession[], working: number): boolean {
  const sums = sessions.map(({ sets }) => sumOf(repsAtLoad(sets, working)))
  return Math.max(...sums.slice(-recentSessions)) > Math.max(0, ...sums.slice(0, -recentSessions))
}

/**
 * A tenth less weight and half the sets. If the next load down is more than a fifth lighter or doesn't exist, fewer
 * reps instead of less weight. Undefined if the prescription is already that light.
 */
function deloadOf(
  { working, low, sets, options }: Context,
  prescribedLoad: number,
): LiftPrescription['deload'] {
  const lighter = options.loads.atMost(0.9 * working)
  const half = Math.max(1, Math.ceil(sets / 2))
  if (lighter < 0.8 * working || lighter >= working)
    return { load: working, reps: Math.max(1, Math.floor(0.6 * low)), sets: half }
  return lighter < prescribedLoad ? { load: lighter, reps: low, sets: half } : undefined
}

/**
 * A lift as if the lifter had always had today's bodyweight: the same weight on the belt is the same working load.
 * Steps are derived from the added weights.
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

/** The lowest load that assistance may leave, in kilograms. */
const minLoad = 1
