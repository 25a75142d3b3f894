import { comebackGap } from '../lift-state/breaks.ts'
import { strengthAfter } from '../lift-state/forecast.ts'
import { type Decide, type Decision, type PlannedSet, toDoText } from './decision.ts'
import { defaultIncrement } from './increments.ts'
import type { Lift } from './lift.ts'
import { isAfterBreak } from './light-days.ts'
import type { FiveThreeOneScheme } from './schemes.ts'
import type { Session } from './types.ts'

/**
 * A workout of the cycle: percentages of the training max, and reps. In the first three workouts, the last set is
 * open-ended.
 */
interface Week {
  readonly name: string
  readonly percents: readonly [number, number, number]
  readonly reps: readonly [number, number, number]
  readonly openEnded: boolean
}

/** The cycle of 5/3/1 (Wendler 2009). */
export const fiveThreeOneWeeks = [
  { name: '5s', percents: [65, 75, 85], reps: [5, 5, 5], openEnded: true },
  { name: '3s', percents: [70, 80, 90], reps: [3, 3, 3], openEnded: true },
  { name: '5/3/1', percents: [75, 85, 95], reps: [5, 3, 1], openEnded: true },
  { name: 'deload', percents: [40, 50, 60], reps: [5, 5, 5], openEnded: false },
] as const satisfies readonly Week[]

/** The training max as a share of the one-rep max, and of itself after a miss. */
export const trainingMaxShare = { ofOneRepMax: 0.9, afterMiss: 0.9 } as const

/** The reps that top sets leave in reserve: 85, 90 and 95% of a training max of 90% are a 9RM, 7RM and 5RM. */
const plannedReserve = 4

const twelveWeeksInDays = 84
/** The minimum weight of the heaviest set, as a share of the prescription; with less, it was a different workout. */
const minShare = 0.975

const bestOf = (sessions: readonly Session[], lift: Lift) =>
  sessions.reduce((best, session) => Math.max(best, lift.oneRepMax(session) ?? 0), 0)

interface State {
  trainingMax: number
  week: number
  outcome: 'start' | 'next_week' | 'next_cycle' | 'reset' | 'restart'
  /** Whether the last open-ended set showed no more than the minimum reps. */
  hidesLimit: boolean
  /** The days of the last break, for `restart`. */
  daysOff: number
}

function planned(
  { trainingMax, week }: State,
  lift: Lift,
  session: Pick<Session, 'bodyGrams'>,
): PlannedSet[] {
  const { percents, reps, openEnded }: Week = fiveThreeOneWeeks[week] ?? fiveThreeOneWeeks[0]
  return percents.map((percent, index) => ({
    weight: lift.forLoad((trainingMax * percent) / 100, session),
    reps: { min: reps[index] ?? 5, max: reps[index] ?? 5 },
    ...(openEnded && index === percents.length - 1 && { openEnded: true }),
  }))
}

/** After a break, a new cycle starts with what is left of the training max. */
const restartAfter = (state: State, gapDays: number): State =>
  Object.assign(state, {
    trainingMax: state.trainingMax * strengthAfter(gapDays),
    week: 0,
    outcome: 'restart',
    daysOff: gapDays,
  })

function judge(state: State, session: Session, lift: Lift, increment: number): void {
  const top = planned(state, lift, session).at(-1)
  if (top?.weight === undefined) return
  const minWeight = top.weight - Math.abs(top.weight) * (1 - minShare)
  const heaviest = Math.max(...session.sets.map(({ weight }) => weight ?? Number.NEGATIVE_INFINITY))
  if (heaviest < minWeight) return
  const minReps = top.reps?.min ?? 1
  const topSets = session.sets.filter(
    ({ weight, reps }) => (weight ?? Number.NEGATIVE_INFINITY) >= minWeight && reps >= minReps,
  )
  if (top.openEnded) state.hidesLimit = topSets.every(({ reps }) => reps === minReps)
  if (topSets.length === 0)
    Object.assign(state, {
      trainingMax: state.trainingMax * trainingMaxShare.afterMiss,
      week: 0,
      outcome: 'reset',
    })
  else if (state.week + 1 < fiveThreeOneWeeks.length)
    Object.assign(state, { week: state.week + 1, outcome: 'next_week' })
  else Object.assign(state, { trainingMax: state.trainingMax + increment, week: 0, outcome: 'next_cycle' })
}

