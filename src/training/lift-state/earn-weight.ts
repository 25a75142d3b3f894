import { chanceOf, withReserve } from './forecast.ts'
import type { Context } from './prescribe-context.ts'
import { raiseHabitOf, raiseShare } from './raise-habit.ts'
import type { LiftSession } from './state.ts'
import { workingLoad } from './structure.ts'

/** A step of more than this share of the load is a jump: more reps are built up before it. */
export const largeStep = 0.12

/** The next load up, with the reps to do there. */
export interface MoreWeight {
  /**
   * `waits`: earned, but the lifter usually stays at a weight longer. Whether it can be done is unknown if it is `due`
   * (every raise so far succeeded) or `untested` (every session was the same).
   */
  readonly kind: 'earned' | 'waits' | 'due' | 'untested'
  readonly load: number
  readonly reps: number
}

/** The next load up, if recent sessions call for it. */
export function moreWeight(context: Context): MoreWeight | undefined {
  const { up: load, low } = context
  if (load === undefined) return undefined
  const earned = earnsWeight(context, load) ? low : (peakReps(context, load) ?? leapReps(context, load))
  if (earned !== undefined) {
    const waits = !isEasy(context, load) && staysUsually(context)
    return { kind: waits ? 'waits' : 'earned', load, reps: earned }
  }
  if (isDue(context)) return { kind: 'due', load, reps: low }
  return isUntested(context, load) ? { kind: 'untested', load, reps: triedReps(context, load) } : undefined
}

/** What is tried with no more than two reps in reserve to go by is at least as likely as not, and no single. */
const leastTried = 0.75

function triedReps({ expected, low }: Context, up: number): number {
  const likely = withReserve(expected, low)
  let reps = low
  while (reps > leastTried * low && chanceOf(likely, up, reps) < 0.5) reps--
  return Math.max(1, reps)
}

/** Whether all sets reached the top reps, or the first one did and the others came close enough for the next load. */
export function isHit({ top, need, step, working }: Context, done: readonly number[]): boolean {
  if (done.every((reps) => reps >= top)) return true
  const enough = step > largeStep * working ? 0.8 * need : need
  return (done[0] ?? 0) >= top && done.every((reps) => reps >= enough)
}

function earnsWeight(context: Context, up: number): boolean {
  const { expected, low, range, done, anchor } = context
  const chance = chanceOf(expected, up, low)
  // After sets to failure, more weight must be more likely than not.
  if (isAtLimit(anchor)) return isHit(context, done) && chance >= 0.5
  if (isHit(context, done) && chance >= 0.4) return true
  if (heldAtTop(context, up) && chance >= 0.3) return true
  const allInRange = done.every((reps) => reps >= low)
  if (allInRange && done.some((reps) => reps > range.high) && chanceOf(expected, up, low + 2) >= 0.75)
    return true
  return isEasy(context, up)
}

/** Three sessions at the load, the last two all at the top, and the next load not missed lately. */
function heldAtTop({ lift, slot, working, top, low }: Context, up: number): boolean {
  const last = slot.slice(-3)
  if (last.length < 3 || last.some(({ sets }) => workingLoad(sets) !== working)) return false
  const missed = lift.recent.some(({ sets }) => sets.some(({ load, reps }) => load >= up && reps < low))
  return (
    !missed &&
    last.slice(1).every(({ sets }) => sets.every(({ load, reps }) => load < working || reps >= top))
  )
}

/** Whether all sets are in the range, with a logged effort of more than two reps in reserve. */
function isEasy({ expected, low, done, anchor }: Context, up: number): boolean {
  const reserves = anchor.sets.flatMap(({ rir }) => (rir === undefined ? [] : [rir]))
  const easy = reserves.length > 0 && Math.min(...reserves) >= 2.5
  return easy && done.every((reps) => reps >= low) && chanceOf(expected, up, low) >= 0.6
}

/** This many raises in a row make a habit. */
const habitRaises = 3

/**
 * Whether a lifter who keeps raising the load successfully is due for the next raise, like a novice on a linear program.
 * The chance of success is unknown, because nothing has been too heavy yet.
 */
