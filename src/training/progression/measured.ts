import { cardioSets } from '../fatigue/stimulus.ts'
import { comebackGap, isPause } from '../lift-state/breaks.ts'
import { usualReserve } from '../lift-state/forecast.ts'
import {
  chanceOfLevel,
  forecast,
  isLow,
  mainLoad,
  type RememberedLift,
  usualGap,
} from '../lift-state/index.ts'
import type { Decision, PlannedSet } from './decision.ts'
import type { Lift } from './lift.ts'
import type { Session } from './types.ts'
import { decideWithoutWeight, withAmount } from './without-weight.ts'

/** A session of more than this multiple of the usual is unusually large. */
const largeSession = 1.15

interface MeasuredDecision extends Decision {
  readonly chance: number
}

/**
 * The next prescription for a lift that is measured by reps, time or distance: a little more, unless the last
 * session was unusually large or small, or long ago. Undefined if there is no last session, or if it allows no
 * decision.
 */
export function measuredDecision(
  { measure, lift: state, lifter }: RememberedLift,
  day: number,
  sessions: readonly Session[],
  lift: Lift,
): MeasuredDecision | undefined {
  const last = sessions.at(-1)
  const lastRemembered = state.recent.at(-1)
  if (!last || !lastRemembered) return undefined
  const expected = forecast(state, lifter, day)
  const best = Math.max(...lastRemembered.sets.map(({ load }) => load))
  const decided = (rule: string, factor: number, reason: string): MeasuredDecision => ({
    rule: `memory.${rule}`,
    sets: last.sets.map((set) =>
      withAmount(set, lift, (amount, step) => (factor === 1 ? amount : roundDown(amount * factor, step))),
    ),
    reasons: [reason],
    sessions: [last],
    chance: chanceOfLevel(expected, Math.log(best * factor)),
  })
  const gap = day - state.day
  const usualDays = usualGap(state)
  const easyText = easyReason(sessions, gap, usualDays, lift)
  if (easyText) return decided('easy', easyShare, easyText)
  if (gap > comebackGap) {
    const factor = Math.min(1, Math.exp(expected.center) / best)
    return decided('comeback', factor, `It has been ${gap} days: start back${lessText(factor)}.`)
  }
  if (isPause(state, gap))
    return decided('repeat', 1, `It has been ${gap} days: repeat what you did last time.`)
  const main = mainLoad(state)
  if (best > largeSession * main)
    return decided(
      'return',
      main / best,
      `Last time was ${percent(best / main - 1)}% above your usual: go back to the usual.`,
    )
  const previous = state.recent.at(-2)
  const previousBest = Math.max(...(previous?.sets.map(({ load }) => load) ?? [0]))
  if (previous && isLow(best, main) && !isLow(previousBest, main))
    return decided('return', (best + main) / 2 / best, 'Last time was less than usual: go halfway back up.')
  const reasonToHold = lift.facts.category === 'cardio' ? heldReason(sessions, day) : undefined
  if (reasonToHold) return decided('hold', 1, reasonToHold)
  const next = decideWithoutWeight({ scheme: { scheme: 'memory' }, before: [], since: sessions, lift })
  if ('undecided' in next) return undefined
  const isEven = state.recent.every(({ sets }) => sets.every(({ load }) => load === best))
  // The limit of someone who always stops at the same reps is unknown: some are assumed to be left in reserve.
  const reserve = measure === 'reps' && isEven ? usualReserve : 0
  const target = Math.max(...next.sets.map(amountOf)) - reserve
  return { ...next, chance: target > 0 ? chanceOfLevel(expected, Math.log(target)) : 0 }
}

/** Cardio of this many seconds is long: in any case, and for lifters who don't do it every day. */
const longCardio = { always: 5400, ifNotDaily: 3600 } as const
/** The days for rest or an easy bout, the day of a long one included, and the easy bout's share of the long one. */
const easyDays = 2
const easyShare = 1 / 3
/** Nothing is added if the last seven days have more than this multiple of the seven before. */
const maxWeeklyGrowth = 1.1
/** The number of consecutive bouts that, if equal within this share, follow a plan: a practice, a class, a commute. */
const sameBouts = 8
const sameWithin = 0.01

const secondsOf = ({ sets }: Session) => sets.reduce((sum, set) => sum + cardioSets(set) * 1800, 0)

/** The reason why the next bout is an easy one, if there is one: a long one was done today or yesterday. */
function easyReason(
  sessions: readonly Session[],
  gap: number,
  usual: number | undefined,
  { facts }: Lift,
): string | undefined {
  if (facts.category !== 'cardio' || gap >= easyDays) return undefined
  const last = sessions.at(-1)
  const seconds = last ? secondsOf(last) : 0
  const isDaily = usual !== undefined && usual < easyDays
  if (seconds < (isDaily ? longCardio.always : longCardio.ifNotDaily)) return undefined
  const when = gap === 0 ? 'today' : 'yesterday'
  return `You went ${Math.round(seconds / 60)} minutes ${when}: rest, or do an easy third of that.`
}

/**
 * The reason why nothing is added, if there is one: the last bouts were all equal, there was only one, or the last
 * seven days already have much more than the seven before.
 */
function heldReason(sessions: readonly Session[], day: number): string | undefined {
  const lastSeconds = sessions.slice(-sameBouts).map(secondsOf)
  if (
    lastSeconds.length === sameBouts &&
    Math.max(...lastSeconds) <= (1 + sameWithin) * Math.min(...lastSeconds)
  )
    return `You did the same in your last ${sameBouts} workouts: repeat it.`
  const setsBetween = (fromDaysAgo: number, toDaysAgo: number) =>
    sessions
      .filter((session) => session.day > day - fromDaysAgo && session.day <= day - toDaysAgo)
      .reduce((sum, { sets }) => sum + sets.reduce((sessionSum, set) => sessionSum + cardioSets(set), 0), 0)
  const [thisWeek, weekBefore] = [setsBetween(7, 0), setsBetween(14, 7)]
  if (sessions.length === 1) return 'You have done this only once: repeat it before adding anything.'
  if (weekBefore > 0 && thisWeek > maxWeeklyGrowth * weekBefore)
    return `You are already ${Math.round((thisWeek / weekBefore - 1) * 100)}% above the week before: repeat what you did last time.`
  return undefined
}

function amountOf({ distanceMillimeters, durationSeconds, reps }: PlannedSet): number {
  if (distanceMillimeters !== undefined) return distanceMillimeters / 1000
  return durationSeconds ?? reps?.min ?? 0
}

/** Rounded down to a step, unless that leaves nothing. */
function roundDown(value: number, step: number): number {
  const steps = Math.floor(value / step + 1e-9) * step
  return steps > 0 ? steps : Math.max(1, Math.floor(value))
}

function percent(share: number): number {
  return Math.round(share * 100)
}

function lessText(factor: number): string {
  const less = percent(1 - factor)
  return less > 0 ? ` with ${less}% less` : ' where you left off'
}
