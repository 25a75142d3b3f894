import { breakIn } from './breaks.ts'
import { chanceOf, withReserve } from './forecast.ts'
import type { Context } from './prescribe-context.ts'
import { followsOnlySuccesses, raiseHabitOf, raiseShare } from './raise-habit.ts'
import type { LiftSession, LiftState } from './state.ts'
import { repsAtLoad, risesIn, sessionsBack, sessionsOfKind, workingLoad } from './structure.ts'

/** A step of more than this share of the load is a jump: more reps are built up before it. */
export const largeStep = 0.12

/** The next load up, with the reps to do there. */
export interface LoadIncrease {
  /**
   * `waits`: earned, but the lifter usually stays at a weight longer. If it is `due` (every recent raise succeeded) or
   * `untested` (the last sets all had the same reps, or the weight was made eight times in a row), it is unknown
   * whether the lifter can do it.
   */
  readonly kind: 'earned' | 'waits' | 'due' | 'untested'
  readonly load: number
  readonly reps: number
}

/** The next load up, if recent sessions call for it. */
export function nextIncrease(context: Context): LoadIncrease | undefined {
  const { up: load, low, options } = context
  if (load === undefined || options.afterMiss) return undefined
  const earned = earnsWeight(context, load) ? low : (peakReps(context, load) ?? leapReps(context, load))
  if (earned !== undefined) {
    const shouldWait = !isEasy(context, load) && usuallyStays(context)
    const kind = followsOnlySuccesses(context.lift, load)
      ? 'due'
      : hidesLimit(context, load)
        ? 'untested'
        : 'earned'
    return { kind: shouldWait ? 'waits' : kind, load, reps: earned }
  }
  if (isDue(context)) return { kind: 'due', load, reps: triedReps(context, load) }
  return isUntested(context, load) ? { kind: 'untested', load, reps: triedReps(context, load) } : undefined
}

/** Below this chance, a raise is a test. */
export const minRaiseChance = 0.4

/**
 * Whether a raise seems unlikely only because the lifter's limit is unknown: all sets ended at the same reps, and no
 * effort was logged.
 */
function hidesLimit({ anchor, done, expected, low }: Context, up: number): boolean {
  return (
    chanceOf(expected, up, low) < minRaiseChance &&
    done.every((reps) => reps === done[0]) &&
    anchor.sets.every(({ rir }) => rir === undefined)
  )
}

/**
 * A load that was never tested is tried with fewer reps, until success is likely if two reps in reserve are assumed.
 * The reps are at least this share of the range's lowest.
 */
const minTriedShare = 0.75

function triedReps({ expected, low }: Context, up: number): number {
  const likely = withReserve(expected, low)
  let reps = low
  while (reps > minTriedShare * low && chanceOf(likely, up, reps) < 0.5) reps--
  return Math.max(1, reps)
}

/** Whether all sets reached the top reps, or the first one did and the others came close enough for the next load. */
export function isHit({ top, need, step, working }: Context, done: readonly number[]): boolean {
  if (done.every((reps) => reps >= top)) return true
  const minReps = step > largeStep * working ? 0.8 * need : need
  return (done[0] ?? 0) >= top && done.every((reps) => reps >= minReps)
}

function earnsWeight(context: Context, up: number): boolean {
  const { expected, low, range, done, anchor } = context
  const chance = chanceOf(expected, up, low)
  // After sets to failure, more weight must be more likely than not.
  if (isAtLimit(anchor)) return isHit(context, done) && chance >= 0.5
  if (isHit(context, done) && chance >= minRaiseChance) return true
  if (heldAtTop(context, up) && chance >= 0.3) return true
  const allInRange = done.every((reps) => reps >= low)
  if (allInRange && done.some((reps) => reps > range.high) && chanceOf(expected, up, low + 2) >= 0.75)
    return true
  return isEasy(context, up)
}

