import { countText } from '#lib/count-text.ts'
import { usualReserve } from '../lift-state/forecast.ts'
import {
  type Decide,
  type Decision,
  doneText,
  effortAfter,
  lighterStart,
  repeatSet,
  sameWeight,
  setCount,
  stepWarning,
  toDoText,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import type { Lift } from './lift.ts'
import { isFailed, isLightDay } from './light-days.ts'
import type { LinearScheme } from './schemes.ts'
import { timesText } from './text.ts'
import type { Session } from './types.ts'

/** The defaults: up after each success, 10% down after three failures in a row. */
const linearDefaults = { reps: 5, successes: 1, failures: 3, decrementPercent: 10 } as const

type Outcome = 'start' | 'raised' | 'counted' | 'missed' | 'lowered' | 'heaviest' | 'build_reps' | 'step_back'

interface State {
  weight: number
  /** The weight used in the last session that counted. */
  used: number
  successes: number
  failures: number
  /** The reps to do, if they differ from the scheme's. */
  reps: number | undefined
  /** The weights that proved too heavy, oldest first. */
  falls: number[]
  outcome: Outcome
}

/** If the next lighter weight is a larger drop than this, in percent, fewer reps are done instead. */
const maxDropPercent = 20
const fewerRepsShare = 0.6

/** Two drops within this factor of each other make a third attempt pointless. */
const sameFall = 1.025
const stalledAdvice =
  'That is your second drop at about this weight: try smaller steps, or double progression.'

function hasStalled({ falls, outcome }: State, { bodyGrams }: Session, lift: Lift): boolean {
  const [previousFall, lastFall] = falls.slice(-2)
  if (outcome !== 'lowered' || previousFall === undefined || lastFall === undefined) return false
  const body = bodyGrams ?? 0
  return lastFall + body <= sameFall * (previousFall + body) + lift.increment(undefined) / 2
}

function succeeded(
  { atWeight }: Session,
  { sets, reps = linearDefaults.reps, targetRpe }: LinearScheme,
): boolean {
  const judged = atWeight.slice(0, sets)
  return (
    judged.length >= (sets ?? 1) &&
    judged.every(
      (set) => set.reps >= reps && !(targetRpe !== undefined && set.rpe !== undefined && set.rpe > targetRpe),
    )
  )
}

/**
 * Linear progression: all reps made, at or below the target RPE, is a success; after `successes` of them the weight
 * rises, after `failures` in a row it falls, and both counts start over. Someone who lifts a different weight than
 * prescribed continues from there with new counts; a single light day is ignored. A session without a rep lowers the
 * weight immediately. Before a jump of more than 12%, more reps are built up.
 */
export const decideLinear: Decide<LinearScheme> = ({ scheme, before, since, lift }) => {
  const {
    successes = linearDefaults.successes,
    failures = linearDefaults.failures,
    decrementPercent = linearDefaults.decrementPercent,
    reps = linearDefaults.reps,
  } = scheme
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const start = since.length === 0 ? lighterStart(lift, last, reps, false) : undefined
  const first = start ?? lift.loadable((before.at(-1) ?? last).weight ?? last.weight)
  const state: State = {
    weight: first,
    used: first,
    successes: 0,
    failures: 0,
    reps: undefined,
    falls: [],
    outcome: 'start',
  }
  let judged = last
  const fall = (session: Session, outcome: Outcome) => {
    const lower = lift.lowered(state.weight, decrementPercent, session)
    const isFar = lift.percentLess(state.weight, lower, session) > maxDropPercent
    state.falls.push(state.weight)
    if (isFar) state.reps = Math.max(1, Math.floor(fewerRepsShare * reps))
    else state.weight = lower
    Object.assign(state, { failures: 0, successes: 0, outcome })
  }
  for (const [index, session] of since.entries()) {
    if (session.weight === undefined) continue
    if (index > 0 && isLightDay(since, index, state.weight)) continue
    judged = session
    if (!sameWeight(session.weight, state.weight))
      Object.assign(state, { weight: session.weight, successes: 0, failures: 0 })
    state.used = state.weight
    state.reps = undefined
    if (succeeded(session, scheme)) {
      state.failures = 0
      state.successes++
      state.outcome = 'counted'
      if (state.successes < successes) continue
      const raised = lift.raised(state.weight, lift.increment(scheme.incrementGrams))
      const top = raised === undefined ? undefined : repsBeforeJump(session, state.weight, raised, reps)
      const minReps = Math.min(...session.atWeight.map((set) => set.reps))
      if (top !== undefined && minReps < top) {
        Object.assign(state, { successes: 0, outcome: 'build_reps', reps: minReps + 1 })
        continue
      }
      Object.assign(state, { successes: 0, outcome: raised === undefined ? 'heaviest' : 'raised' })
      state.weight = raised ?? state.weight
    } else if (isFailed(session)) {
      fall(session, 'step_back')
    } else {
      state.failures++
      state.outcome = 'missed'
      if (state.failures >= failures) fall(session, 'lowered')
    }
  }
  const weight = lift.loadable(state.weight)
  const sets = repeatSet(setCount(scheme.sets, judged), {
    weight,
    reps: { min: state.reps ?? reps, max: state.reps ?? reps },
    rpe: scheme.targetRpe ?? effortAfter(judged),
  })
  const next = toDoText(lift, sets)
  const didText = doneText(lift, judged.atWeight)
  const lightText =
    judged === last ? '' : `Last time (${doneText(lift, last.atWeight)}) was light and doesn’t count. `
  const percentLess = lift.percentLess(state.used, weight, judged)
  const downText =
    percentLess > 0
      ? `drop ${percentLess}% to ${next}`
      : `the next lighter weight is too far below, so do fewer reps, ${next}`
  const heavier = lift.raised(state.used, lift.increment(scheme.incrementGrams)) ?? state.used
  const jumpReps = repsBeforeJump(judged, state.used, heavier, reps) ?? reps
  const reasonTexts: Record<Outcome, string> = {
    start:
      start === undefined
        ? `Start at your last weight: ${next}.`
        : `Your last workout was ${didText}; for ${countText(reps, 'rep')}, start lighter: ${next}.`,
    raised: `You did ${didText}${successes > 1 ? ` ${timesText(successes)}` : ''}, so move up to ${next}.`,
    counted: `You did ${didText}, ${state.successes} of ${successes} times needed to move up: repeat ${next}.`,
    missed: `You missed the target with ${didText} (miss ${state.failures} of ${failures} before the weight drops): rest a minute longer between sets, and try ${next} again.`,
    lowered: `You missed ${timesText(failures)} in a row at ${lift.weightText(state.used)}: ${downText}.`,
    step_back: `You got no reps at ${lift.weightText(state.used)}: ${downText}.`,
    build_reps: jumpReason(lift, didText, state.used, heavier, jumpReps, next),
    heaviest: `You did ${didText}, but nothing heavier can be loaded: repeat ${next}.`,
  }
  return {
    rule: `linear.${state.outcome}`,
    sets,
    reasons: [
      lightText + reasonTexts[state.outcome],
      ...(hasStalled(state, judged, lift) ? [stalledAdvice] : []),
      ...(state.outcome === 'raised' ? stepWarning(lift, state.used, weight) : []),
    ],
    sessions: since.length > 0 ? since.slice(-Math.max(successes, failures)) : [last],
    reserve: state.outcome === 'raised' ? usualReserve : 0,
  } satisfies Decision
}