/**
 * 5/3/1 (Wendler 2009): four workouts a cycle in percent of a training max, which rises after each cycle.
 * Missing the minimum reps of a top set lowers the training max by a tenth and starts a new cycle. A workout
 * lighter than prescribed counts as a different one. After a break, the training max falls by the share of
 * strength lost, and a new cycle starts. The initial training max is the chosen one, which requires no earlier workout,
 * or 0.9 × the best one-rep max of the preceding 12 weeks.
 */
export const decideFiveThreeOne: Decide<FiveThreeOneScheme> = ({ scheme, before, since, lift, gap = 0 }) => {
  const [first] = since
  const reference = before.length > 0 ? before : since.slice(0, 1)
  const last = since.at(-1) ?? before.at(-1)
  const chosenMax = scheme.trainingMaxGrams
  if (!last && chosenMax === undefined) return { undecided: 'No workout with this exercise yet.' }
  const firstDay = (first?.day ?? last?.day ?? 0) - twelveWeeksInDays
  const recent = reference.filter(({ day }) => day >= firstDay)
  const trainingMax =
    chosenMax ?? trainingMaxShare.ofOneRepMax * bestOf(recent.length > 0 ? recent : reference, lift)
  if (!(trainingMax > 0))
    return {
      undecided:
        'Your training max isn’t known: you haven’t set one, and no logged set gives a one-rep max estimate.',
    }
  const state: State = { trainingMax, week: 0, outcome: 'start', hidesLimit: false, daysOff: 0 }
  const increment = scheme.incrementGrams ?? defaultIncrement(lift.facts, lift.unit)
  const judged = chosenMax === undefined && before.length === 0 ? since.slice(1) : since
  for (const session of judged) {
    const previous = since[since.indexOf(session) - 1]
    if (previous && isAfterBreak(session, previous)) restartAfter(state, session.day - previous.day)
    judge(state, session, lift, increment)
  }
  if (gap > comebackGap && since.length > 0) restartAfter(state, gap)
  const sets = planned(state, lift, last ?? { bodyGrams: undefined })
  if (sets.some(({ weight }) => weight === undefined))
    return { undecided: 'Your bodyweight is part of the load, but it isn’t known.' }
  const max = lift.weightText(Math.round(state.trainingMax - (last?.bodyGrams ?? 0)))
  const { name, percents }: Week = fiveThreeOneWeeks[state.week] ?? fiveThreeOneWeeks[0]
  const next = `workout ${state.week + 1} of 4 (${name}): ${toDoText(lift, sets)}, ${percents.join('/')}% of ${max}`
  const reasonTexts: Record<State['outcome'], string> = {
    start: `Start with a training max of ${max}: ${next}.`,
    next_week: `You made the last workout, so on to ${next}.`,
    next_cycle: `You finished a cycle, so your training max goes up to ${max}: ${next}.`,
    restart: `After ${state.daysOff} days off, start over with a training max of ${max}: ${next}.`,
    reset: `You missed the top set, so your training max drops 10% to ${max}: ${next}.`,
  }
  return {
    rule: `five_three_one.${state.outcome}`,
    sets,
    reasons: [reasonTexts[state.outcome]],
    sessions: judged.length > 0 ? judged.slice(-fiveThreeOneWeeks.length) : recent.slice(-1),
    reserve: state.hidesLimit && state.outcome !== 'reset' ? plannedReserve : 0,
  } satisfies Decision
}
