import { expectedLevel, growth } from './forecast.ts'
import { failedLevel, sessionLevel } from './level.ts'
import { addMiss, type SessionMiss } from './misses.ts'
import type { LifterState, LiftSession, LiftState, Stall } from './state.ts'
import { lastLoads, withLast, withSession, workingLoad } from './structure.ts'

/** The number of recent sessions that are kept to infer the structure of a lift. */
const recentSessions = 8
const maxLoadsSeen = 24
const maxJumps = 5
/** The number of sessions after which misses adjust the width of intervals. */
const minSessionsForWidth = 3
/** The smallest rise of the level that counts as progress, as a difference of logarithms. */
const minProgress = 0.005

/** The states of a lift and its lifter after a session. */
export interface FoldedStates {
  readonly lift: LiftState
  readonly lifter: LifterState
  /** Undefined for the first session, of which nothing was expected. */
  readonly miss: SessionMiss | undefined
}

/**
 * Folds a session into the state of a lift and its lifter. Upward evidence counts more than a bad day. The
 * effect of a layoff is tracked separately in `absence`, which fades, so that it isn't learned as lost strength.
 * Sessions must come in chronological order, and the first must have a set with reps.
 */
export function foldSession(lift: LiftState, lifter: LifterState, session: LiftSession): FoldedStates {
  const { center, absence, gapWeight, widening } = expectedLevel(lift, session.day)
  const best = sessionLevel(session.sets)
  // Failed attempts can lower the level, but never raise it.
  const shownLevel = best > Number.NEGATIVE_INFINITY ? best : Math.min(failedLevel(session.sets), center)
  if (lift.sessions === 0) {
    const first = foldStructure(lift, session, shownLevel, { ...lift, level: shownLevel })
    return { lift: first, lifter, miss: undefined }
  }
  const difference = shownLevel - center
  const miss = {
    shownLevel,
    center,
    widening,
    adjustsWidth: lift.sessions >= minSessionsForWidth,
    isBadDeload: session.deload === true && difference < 0,
  }
  const misses = addMiss(miss, lift, lifter)
  return {
    lift: foldStructure(lift, session, shownLevel, {
      level:
        lift.level + growth(lift.sessions) + gain(lift.sessions, difference, session, gapWeight) * difference,
      absence: 0.8 * absence,
      error: misses.lift.error,
      errorWeight: misses.lift.errorWeight,
    }),
    lifter: misses.lifter,
    miss,
  }
}

/** The share of a miss by which the level moves. */
function gain(sessions: number, miss: number, { deload, planned }: LiftSession, gapWeight: number): number {
  // A session that was planned to be light says nothing about a loss.
  if (planned && miss < 0) return 0
  const usual = miss > 0 ? 0.85 : deload ? 0.3 : 0.55
  const early = Math.max(usual, 1 / (sessions + 1))
  return early + (1 - early) * 0.6 * gapWeight
}

/** The parts of a state that depend on the forecast. */
type Levels = Pick<LiftState, 'level' | 'error' | 'errorWeight' | 'absence'>

/** Adds the parts that need no forecast. The result lists every member, because spreading the old state is slow. */
function foldStructure(
  lift: LiftState,
  session: LiftSession,
  shownLevel: number,
  { level, error, errorWeight, absence }: Levels,
): LiftState {
  const { sets, day } = session
  const { recent } = lift
  const load = workingLoad(sets)
  let { loadsSeen, smallestLoad, largestLoad, mostReps } = lift
  let previousLoad: number | undefined
  for (const set of sets) {
    // A failed attempt doesn't show that its load has been lifted.
    if (set.reps === 0) continue
    if (set.load !== previousLoad && loadsSeen.lastIndexOf(set.load) < 0)
      loadsSeen = withLast(loadsSeen, set.load, maxLoadsSeen)
    previousLoad = set.load
    smallestLoad = Math.min(smallestLoad, set.load)
    largestLoad = Math.max(largestLoad, set.load)
    mostReps = Math.max(mostReps, set.reps)
  }
  // The mean differences between the working load and those of one to four sessions before.
  const lagError = lift.lagError.slice()
  const lagWeight = lift.lagWeight.slice()
  let rise = 0
  const loadsThen = lastLoads(recent)
  for (let back = 1; back <= loadsThen.length; back++) {
    const loadThen = loadsThen[loadsThen.length - back] ?? load
    if (back === 1) rise = load - loadThen
    const difference = load === loadThen ? 0 : Math.abs(Math.log(load) - Math.log(loadThen))
    lagError[back] = 0.9 * (lagError[back] ?? 0) + difference
    lagWeight[back] = 0.9 * (lagWeight[back] ?? 0) + 1
  }
  return {
    sessions: lift.sessions + 1,
    level,
    error,
    errorWeight,
    absence,
    day,
    recent: withSession(recent, session, load, recentSessions),
    loadsSeen,
    smallestLoad,
    largestLoad,
    mostReps,
    lagError,
    lagWeight,
    jumps: rise > 0 ? withLast(lift.jumps, rise, maxJumps) : lift.jumps,
    stall: foldStall(lift.stall, session, shownLevel, load),
  }
}

function foldStall(stall: Stall, { day, sets }: LiftSession, shownLevel: number, working: number): Stall {
  let repsAtLoad = 0
  let load = working
  for (const set of sets) {
    if (set.load !== working) continue
    repsAtLoad = Math.max(repsAtLoad, set.reps)
    // With added weight, the load to beat is that on the belt, whatever the lifter weighs.
    load = set.added ?? working
  }
  const isHeavier = repsAtLoad > 0 && load > stall.bestLoad
  const moreReps = load === stall.bestLoad && repsAtLoad > stall.bestRepsAtLoad
  const isBetter = shownLevel > stall.best + minProgress || isHeavier || moreReps
  return {
    best: Math.max(stall.best, shownLevel),
    bestLoad: isHeavier ? load : stall.bestLoad,
    bestRepsAtLoad: isHeavier || moreReps ? repsAtLoad : stall.bestRepsAtLoad,
    sessionsSince: isBetter ? 0 : stall.sessionsSince + 1,
    sinceDay: isBetter ? day : stall.sinceDay,
  }
}
