import {
  alike,
  type Decide,
  type Decision,
  done,
  lighterStart,
  sameWeight,
  setCount,
  stepWarning,
  toDo,
  usualRpe,
} from './decision.ts'
import type { LinearScheme } from './schemes.ts'
import { timesText } from './text.ts'
import type { Session } from './types.ts'

/** The defaults: up after each success, 10 % down after three failures in a row. */
const linearDefaults = { reps: 5, successes: 1, failures: 3, decrementPercent: 10 } as const

type Outcome = 'start' | 'raised' | 'counted' | 'missed' | 'lowered' | 'heaviest'

interface State {
  weight: number
  /** The weight before the last change. */
  from: number
  successes: number
  failures: number
  outcome: Outcome
}

const given = <Value>(value: Value | undefined, otherwise: Value) => value ?? otherwise

function succeeded({ atWeight }: Session, { sets, reps, targetRpe }: LinearScheme): boolean {
  const judged = sets === undefined ? atWeight : atWeight.slice(0, sets)
  const goal = given(reps, linearDefaults.reps)
  return (
    judged.length >= (sets ?? 1) &&
    judged.every(
      (set) => set.reps >= goal && !(targetRpe !== undefined && set.rpe !== undefined && set.rpe > targetRpe),
    )
  )
}

/**
 * Linear progression: all reps made, at or below the target RPE, is a success; after `successes` of them the
 * weight rises, after `failures` in a row it falls, and both counts start over. Someone who lifts a different
 * weight than prescribed continues from there with new counts.
 */
export const decideLinear: Decide<LinearScheme> = ({ scheme, before, since, lift }) => {
  const successes = given(scheme.successes, linearDefaults.successes)
  const failures = given(scheme.failures, linearDefaults.failures)
  const percent = given(scheme.decrementPercent, linearDefaults.decrementPercent)
  const reps = given(scheme.reps, linearDefaults.reps)
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight was logged yet.' }
  const start = since.length === 0 ? lighterStart(lift, last, reps, false) : undefined
  const first = start ?? lift.kept((before.at(-1) ?? last).weight ?? last.weight)
  const state: State = { weight: first, from: first, successes: 0, failures: 0, outcome: 'start' }
  for (const session of since) {
    if (session.weight === undefined) continue
    if (!sameWeight(session.weight, state.weight))
      Object.assign(state, { weight: session.weight, successes: 0, failures: 0 })
    state.from = state.weight
    if (succeeded(session, scheme)) {
      state.failures = 0
      state.successes++
      state.outcome = 'counted'
      if (state.successes < successes) continue
      const raised = lift.raised(state.weight, lift.increment(scheme.incrementGrams))
      Object.assign(state, { successes: 0, outcome: raised === undefined ? 'heaviest' : 'raised' })
      state.weight = raised ?? state.weight
    } else {
      state.failures++
      state.outcome = 'missed'
      if (state.failures < failures) continue
      state.weight = lift.lowered(state.weight, percent, session)
      Object.assign(state, { failures: 0, successes: 0, outcome: 'lowered' })
    }
  }
  const weight = lift.kept(state.weight)
  const sets = alike(setCount(scheme.sets, last), {
    weight,
    reps: { min: reps, max: reps },
    rpe: scheme.targetRpe ?? usualRpe,
  })
  const next = toDo(lift, sets)
  const was = done(lift, last.atWeight)
  const words: Record<Outcome, string> = {
    start:
      start === undefined
        ? `Begins at your last weight: ${next}.`
        : `Your last workout was ${was}; ${reps} reps begin lighter: ${next}.`,
    raised: `${was} done${successes > 1 ? ` ${timesText(successes)}` : ''}: now ${next}.`,
    counted: `${was} done ${timesText(state.successes)} of ${successes}: the same again, ${next}.`,
    missed: `${was}: a miss, ${state.failures} of ${failures} in a row. The same again, ${next}.`,
    lowered: `Missed ${timesText(failures)} in a row at ${lift.sayWeight(state.from)}: ${percent} % less, now ${next}.`,
    heaviest: `${was} done, but nothing heavier can be loaded: the same again, ${next}.`,
  }
  return {
    rule: `linear.${state.outcome}`,
    sets,
    reasons: [
      words[state.outcome],
      ...(state.outcome === 'raised' ? stepWarning(lift, state.from, weight) : []),
    ],
    sessions: since.length > 0 ? since.slice(-Math.max(successes, failures)) : [last],
  } satisfies Decision
}
