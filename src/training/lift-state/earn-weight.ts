import { chanceOf, withReserve } from './forecast.ts'
import type { Context } from './prescribe-context.ts'
import { raiseHabitOf, raiseShare } from './raise-habit.ts'
import type { LiftSession } from './state.ts'
import { workingLoad } from './structure.ts'

/** A step of more than this share of the load is a jump: reps go further before it. */
export const largeStep = 0.12

/** The next load up, with the reps to do there. */
export interface MoreWeight {
  /**
   * `waits`: it was earned, but the lifter usually stays. Nothing shows whether it can be done where it is `due`, because
   * every raise so far was made, or `untested`, because the same was done every time.
   */
  readonly kind: 'earned' | 'waits' | 'due' | 'untested'
  readonly load: number
  readonly reps: number
}

/** The next load up, if the last sessions call for it. */
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

/** All sets at the top, or the first one there and the others near enough for the next load. */
export function isHit({ top, need, step, working }: Context, done: readonly number[]): boolean {
  if (done.every((reps) => reps >= top)) return true
  const enough = step > largeStep * working ? 0.8 * need : need
  return (done[0] ?? 0) >= top && done.every((reps) => reps >= enough)
}

function earnsWeight(context: Context, up: number): boolean {
  const { expected, low, range, done, anchor } = context
  const chance = chanceOf(expected, up, low)
  // Whoever had nothing left isn't asked for more unless it is more likely than not.
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

/** All sets in the range, with effort logged that leaves more than two reps. */
function isEasy({ expected, low, done, anchor }: Context, up: number): boolean {
  const reserves = anchor.sets.flatMap(({ rir }) => (rir === undefined ? [] : [rir]))
  const easy = reserves.length > 0 && Math.min(...reserves) >= 2.5
  return easy && done.every((reps) => reps >= low) && chanceOf(expected, up, low) >= 0.6
}

/** So many raises make a habit. */
const raisesOfHabit = 3

/**
 * Whether a lifter who raises again and again, and makes it, is due for the next raise: a novice on a linear program. How
 * likely it is stays open, because nothing was ever too heavy.
 */
function isDue(context: Context): boolean {
  const { lift, done, low, sessionsBack: back } = context
  if (back > 1 || !isHit(context, done)) return false
  const loads = lift.recent.map(({ sets }) => workingLoad(sets))
  const rises = loads.slice(1).map((load, index) => load - (loads[index] ?? load))
  if (rises.length >= raisesOfHabit && rises.slice(-raisesOfHabit).every((rise) => rise > 0)) return true
  const raises = rises.filter((rise) => rise > 0).length
  const isMade = lift.recent.every(({ sets }, index) =>
    sets.every(({ load, reps }) => load < (loads[index] ?? load) || reps >= low),
  )
  if (raises < raisesOfHabit || rises.some((rise) => rise < 0) || !isMade) return false
  const since = rises.length - rises.findLastIndex((rise) => rise > 0)
  return since >= Math.round((loads.length - since) / raises)
}

/** The reps with which a lifter who peaks goes on: heavier each time, with ever fewer reps. */
function peakReps(
  { lift, done, low, expected, sessionsBack: back }: Context,
  up: number,
): number | undefined {
  const sessions = lift.recent.slice(-1 - raisesOfHabit)
  if (back > 1 || sessions.length <= raisesOfHabit) return undefined
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

/** Past so many reps, more of them say no more about strength. */
const tellingReps = 20
/** Whoever had no more reps than this a few sessions ago doesn't train with twenty by choice. */
const climbsFrom = 18
/** A leap leaves at least so many reps. */
const leastReps = 5

/** Where all sets have had twenty reps or more, the fewer reps with which the next load, a large step away, is likely. */
function leapReps({ lift, working, done, low, expected }: Context, up: number): number | undefined {
  if (up <= (1 + largeStep) * working) return undefined
  const hasClimbed = lift.recent.some((session) =>
    session.sets.some(({ load, reps }) => load === working && reps <= climbsFrom),
  )
  if (!hasClimbed || done.some((reps) => reps < tellingReps)) return undefined
  let reps = Math.min(low, tellingReps)
  while (reps >= leastReps && chanceOf(expected, up, reps) < 0.5) reps--
  return reps < leastReps ? undefined : reps
}

/** A lifter who raises in fewer cases than this is asked for more weight only now and then. */
const usualShare = 0.6
const insistEvery = 4

/** Whether the lifter usually stays at a weight that they have made, and hasn't just made it for the fourth time. */
function staysUsually(context: Context): boolean {
  const { lift, options } = context
  const own = raiseHabitOf(lift, (reps) => isHit(context, reps))
  const share = raiseShare(own, options.habit ?? { raises: 0, choices: 0 })
  return share < usualShare && !isFourthTime(context)
}

/** Whether a set of a session was logged with less than one rep left. */
export const isAtLimit = ({ sets }: LiftSession): boolean =>
  sets.some(({ rir }) => rir !== undefined && rir < 1)

/** Sessions kept, of which none missed, that leave open what the lifter could do. */
const untestedSessions = 8
/** A step of more than this share isn't tried without a sign. */
const smallStep = 0.08

/**
 * Whether the lifter has made the same in every session kept, so that nothing shows what they could do: every fourth time
 * they are asked to try a small step.
 */
function isUntested(context: Context, up: number): boolean {
  const { lift, working, anchor, sessionsBack: back } = context
  return (
    back === 1 &&
    !isAtLimit(anchor) &&
    lift.recent.length >= untestedSessions &&
    up <= (1 + smallStep) * working &&
    timesMade(context) >= untestedSessions &&
    lift.sessions % insistEvery === 0
  )
}

function isFourthTime(context: Context): boolean {
  const { lift, sessionsBack: back } = context
  const times = timesMade(context)
  return (times * back >= lift.recent.length ? lift.sessions : times) % insistEvery === 0
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
