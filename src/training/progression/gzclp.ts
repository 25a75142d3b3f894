import { usualReserve } from '../lift-state/forecast.ts'
import { percentOfMax } from '../rpe-chart.ts'
import { type Decide, type Decision, doneText, repeatSet, toDoText } from './decision.ts'
import { decideTier2, decideTier3 } from './gzclp-volume.ts'
import type { Lift } from './lift.ts'
import { isFailed, isLightDay } from './light-days.ts'
import type { GzclpScheme } from './schemes.ts'
import type { Session } from './types.ts'

/** The stages of tier 1; the last set of each is open-ended. */
export const gzclpStages = [
  { sets: 5, reps: 3 },
  { sets: 6, reps: 2 },
  { sets: 10, reps: 1 },
] as const

/** The weight at which to start over, as a share of the five-rep max. */
export const gzclpRestart = 0.85
const testReps = 5
/** The drop after sets without a rep, in percent. */
const stepBackPercent = 10

type Outcome = 'start' | 'raised' | 'next_stage' | 'test' | 'restart' | 'heaviest' | 'step_back'

interface State {
  weight: number
  /** The index of the stage; the test comes after the last one. */
  stage: number
  outcome: Outcome
}

/**
 * The heaviest weight lifted for five or more reps, or else the weight that the chart gives for the one-rep max. At the
 * start, the heavier of both, because sets of ten reps understate it.
 */
function fiveRepMax(sessions: readonly Session[], lift: Lift, isStart = false): number | undefined {
  const weights = sessions.flatMap(({ sets }) =>
    sets.flatMap(({ weight, reps }) => (weight !== undefined && reps >= testReps ? [weight] : [])),
  )
  const last = sessions.at(-1)
  const estimates = sessions.flatMap((session) => lift.oneRepMax(session) ?? [])
  if (last && estimates.length > 0 && (isStart || weights.length === 0))
    weights.push(lift.forLoad((Math.max(...estimates) * (percentOfMax(testReps, 10) ?? 0)) / 100, last) ?? 0)
  return weights.length > 0 ? Math.max(...weights) : undefined
}

function restartWeight(sessions: readonly Session[], lift: Lift, isStart = false): number | undefined {
  const max = fiveRepMax(sessions, lift, isStart)
  const last = sessions.at(-1)
  return max === undefined || !last ? undefined : lift.lowered(max, (1 - gzclpRestart) * 100, last)
}

function judge(state: State, session: Session, lift: Lift, increment: number): void {
  const stage = gzclpStages[state.stage]
  if (!stage) {
    const weight = restartWeight([session], lift) ?? state.weight
    Object.assign(state, { weight, stage: 0, outcome: 'restart' })
    return
  }
  if (session.weight === undefined) return
  state.weight = session.weight
  const setsMade = session.atWeight.filter(({ reps }) => reps >= stage.reps).length
  if (setsMade >= stage.sets) {
    const raised = lift.raised(state.weight, increment)
    Object.assign(state, {
      weight: raised ?? state.weight,
      outcome: raised === undefined ? 'heaviest' : 'raised',
    })
  } else if (isFailed(session) && state.stage < gzclpStages.length - 1) {
    Object.assign(state, {
      weight: lift.lowered(state.weight, stepBackPercent, session),
      outcome: 'step_back',
    })
  } else {
    state.stage++
    state.outcome = state.stage < gzclpStages.length ? 'next_stage' : 'test'
  }
}

/** The stage that a session's sets show, if it is later than expected or a test was due; else the expected stage. */
function stageDone(stage: number, { atWeight }: Session): number {
  const logged = gzclpStages.findIndex(
    ({ sets, reps }, index) =>
      index > 0 &&
      atWeight.length === sets &&
      atWeight.slice(0, -1).every((set) => set.reps <= reps) &&
      index !== stage,
  )
  return logged > stage || (logged > 0 && stage >= gzclpStages.length) ? logged : stage
}

/**
 * GZCLP, tier 1 (Cody Lefever): 5 × 3+, on failure 6 × 2+ and 10 × 1+ at the same weight; each success adds
 * weight. Before the last stage, a session without a rep lowers the weight by a tenth instead. Failing the last stage
 * calls for a five-rep test. The scheme then starts over at 0.85 of the five-rep max, as when it is first chosen.
 */
const decideTier1: Decide<GzclpScheme> = ({ scheme, before, since, lift }) => {
  const last = since.at(-1) ?? before.at(-1)
  if (!last) return { undecided: 'No workout with this exercise yet.' }
  const start = before.length > 0 ? restartWeight(before.slice(-3), lift, true) : last.weight
  if (start === undefined)
    return {
      undecided:
        'Your five-rep max isn’t known: no logged set has five reps or gives a one-rep max estimate.',
    }
  const state: State = { weight: start, stage: 0, outcome: 'start' }
  let judged = last
  const increment = lift.increment(scheme.incrementGrams)
  for (const [index, session] of since.entries()) {
    const next = since[index + 1]
    // A five-rep test is lighter, too. But if another session followed, it may have been a light day instead.
    const isTest = !gzclpStages[state.stage] && !next
    if (index > 0 && !isTest && isLightDay(since, index, state.weight)) continue
    if (index > 0) state.stage = stageDone(state.stage, session)
    judge(state, session, lift, increment)
    judged = session
  }
  const stage = gzclpStages[state.stage]
  const testWeight = fiveRepMax(since.slice(-6), lift) ?? state.weight
  const weight = lift.loadable(stage ? state.weight : testWeight)
  const { sets: count, reps } = stage ?? { sets: 1, reps: testReps }
  const sets = repeatSet(count, { weight, reps: { min: reps, max: reps } }).map((set, index) =>
    index === count - 1 ? { ...set, openEnded: true as const } : set,
  )
  const didText = doneText(lift, judged.atWeight)
  const next = toDoText(lift, sets)
  const reasonTexts: Record<Outcome, string> = {
    start:
      before.length > 0
        ? `Start at ${gzclpRestart * 100}% of your five-rep max: ${next}.`
        : `Start with ${next}.`,
    raised: `You did ${didText}, so move up to ${next}.`,
    heaviest: `You did ${didText}, but nothing heavier can be loaded: repeat ${next}.`,
    next_stage: `You missed with ${didText}, so keep the weight in smaller sets: ${next}.`,
    test: `You missed the last stage with ${didText}, so find your five-rep max, working up from ${next}.`,
    step_back: `You got no reps at ${lift.weightText(judged.weight ?? weight)}, so drop ${lift.percentLess(judged.weight ?? weight, weight, judged)}% to ${next}.`,
    restart: `You tested ${didText}, so start again at ${gzclpRestart * 100}% of your five-rep max: ${next}.`,
  }
  return {
    rule: `gzclp.${state.outcome}`,
    sets,
    reasons: [reasonTexts[state.outcome]],
    sessions: since.length > 0 ? since.slice(-1) : before.slice(-3),
    // Sets of at most three reps don't show how many are possible.
    reserve: state.outcome === 'raised' || state.outcome === 'test' ? usualReserve : 0,
  } satisfies Decision
}

/** GZCLP by its tier: heavy, volume, or light. */
export const decideGzclp: Decide<GzclpScheme> = (input) => {
  switch (input.scheme.tier ?? 1) {
    case 1:
      return decideTier1(input)
    case 2:
      return decideTier2(input)
    case 3:
      return decideTier3(input)
  }
}
