import { cutBelow, dayReadiness } from '../fatigue/day-readiness.ts'
import { initialFatigue } from '../fatigue/recovery.ts'
import type { Method } from '../method.ts'
import { type Muscle, muscles } from '../types.ts'
import { considered, isOwn, omissionOf, suits, withinReach } from './candidates.ts'
import { restFor } from './duration.ts'
import { movementOf } from './movements.ts'
import { type MuscleNeed, needOf, setsDone } from './need.ts'
import { emptyCode, emptyTexts, muscleOmissions } from './omissions.ts'
import { placed, planSeconds, sharesOf } from './plan.ts'
import { isDue, preferenceOf } from './preference.ts'
import { doseOf, lighterDose } from './prescribe.ts'
import { recommendationRules } from './rules.ts'
import { fill } from './search.ts'
import type { Entry, Search } from './search-state.ts'
import { outgrown } from './staples.ts'
import type {
  AddedFatigue,
  AthleteState,
  Candidate,
  Omission,
  WorkoutRecommendation,
  WorkoutRequest,
} from './types.ts'

/** The method of recommended workouts. */
export const recommendationMethod: Method<'recommend.workout'> = {
  id: 'recommend.workout',
  parameters: { ...recommendationRules, window: '7 days', familiarity: '8 weeks' },
}

function addedFatigue({ planned, fatigue }: Search): AddedFatigue[] {
  return muscles.flatMap((muscle) => {
    const stimulus = planned.get(muscle)?.stimulus ?? 0
    if (stimulus === 0) return []
    const before = fatigue.get(muscle)?.fatigue ?? 0
    return [{ muscle, stimulus, before, after: Math.min(100, before + initialFatigue(stimulus)) }]
  })
}

/** The largest muscles: their mean fatigue is taken as the fatigue of the day. */
const large: ReadonlySet<Muscle> = new Set(['chest', 'lats', 'upper_back', 'quads', 'hamstrings', 'glutes'])

function mostTired({ fatigue }: AthleteState): number {
  const of = fatigue.filter(({ muscle }) => large.has(muscle)).map((each) => each.fatigue)
  return of.length === 0 ? 0 : of.reduce((sum, each) => sum + each, 0) / of.length
}

/**
 * A complete workout: exercises by need (weekly fractional sets under the landmarks), readiness (none with a
 * `fatigued` muscle, none pushed over 100), specificity (what the person does and progresses in first) and
 * balance, within the minutes and the equipment. Exercises are added one by one, each time the one worth most
 * for its time. The same input gives the same result, whatever the order of the candidates: ties break by id.
 * Empty, with the reason, if nothing fits. An estimate, not a coach.
 */
export function recommendWorkout(
  candidates: Iterable<Candidate>,
  request: WorkoutRequest,
  state: AthleteState,
): WorkoutRecommendation {
  const fatigue = new Map(state.fatigue.map((muscle) => [muscle.muscle, muscle]))
  const states = new Map(state.fatigue.map(({ muscle, state: recovery }) => [muscle, recovery]))
  const needs = new Map<Muscle, MuscleNeed>()
  for (const muscle of muscles) {
    const focused = request.focus?.includes(muscle) ?? false
    const need = needOf(muscle, setsDone(state.weeklySets, muscle), focused, {
      table: state.landmarks,
      goal: state.goal,
    })
    if (need) needs.set(muscle, need)
  }
  const search: Search = { request, state, fatigue, needs, planned: new Map(), choices: [] }
  const omissions: Omission[] = []
  const possible: Candidate[] = []
  const harder: Candidate[] = []
  for (const candidate of candidates) {
    if (!suits(candidate, state)) continue
    const omission = omissionOf(candidate, request, state, states)
    if (omission?.code === 'too_advanced') harder.push(candidate)
    if (omission) omissions.push(omission)
    else possible.push(candidate)
  }
  possible.push(...withinReach(possible, harder))
  const readiness = dayReadiness({
    fatigue: mostTired(state),
    soreness: state.soreness,
    energy: request.energy,
  })
  const open = considered(possible, needs, state)
  const heavier = new Set(
    open.flatMap((candidate) => (outgrown.has(candidate.id) ? [] : (movementOf(candidate) ?? []))),
  )
  const entries = open.map((candidate): Entry => {
    const full = doseOf(candidate, state)
    const dose = readiness < cutBelow ? lighterDose(full, readiness) : full
    return {
      candidate,
      dose,
      restSeconds: restFor(candidate, state.familiar.get(candidate.id)?.restSeconds, request.minutes),
      preference: preferenceOf(candidate, state, heavier),
      isDue: isDue(state.familiar.get(candidate.id)),
      shares: sharesOf(candidate, dose.sets),
    }
  })
  const tried = fill(search, entries)
  const exercises = placed(search.choices, request.focus ?? [])
  const chosen = new Set(exercises.map(({ candidate }) => candidate.id))
  const unused = entries.flatMap(({ candidate: { id, name } }): Omission[] =>
    chosen.has(id)
      ? []
      : [
          tried.get(id) ?? {
            code: 'enough_sets',
            exerciseId: id,
            text: `${name}: other exercises fit better today.`,
          },
        ],
  )
  const own = [...omissions, ...unused]
    .filter(({ exerciseId }) => exerciseId !== undefined && isOwn(exerciseId, state))
    .sort((a, b) => ((a.exerciseId ?? '') < (b.exerciseId ?? '') ? -1 : 1))
  const empty = exercises.length === 0 ? emptyCode(omissions, entries.length, tried) : undefined
  return {
    exercises: exercises.map(({ candidate, dose, warmUps, sets, restSeconds, seconds, reasons }) => ({
      exerciseId: candidate.id,
      warmUps,
      sets,
      restSeconds,
      estimatedSeconds: seconds,
      reasons,
      ...(dose.rule === undefined ? {} : { rule: dose.rule }),
    })),
    estimatedSeconds: planSeconds(exercises),
    addedFatigue: addedFatigue(search),
    readiness,
    leftOut: [...muscleOmissions(search), ...own],
    ...(empty ? { empty: { code: empty, text: emptyTexts[empty] } } : {}),
    method: recommendationMethod,
  }
}
