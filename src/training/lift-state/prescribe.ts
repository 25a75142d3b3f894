import { hasMissed, isAtLimit } from './earn-weight.ts'
import { expectedOf } from './expected.ts'
import { chanceOf, withReserve } from './forecast.ts'
import { otherSets } from './other-sets.ts'
import { type Context, contextOf } from './prescribe-context.ts'
import { comebackGap, decide, type RuleResult } from './prescribe-rules.ts'
import type { LiftPrescription, OtherSet, PrescribeOptions } from './prescription.ts'
import type { LifterState, LiftState } from './state.ts'
import { sessionsBack } from './structure.ts'

const stallSessions = 8
const stallDays = 35

/** The next prescription of a lift: the first rule that matches. Undefined before the first session. */
export function prescribeLift(
  lift: LiftState,
  lifter: LifterState,
  options: PrescribeOptions,
): LiftPrescription | undefined {
  const back = sessionsBack(lift)
  const shown = options.body === undefined ? lift : withBody(lift, options.body)
  const anchor = shown.recent.at(-back)
  if (!anchor) return undefined
  const context = contextOf(shown, expectedOf(lift, lifter, options.day), options, anchor, back)
  const chosen = decide(context)
  // A load lifted with other plates may not be available anymore.
  const decided = { ...chosen, load: options.loads.atMost(chosen.load) }
  const deload = stalled(lift, options.day) && isTraining(context, chosen) ? deloadOf(context) : undefined
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
    main: context.main,
    anchor,
    sessionsBack: back,
    gapDays: context.gap,
    ...(decided.rule === 'return' && breakBefore(lift)),
    ...(deload && { deload }),
  }
}

/** The break that the last session ended, if there was one. */
function breakBefore({ recent }: LiftState): Pick<LiftPrescription, 'breakDays'> {
  const [before, last] = recent.slice(-2)
  const days = before && last ? last.day - before.day : 0
  return days > comebackGap ? { breakDays: days } : {}
}

function chanceOfHeaviest(
  context: Context,
  { load, reps, untested }: RuleResult,
  others: readonly OtherSet[],
): number {
  const heaviest = others.reduce<OtherSet>((most, set) => (set.load > most.load ? set : most), {
    load,
    reps: reps[0] ?? context.low,
  })
  return chanceOf(
    untested ? withReserve(context.expected, context.low) : context.expected,
    heaviest.load,
    heaviest.reps,
  )
}

/** The rules with which a lighter week may be offered. */
const training: ReadonlySet<string> = new Set(['hold', 'add_reps', 'step_back'])

/**
 * Whether a lighter week makes sense: not on the way back from a break, right after one, when the weight is
 * due to rise, or when nothing was missed in all remembered sessions and the last one wasn't at the limit.
 */
function isTraining(context: Context, { rule }: RuleResult): boolean {
  const isStuck = rule !== 'hold' || isAtLimit(context.anchor) || hasMissed(context)
  return !context.anchor.deload && training.has(rule) && isStuck
}

function stalled({ stall }: LiftState, day: number): boolean {
  return stall.sessionsSince >= stallSessions && day - stall.sinceDay >= stallDays
}

/** A tenth off and half the sets; fewer reps instead if the next load down is more than a fifth off or doesn't exist. */
function deloadOf({ working, low, sets, options }: Context): NonNullable<LiftPrescription['deload']> {
  const lighter = options.loads.atMost(0.9 * working)
  const half = Math.max(1, Math.ceil(sets / 2))
  if (lighter < 0.8 * working || lighter >= working)
    return { load: working, reps: Math.max(1, Math.floor(0.6 * low)), sets: half }
  return { load: lighter, reps: low, sets: half }
}

/**
 * A lift as if the lifter had always had today's bodyweight: the same weight on the belt is the same working load. Steps
 * are derived from the added weights.
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
