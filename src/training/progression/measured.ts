import { cardioSets } from '../fatigue/stimulus.ts'
import { chanceOfLevel, forecast, isLow, mainLoad, type Remembered, usualGap } from '../lift-state/index.ts'
import type { Decision, PlannedSet } from './decision.ts'
import type { Lift } from './lift.ts'
import type { Session, WorkingSet } from './types.ts'
import { decideWithoutWeight, heldWeight } from './without-weight.ts'

/** Gaps as for loads, in days. */
const comebackGap = 28
const repeatGap = 14
/** A day above this multiple of the usual counts as unusually big. */
const bigDay = 1.15

interface Measured extends Decision {
  readonly chance: number
}

/**
 * The next prescription for a lift that is measured by reps, time or distance: a little more, unless the last
 * session was unusually big or small, or long ago. Undefined if the last session isn't available.
 */
export function measuredDecision(
  { lift: state, lifter }: Remembered,
  day: number,
  sessions: readonly Session[],
  lift: Lift,
): Measured | undefined {
  const last = sessions.at(-1)
  const shown = state.recent.at(-1)
  if (!last || !shown) return undefined
  const expected = forecast(state, lifter, day)
  const best = Math.max(...shown.sets.map(({ load }) => load))
  const decided = (rule: string, factor: number, reason: string): Measured => ({
    rule: `memory.${rule}`,
    sets: last.sets.map((set) => scaled(set, factor, lift)),
    reasons: [reason],
    sessions: [last],
    chance: chanceOfLevel(expected, Math.log(best * factor)),
  })
  const gap = day - state.day
  const usual = usualGap(state)
  const easy = easyReason(sessions, gap, usual, lift)
  if (easy) return decided('easy', easyShare, easy)
  if (gap > comebackGap) {
    const factor = Math.min(1, Math.exp(expected.center) / best)
    return decided('comeback', factor, `It has been ${gap} days: start back${lessText(factor)}.`)
  }
  if (gap > repeatGap && (usual === undefined || gap > 1.5 * usual))
    return decided('repeat', 1, `It has been ${gap} days: repeat what you did last time.`)
  const main = mainLoad(state)
  if (best > bigDay * main)
    return decided(
      'return',
      main / best,
      `Last time was ${percent(best / main - 1)}% above your usual: go back to the usual.`,
    )
  const before = state.recent.at(-2)
  const beforeBest = Math.max(...(before?.sets.map(({ load }) => load) ?? [0]))
  if (before && isLow(best, main) && !isLow(beforeBest, main))
    return decided('return', (best + main) / 2 / best, 'Last time was less than usual: go halfway back up.')
  const held = lift.facts.category === 'cardio' ? heldReason(sessions, day) : undefined
  if (held) return decided('hold', 1, held)
  const next = decideWithoutWeight({ scheme: { scheme: 'memory' }, before: [], since: sessions, lift })
  if ('undecided' in next) return undefined
  const target = Math.max(...next.sets.map(amountOf))
  return { ...next, chance: target > 0 ? chanceOfLevel(expected, Math.log(target)) : 0 }
}

/** Cardio is long from this many seconds on, and from fewer for those who don't do it every day. */
const longCardio = { always: 5400, ifNotDaily: 3600 } as const
/** After a long one the next days are for rest or an easy bout of this share of it. */
const easyDays = 2
const easyShare = 1 / 3
/** More than this times the week before is enough for a week. */
const maxWeeklyGrowth = 1.1
/** The same in this many consecutive bouts, within this share, is done by plan: a practice, a class, a commute. */
const sameBouts = 8
const sameWithin = 0.01

const secondsOf = ({ sets }: Session) => sets.reduce((sum, set) => sum + cardioSets(set) * 1800, 0)

/** Why the next bout is an easy one: a long one was done today or yesterday. */
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
 * Why nothing is added: it is always the same, there is no week to compare with yet, or this one already has more than the
 * one before.
 */
function heldReason(sessions: readonly Session[], day: number): string | undefined {
  const same = sessions.slice(-sameBouts).map(secondsOf)
  if (same.length === sameBouts && Math.max(...same) <= (1 + sameWithin) * Math.min(...same))
    return `You did the same in your last ${sameBouts} workouts: repeat it.`
  const amount = (from: number, to: number) =>
    sessions
      .filter((session) => session.day > day - from && session.day <= day - to)
      .reduce((sum, { sets }) => sum + sets.reduce((all, set) => all + cardioSets(set), 0), 0)
  const [last, before] = [amount(7, 0), amount(14, 7)]
  if (sessions.length === 1) return 'You have done this only once: repeat it before adding anything.'
  if (before > 0 && last > maxWeeklyGrowth * before)
    return `You are already ${Math.round((last / before - 1) * 100)}% above the week before: repeat what you did last time.`
  return undefined
}

function amountOf({ distanceMillimeters, durationSeconds, reps }: PlannedSet): number {
  if (distanceMillimeters !== undefined) return distanceMillimeters / 1000
  return durationSeconds ?? reps?.min ?? 0
}

function scaled(set: WorkingSet, factor: number, lift: Lift): PlannedSet {
  const { reps, durationSeconds, distanceMillimeters } = set
  const base = heldWeight(set, lift)
  if (distanceMillimeters) {
    if (factor === 1) return { ...base, distanceMillimeters }
    const step = distanceMillimeters >= 1_000_000 ? 100_000 : 5_000
    return { ...base, distanceMillimeters: down(distanceMillimeters * factor, step) }
  }
  if (durationSeconds) {
    if (factor === 1) return { ...base, durationSeconds }
    const step = durationSeconds >= 600 ? 60 : 5
    return { ...base, durationSeconds: down(durationSeconds * factor, step) }
  }
  const count = Math.max(1, Math.floor(reps * factor + 1e-9))
  return { ...base, reps: { min: count, max: count } }
}

/** Rounded down to a step, unless that leaves nothing. */
function down(value: number, step: number): number {
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