/** Whether the last three sessions used the load, the last two reached the top reps, and no heavier load was missed. */
function heldAtTop({ lift, sessions, working, top, low }: Context, up: number): boolean {
  const last = sessions.slice(-3)
  if (last.length < 3 || last.some(({ sets }) => workingLoad(sets) !== working)) return false
  const missed = lift.recent.some(({ sets }) => sets.some(({ load, reps }) => load >= up && reps < low))
  return (
    !missed &&
    last.slice(1).every(({ sets }) => sets.every(({ load, reps }) => load < working || reps >= top))
  )
}

/** Whether all sets reached the range, every logged effort left 2.5 reps or more, and the next load is likely. */
function isEasy({ expected, low, done, anchor }: Context, up: number): boolean {
  const reserves = anchor.sets.flatMap(({ rir }) => (rir === undefined ? [] : [rir]))
  const feltEasy = reserves.length > 0 && Math.min(...reserves) >= 2.5
  return feltEasy && done.every((reps) => reps >= low) && chanceOf(expected, up, low) >= 0.6
}

/** This many raises make a habit. */
const habitRaises = 3

/**
 * Whether a lifter who keeps raising the load successfully is due for the next raise, like a novice on a linear
 * program. The chance of success is unknown, because no load has been too heavy yet.
 */
function isDue(context: Context): boolean {
  const { lift, done, low, sessionsBack: back } = context
  if (back > 1 || !isHit(context, done)) return false
  const rises = risesIn(lift.recent)
  if (rises.length >= habitRaises && rises.slice(-habitRaises).every((rise) => rise > 0)) return true
  const raises = rises.filter((rise) => rise > 0).length
  const isMade = lift.recent.every(({ sets }) =>
    sets.every(({ load, reps }) => load < workingLoad(sets) || reps >= low),
  )
  if (raises < habitRaises || rises.some((rise) => rise < 0) || !isMade) return false
  const since = rises.length - rises.findLastIndex((rise) => rise > 0)
  return since >= Math.round((lift.recent.length - since) / raises)
}

/** A lifter who is peaking does at most this many reps. */
const maxPeakReps = 5

/** The next reps of a lifter who is peaking. */
function peakReps(context: Context, up: number): number | undefined {
  const { done, low, expected } = context
  const reps = Math.min(low, ...done)
  return leadsUp(context) && reps > 0 && chanceOf(expected, up, reps) >= 0.5 ? reps : undefined
}

/** Whether a lifter works up to a heavy single: heavier each time, for fewer and fewer reps. */
export function isPeaking(context: Context): boolean {
  return leadsUp(context) && Math.max(...context.done) <= maxPeakReps
}

/** In the last weeks before a competition, sets have at most this many reps. */
const maxHeavyReps = 3

/** Whether a lift works up to a heavy single, and is at triples or fewer reps. */
export function leadsToSingle(lift: LiftState): boolean {
  const back = sessionsBack(lift)
  const reps = lift.recent.at(-back)?.sets.map((set) => set.reps) ?? []
  return Math.max(...reps) <= maxHeavyReps && leadsUp({ lift, sessionsBack: back })
}

/** Reps that fell by this many show a planned peak. From `maxPlannedReps` or fewer, no such fall is needed. */
const plannedDrop = 2
const maxPlannedReps = 4

/**
 * Whether each of the most recent sessions was heavier or had fewer reps than the previous one. Sessions after a break
 * don't count, because they get heavier too. One rep less after a raise is a miss rather than a peak, as is one rep
 * less in a later set.
 */