function isDue(context: Context): boolean {
  const { lift, done, low, sessionsBack: back } = context
  if (back > 1 || !isHit(context, done)) return false
  const loads = lift.recent.map(({ sets }) => workingLoad(sets))
  const rises = loads.slice(1).map((load, index) => load - (loads[index] ?? load))
  if (rises.length >= habitRaises && rises.slice(-habitRaises).every((rise) => rise > 0)) return true
  const raises = rises.filter((rise) => rise > 0).length
  const isMade = lift.recent.every(({ sets }, index) =>
    sets.every(({ load, reps }) => load < (loads[index] ?? load) || reps >= low),
  )
  if (raises < habitRaises || rises.some((rise) => rise < 0) || !isMade) return false
  const since = rises.length - rises.findLastIndex((rise) => rise > 0)
  return since >= Math.round((loads.length - since) / raises)
}

/** The next reps of a lifter who is peaking: heavier each time, for fewer and fewer reps. */
function peakReps(
  { lift, done, low, expected, sessionsBack: back }: Context,
  up: number,
): number | undefined {
  const sessions = lift.recent.slice(-1 - habitRaises)
  if (back > 1 || sessions.length <= habitRaises) return undefined
  const works = sessions.map(({ sets }) => {
    const load = workingLoad(sets)
    return { load, most: Math.max(...sets.filter((set) => set.load === load).map(({ reps }) => reps)) }
  })
  const pairs = works.slice(1).map((after, index) => ({ before: works[index] ?? after, after }))
  const [first, last] = [works[0], works.at(-1)]
  const isPeaking =
    pairs.every(({ before, after }) => after.load >= before.load && after.most <= before.most) &&
    pairs.every(({ before, after }) => after.load > before.load || after.most < before.most) &&
    (last?.load ?? 0) > (first?.load ?? 0)
  const reps = Math.min(low, ...done)
  return isPeaking && reps > 0 && chanceOf(expected, up, reps) >= 0.5 ? reps : undefined
}

/** Beyond this, more reps say nothing more about strength. */
const maxStrengthReps = 20

/** A lifter who did this few reps some sessions ago doesn't train with twenty by choice. */
const climbedFromReps = 18

/** The fewest reps to prescribe after a leap. */
const minLeapReps = 5

/** The reps at which the next load, a large step away, is likely, once all sets have reached twenty reps. */
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

/** A lifter who raises less often than this, as a share, is asked for more weight only every fourth time. */
const minRaiseShare = 0.6
const askEvery = 4

/** Whether the lifter usually stays at a weight they have made, and this isn't the fourth time they made it. */
function staysUsually(context: Context): boolean {
  const { lift, options } = context
  const own = raiseHabitOf(lift, (reps) => isHit(context, reps))
  const share = raiseShare(own, options.habit ?? { raises: 0, choices: 0 })
  return share < minRaiseShare && !isFourthTime(context)
}

/** Whether a set of a session was logged with less than one rep left. */
export const isAtLimit = ({ sets }: LiftSession): boolean =>
  sets.some(({ rir }) => rir !== undefined && rir < 1)

/** Sessions kept, of which none missed, that leave open what the lifter could do. */
const untestedSessions = 8
/** A larger step than this share isn't tried without evidence. */
const smallStep = 0.08

/**
 * Whether every recent session was the same, so that nothing shows what more the lifter could do: every fourth time they
 * are asked to try a small step.
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

/** Whether any of the sessions kept, of the kind that comes next, fell short at its own working load. */
export function hasMissed(context: Context): boolean {
  return context.slot.some(({ sets }) => {
    const load = workingLoad(sets)
    return !isHit(
      context,
      sets.filter((set) => set.load === load).map(({ reps }) => reps),
    )
  })
}

/** In how many sessions of this kind running, of those kept, the load was made. */
function timesMade(context: Context): number {
  const { lift, working, sessionsBack: back } = context
  let times = 0
  for (let at = lift.recent.length - back; at >= 0; at -= back) {
    const sets = lift.recent[at]?.sets ?? []
    const reps = sets.filter(({ load }) => load === working).map((set) => set.reps)
    if (workingLoad(sets) !== working || !isHit(context, reps)) break
    times++
  }
  return times
}
