import {
  type Decide,
  type Decision,
  done,
  effortAfter,
  lighterStart,
  repeatSet,
  sameWeight,
  setCount,
  stepWarning,
  toDo,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import type { Lift } from './lift.ts'
import { isFailed, isLightDay } from './light-days.ts'
import type { LinearScheme } from './schemes.ts'
import { timesText } from './text.ts'
import type { Session } from './types.ts'

/** The defaults: up after each success, 10 % down after three failures in a row. */
const linearDefaults = { reps: 5, successes: 1, failures: 3, decrementPercent: 10 } as const

type Outcome = 'start' | 'raised' | 'counted' | 'missed' | 'lowered' | 'heaviest' | 'build_reps' | 'step_back'

interface State {
  weight: number
  /** The weight before the last change. */
  from: number
  successes: number
  failures: number
  /** The reps to do, where they differ from the scheme’s. */
  reps: number | undefined
  /** The weights of past falls. */
  falls: number[]
  outcome: Outcome
}

/** If the next lighter weight is a larger drop than this, in percent, fewer reps are done instead. */
const maxDropPercent = 20
const fewerReps = 0.6

/** Two drops within this factor of each other make a third attempt pointless. */
const sameFall = 1.025
const stalledAdvice =
  'That is your second drop at about this weight: try smaller steps, or another scheme such as double progression.'

function hasStalled({ falls, outcome }: State, { bodyGrams }: Session, lift: Lift): boolean {
  const [before, last] = falls.slice(-2)
  if (outcome !== 'lowered' || before === undefined || last === undefined) return false
  const body = bodyGrams ?? 0
  return last + body <= sameFall * (before + body) + lift.increment(undefined) / 2
}

const orDefault = <Value>(value: Value | undefined, otherwise: Value) => value ?? otherwise

function succeeded({ atWeight }: Session, { sets, reps, targetRpe }: LinearScheme): boolean {
  const judged = sets === undefined ? atWeight : atWeight.slice(0, sets)
  const goal = orDefault(reps, linearDefaults.reps)
  return (
    judged.length >= (sets ?? 1) &&
    judged.every(
      (set) => set.reps >= goal && !(targetRpe !== undefined && set.rpe !== undefined && set.rpe > targetRpe),
    )
  )
}

/**
 * Linear progression: all reps made, at or below the target RPE, is a success; after `successes` of them the weight
 * rises, after `failures` in a row it falls, and both counts start over. Someone who lifts a different weight than
 * prescribed continues from there with new counts; a single light day is ignored. Sets without a rep lower the weight at
 * once. Before a jump of more than 12 %, more reps are built up.
 */
export const decideLinear: Decide<LinearScheme> = ({ scheme, before, since, lift }) => {
  const successes = orDefault(scheme.successes, linearDefaults.successes)
  const failures = orDefault(scheme.failures, linearDefaults.failures)
  const percent = orDefault(scheme.decrementPercent, linearDefaults.decrementPercent)
  const reps = orDefault(scheme.reps, linearDefaults.reps)
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const start = since.length === 0 ? lighterStart(lift, last, reps, false) : undefined
  const first = start ?? lift.kept((before.at(-1) ?? last).weight ?? last.weight)
  const state: State = {
    weight: first,
    from: first,
    successes: 0,
    failures: 0,
    reps: undefined,
    falls: [],
    outcome: 'start',
  }
  let judged = last
  const fall = (session: Session, outcome: Outcome) => {
    const lower = lift.lowered(state.weight, percent, session)
    const isFar = lift.percentLess(state.weight, lower, session) > maxDropPercent
    state.falls.push(state.weight)
    if (isFar) state.reps = Math.max(1, Math.floor(fewerReps * reps))
    else state.weight = lower
    Object.assign(state, { failures: 0, successes: 0, outcome })
  }
  for (const [index, session] of since.entries()) {
    if (session.weight === undefined) continue
    if (index > 0 && isLightDay(session, state.weight, since[index + 1])) continue
    judged = session
    if (!sameWeight(session.weight, state.weight))
      Object.assign(state, { weight: session.weight, successes: 0, failures: 0 })
    state.from = state.weight
    state.reps = undefined
    if (succeeded(session, scheme)) {
      state.failures = 0
      state.successes++
      state.outcome = 'counted'
      if (state.successes < successes) continue
      const raised = lift.raised(state.weight, lift.increment(scheme.incrementGrams))
      const top = raised === undefined ? undefined : repsBeforeJump(session, state.weight, raised, reps)
      const fewest = Math.min(...session.atWeight.map((set) => set.reps))
      if (top !== undefined && fewest < top) {
        Object.assign(state, { successes: 0, outcome: 'build_reps', reps: fewest + 1 })
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
  const weight = lift.kept(state.weight)
  const sets = repeatSet(setCount(scheme.sets, judged), {
    weight,
    reps: { min: state.reps ?? reps, max: state.reps ?? reps },
    rpe: scheme.targetRpe ?? effortAfter(judged),
  })
  const next = toDo(lift, sets)
  const was = done(lift, judged.atWeight)
  const light =
    judged === last ? '' : `Last time, ${done(lift, last.atWeight)}, was light and doesn’t count. `
  const less = lift.percentLess(state.from, weight, judged)
  const down =
    less > 0
      ? `drop ${less}% to ${next}`
      : `the next lighter weight is too far below, so do fewer reps, ${next}`
  const heavier = lift.raised(state.from, lift.increment(scheme.incrementGrams)) ?? state.from
  const until = repsBeforeJump(judged, state.from, heavier, reps) ?? reps
  const words: Record<Outcome, string> = {
    start:
      start === undefined
        ? `Start at your last weight: ${next}.`
        : `Your last workout was ${was}; for ${reps} reps, start lighter: ${next}.`,
    raised: `You did ${was}${successes > 1 ? ` ${timesText(successes)}` : ''}, so move up to ${next}.`,
    counted: `You did ${was}, ${state.successes} of ${successes} times needed to move up: repeat ${next}.`,
    missed: `You missed the target with ${was}, miss ${state.failures} of ${failures} before the weight drops: try ${next} again.`,
    lowered: `You missed ${timesText(failures)} in a row at ${lift.sayWeight(state.from)}: ${down}.`,
    step_back: `You got no reps at ${lift.sayWeight(state.from)}: ${down}.`,
    build_reps: jumpReason(lift, was, state.from, heavier, until, next),
    heaviest: `You did ${was}, but nothing heavier can be loaded: repeat ${next}.`,
  }
  return {
    rule: `linear.${state.outcome}`,
    sets,
    reasons: [
      light + words[state.outcome],
      ...(hasStalled(state, judged, lift) ? [stalledAdvice] : []),
      ...(state.outcome === 'raised' ? stepWarning(lift, state.from, weight) : []),
    ],
    sessions: since.length > 0 ? since.slice(-Math.max(successes, failures)) : [last],
  } satisfies Decision
}