function leadsUp({ lift, sessionsBack: back }: Pick<Context, 'lift' | 'sessionsBack'>): boolean {
  const sessions = sessionsOfKind(lift, back).slice(-1 - habitRaises)
  if (sessions.length <= habitRaises || breakIn(lift)) return false
  const work = sessions.map(({ sets }) => {
    const reps = repsAtLoad(sets)
    return { load: workingLoad(sets), reps: reps[0] ?? 0, areEven: reps.every((count) => count === reps[0]) }
  })
  const [first, last] = [work[0], work.at(-1)]
  if (!first || !last || work.some(({ areEven }) => !areEven) || last.load <= first.load) return false
  if (first.reps > maxPlannedReps && first.reps - last.reps < plannedDrop) return false
  return work.slice(1).every(({ load, reps }, index) => {
    const previous = work[index] ?? first
    return load >= previous.load && reps <= previous.reps && (load > previous.load || reps < previous.reps)
  })
}

/** Beyond this, more reps say nothing more about strength. */
const maxStrengthReps = 20

/** A lifter who recently did this few reps at the load has worked up to twenty; others prefer sets of twenty. */
const climbedFromReps = 18

/** The fewest reps to prescribe after a leap. */
const minLeapReps = 5

/** Once all sets have reached twenty reps: the reps that are likely at the next load, a large step up. */
function leapReps({ lift, working, done, low, expected }: Context, up: number): number | undefined {
  if (up <= (1 + largeStep) * working) return undefined
  const hasClimbed = lift.recent.some((session) =>
    session.sets.some(({ load, reps }) => load === working && reps <= climbedFromReps),
  )
  if (!hasClimbed || done.some((reps) => reps < maxStrengthReps)) return undefined
  let reps = Math.min(low, maxStrengthReps)
  while (reps >= minLeapReps && chanceOf(expected, up, reps) < 0.5) reps--
  return reps < minLeapReps ? undefined : reps
}

/** A lifter who raises the weight in less than this share of choices is asked for more only every fourth time. */
const minRaiseShare = 0.65
const askEvery = 4

/** Whether the lifter usually stays at a weight they have made, and this isn't the fourth time they made it. */
function usuallyStays(context: Context): boolean {
  const { lift, options } = context
  const liftHabit = raiseHabitOf(lift, (reps) => isHit(context, reps))
  const share = raiseShare(liftHabit, options.habit ?? { raises: 0, choices: 0 })
  return share < minRaiseShare && !isFourthTime(context)
}

/** Whether a set of a session was logged with less than one rep in reserve. */
export const isAtLimit = ({ sets }: LiftSession): boolean =>
  sets.some(({ rir }) => rir !== undefined && rir < 1)

/** After this many sessions in a row without a miss, it is unknown how much more the lifter could do. */
const untestedSessions = 8
/** A step larger than this share of the load isn't tried without evidence. */
const smallStep = 0.08

/**
 * Whether to ask the lifter to try a small step: in every fourth session, if they made the same weight in every recent
 * one, so that nothing shows how much more they could do.
 */
function isUntested(context: Context, up: number): boolean {
  const { lift, working, anchor, sessionsBack: back } = context
  return (
    back === 1 &&
    !isAtLimit(anchor) &&
    lift.recent.length >= untestedSessions &&
    up <= (1 + smallStep) * working &&
    timesMade(context) >= untestedSessions &&
    lift.sessions % askEvery === 0
  )
}

function isFourthTime(context: Context): boolean {
  const { lift, sessionsBack: back } = context
  const times = timesMade(context)
  return (times * back >= lift.recent.length ? lift.sessions : times) % askEvery === 0
}

/** Whether any recent session of the kind that comes next fell short at its own working load. */
export function hasMissed(context: Context): boolean {
  return context.sessions.some(({ sets }) => !isHit(context, repsAtLoad(sets)))
}

/** How many recent sessions of the kind that comes next made the load in a row, counting back from the last one. */
function timesMade(context: Context): number {
  const { lift, working, sessionsBack: back } = context
  let times = 0
  for (let index = lift.recent.length - back; index >= 0; index -= back) {
    const sets = lift.recent[index]?.sets ?? []
    if (workingLoad(sets) !== working || !isHit(context, repsAtLoad(sets))) break
    times++
  }
  return times
}
