import {
  type Break,
  breakIn,
  comebackGap,
  expectedSince,
  isPause,
  minComebackChance,
  minComebackShare,
} from './breaks.ts'
import { isAtLimit, isHit, isPeaking, largeStep, minRaiseChance, nextIncrease } from './earn-weight.ts'
import { chanceOf, repsAt } from './forecast.ts'
import type { Context } from './prescribe-context.ts'
import type { LiftPrescription } from './prescription.ts'
import { sumOf } from './raise-habit.ts'
import type { LiftState } from './state.ts'
import { isLow, repsAtLoad, sessionsBack, workingLoad } from './structure.ts'

export type RuleResult = Pick<
  LiftPrescription,
  'rule' | 'load' | 'reps' | 'lastSetOpen' | 'waiting' | 'untested' | 'peaking' | 'comingBack'
>

/** The decision of the first rule that matches. */
export function decide(context: Context): RuleResult {
  return (
    comeback(context) ??
    repeat(context) ??
    returnFromBreak(context) ??
    returnFromLight(context) ??
    newRange(context) ??
    progress(context)
  )
}

function comeback(context: Context): RuleResult | undefined {
  const { gap, working, expected, low } = context
  if (gap <= comebackGap) return undefined
  const load = maxLikelyLoad(context, working, low, minComebackChance)
  const fits = chanceOf(expected, load, low) >= minComebackChance
  const reps = fits ? low : Math.max(1, Math.min(low, Math.floor(repsAt(expected, load))))
  return { rule: 'comeback', load, reps: repeatReps(reps, context.sets) }
}

/** Repeats the last session after a pause, and the last usual one after a test. */
function repeat({ gap, lift, anchor, working, done, sessionsBack: back, options }: Context) {
  const wasTest = anchor !== lift.recent.at(-back) && !options.isNewRange
  const rule = isPause(lift, gap) ? 'repeat' : wasTest ? 'return' : undefined
  return rule && ({ rule, load: working, reps: done.map((reps) => Math.max(1, reps)) } as const)
}

/** The maximum load of a return from a break, as a multiple of the last load, unless that was planned to be light. */
const maxReturn = 1.25

/**
 * The same after a light day. Many who train lighter once stay lighter: with 1.25, the rule was further from what the
 * lifters of 39 public logs did.
 */
const maxReturnFromLight = 1.18

/** The maximum load on the way back from the last load to the main one. A planned slow return keeps its pace. */
function maxOnReturn({ recent }: LiftState, from: number, main: number, factor: number): number {
  const [previous, last] = recent.slice(-2)
  const rise = previous?.planned ? from - workingLoad(previous.sets) : 0
  const max = last?.planned ? (rise > 0 ? from + rise : main) : factor * from
  return Math.min((from + main) / 2, max)
}

/**
 * `returnFromBreak` applies to lifts usually done at least every `maxUsualGap` days, after breaks of more than
 * `longBreak` days. After shorter breaks, most lifters come back in smaller steps: with a limit of six weeks, the rule
 * was further from what the lifters of six public logs did.
 */
const maxUsualGap = 14
const longBreak = 150

/**
 * Strength lost in a break returns faster than it was built. As long as no set is missed, the load goes halfway back to
 * the one before the break.
 */
function returnFromBreak(context: Context): RuleResult | undefined {
  const { lift, working, expected, low, done, options, anchor } = context
  const lastBreak = breakIn(lift)
  if (!lastBreak || options.afterMiss || context.sessionsBack > 1 || working >= lastBreak.main)
    return undefined
  if (lastBreak.days <= longBreak || (lastBreak.usualGap ?? 0) > maxUsualGap) return undefined
  if (isAtLimit(anchor) || done.some((reps) => reps < low)) return undefined
  const [first, ...others] = lastBreak.since.map(({ sets }) => workingLoad(sets))
  if (first === undefined || (others.length > 0 && first >= working)) return undefined
  const maxLoad = maxOnReturn(lift, working, lastBreak.main, maxReturn)
  const returnContext = { ...context, expected: expectedSince(lastBreak, expected) }
  const load = maxLikelyLoad(returnContext, options.loads.atMost(maxLoad), low, 0.5)
  const wasMissed = lastBreak.since.some((session) =>
    session.sets.some((set) => set.load >= load && set.reps < low),
  )
  if (load <= working || wasMissed) return undefined
  const { days, main, since } = lastBreak
  return {
    ...easySets('return', load, returnContext),
    comingBack: { days, main, sessions: since.length, expected: returnContext.expected },
  }
}

/** After a light day or a deload: halfway back to the main load, in a limited step. */
function returnFromLight(context: Context): RuleResult | undefined {
  const { lift, main, low, options } = context
  const last = lift.recent.at(-1)
  const previous = lift.recent.at(-2)
  if (!last || !previous || sessionsBack(lift) > 1) return undefined
  const lastLoad = workingLoad(last.sets)
  const wasLow = isLow(lastLoad, main)
  const beforeWasLow = isLow(workingLoad(previous.sets), main)
  if (!wasLow || (beforeWasLow && !last.deload)) return undefined
  const maxLoad = maxOnReturn(lift, lastLoad, main, maxReturnFromLight)
  const load = maxLikelyLoad(context, options.loads.atMost(maxLoad), low, last.deload ? 0.4 : 0.5)
  const lastBreak = breakIn(lift)
  return {
    ...easySets('return', load, context),
    ...(lastBreak?.since.length === 1 && { comingBack: { days: lastBreak.days, main, sessions: 1 } }),
  }
}

function newRange(context: Context): RuleResult | undefined {
  const { options, expected, low } = context
  if (!options.isNewRange) return undefined
  const start = options.loads.atMost(Math.exp(expected.center) / (1 + (low + 1) / 30))
  const load = maxLikelyLoad(context, start, low, 0.5)
  return easySets('new_range', load, context)
}

function progress(context: Context): RuleResult {
  const { low, top, working, done, sets, lift, anchor, step } = context
  const wasHit = isHit(context, done)
  const more = nextIncrease(context)
  const peaking = isPeaking(context) && { peaking: true as const }
  if (more && more.kind !== 'waits') {
    const { load, reps, kind } = more
    const untested = kind === 'earned' ? {} : { untested: kind }
    return { rule: 'add_weight', load, reps: repeatReps(reps, sets), ...untested, ...peaking }
  }
  const hasOnlyFailed = done.every((reps) => reps === 0)
  const lastBreak = tooHeavyReturn(context)
  if (hasOnlyFailed || (step <= largeStep * working && (fellShortTwice(context) || lastBreak))) {
    const lowerLoad = context.options.loads.atMost(working - step / 2)
    const load = maxLikelyLoad(context, lowerLoad, low, 0.6)
    return {
      ...easySets('step_back', load, context),
      ...(peaking && { ...peaking, reps: repeatReps(Math.min(low, Math.max(...done) + 1), sets) }),
      ...(lastBreak && { comingBack: { days: lastBreak.days, main: lastBreak.main, sessions: 1 } }),
    }
  }
  if (wasHit || more) {
    const reps = done.map((count) =>
      Math.min(Math.max(count, top + 2), count + (context.range.fixed ? 0 : 1)),
    )
    return {
      rule: 'hold',
      load: working,
      reps,
      lastSetOpen: !isLow(working, context.main),
      ...(more && { waiting: { reps: more.reps, chance: chanceOf(context.expected, more.load, more.reps) } }),
    }
  }
  // On the way to a heavy single, nobody goes back to more reps.
  if (peaking && !context.options.afterMiss) return { rule: 'hold', load: working, reps: done, ...peaking }
  const logsEffort = anchor.sets.some(({ rir }) => rir !== undefined)
  const best = Math.max(...done)
  const chance = chanceOf(context.expected, working, best + 1)
  const onlyLater = chance < minRaiseChance && done.some((reps) => reps < low)
  // Sets with at least this many reps get no extra rep.
  const full = chance < minRepChance ? best : onlyLater ? low : top
  const before = padToUsual(done, sets)
  const reps = before.map((count) => (count < Math.min(full, top) ? count + 1 : count))
  // A rep that is too unlikely to prescribe may still come in the last set.
  const isSame = sumOf(reps) === sumOf(before)
  return {
    rule: isSame ? 'hold' : 'add_reps',
    load: working,
    reps,
    lastSetOpen: !logsEffort && (isSame || lift.sessions % 4 === 0),
  }
}

/** One more rep is prescribed only if it is at least this likely. */
const minRepChance = 0.3

/** Pads the reps to the usual number of sets, so that a workout cut short doesn't shorten the next one. */
function padToUsual(done: readonly number[], sets: number): number[] {
  return Array.from({ length: sets }, (_, index) => done[index] ?? done.at(-1) ?? 0)
}

/** The break after which the first session was too heavy: every set fell more than a rep short of the range. */
function tooHeavyReturn({ lift, done, low }: Context): Break | undefined {
  const lastBreak = breakIn(lift)
  return lastBreak?.since.length === 1 && done.every((reps) => reps < low - 1) ? lastBreak : undefined
}

/** Whether the last two sessions fell short of the range at the load, the second no better than the first. */
function fellShortTwice({ sessions, working, low }: Context): boolean {
  const [previous, last] = sessions.slice(-2).map(({ sets }) => {
    const reps = repsAtLoad(sets, working)
    return reps.length === 0 ? undefined : Math.max(...reps)
  })
  if (previous === undefined || last === undefined) return false
  return previous < low && last < low && last <= previous
}

/**
 * The largest available load not above `maxLoad` at which the reps are likely enough. The search stops at 60% of the
 * working load.
 */
function maxLikelyLoad(
  { expected, working, options }: Context,
  maxLoad: number,
  reps: number,
  chance: number,
): number {
  const floor = minComebackShare * working
  let load = options.loads.atMost(maxLoad)
  while (load > floor && chanceOf(expected, load, reps) < chance) {
    const lighter = options.loads.below(load)
    if (lighter === undefined || lighter < floor) break
    load = lighter
  }
  return load
}

/** Sets of easy reps at a lighter load. */
function easySets(rule: RuleResult['rule'], load: number, context: Context): RuleResult {
  return { rule, load, reps: repeatReps(easyReps(context, load), context.sets) }
}

/** Reps are easy if one more of them is at least this likely. */
const easyChance = 0.8

/** The most reps in the range that are still easy at a lighter load; at least the lowest. */
function easyReps({ expected, low, range }: Context, load: number): number {
  let reps = low
  while (reps < range.high && chanceOf(expected, load, reps + 2) >= easyChance) reps++
  return reps
}

function repeatReps(reps: number, sets: number): number[] {
  return new Array<number>(sets).fill(reps)
}
