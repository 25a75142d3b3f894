import { dayReadiness, minReadinessForFullWorkout } from '../fatigue/day-readiness.ts'
import { initialFatigue } from '../fatigue/recovery.ts'
import type { Method } from '../method.ts'
import { type Muscle, muscles } from '../types.ts'
import { harderStaples, isOwn, isRecommendable, omissionOf, selectCandidates } from './candidates.ts'
import { isCompetitionRest, isHeavy, isPeaking, onlyHeavyReason, taper } from './competition.ts'
import { restFor } from './duration.ts'
import { movementOf } from './movements.ts'
import { type MuscleNeed, needOf, setsDone } from './need.ts'
import { isPossibleHere, maxNewExercises } from './new-exercises.ts'
import { emptyCode, emptyTexts, muscleOmissions } from './omissions.ts'
import { placeChoices, planSeconds, sharesOf } from './plan.ts'
import { isDue, preferenceOf } from './preference.ts'
import { doseOf, lighterDose } from './prescribe.ts'
import { recommendationRules } from './rules.ts'
import { fillWorkout } from './search.ts'
import type { Entry, Search } from './search-state.ts'
import { outgrownExercises } from './staples.ts'
import type {
  AddedFatigue,
  AthleteState,
  Candidate,
  Omission,
  WorkoutRecommendation,
  WorkoutRequest,
} from './types.ts'
import { belongsToPart, partOfWeek, plannedWorkouts } from './week-part.ts'

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

/** Why an exercise isn't for today, though it could be done. */
function dayOmission(
  candidate: Candidate,
  { state, part, oneHeavy }: Pick<Search, 'state' | 'part' | 'oneHeavy'>,
): Omission | undefined {
  const { id, name } = candidate
  if (isCompetitionRest(state))
    return { code: 'peaking', exerciseId: id, text: `${name}: rest before your competition.` }
  if (oneHeavy && !isOwn(id, state))
    return { code: 'peaking', exerciseId: id, text: `${name}: nothing new while you are peaking.` }
  if (!part || belongsToPart(candidate, part)) return undefined
  return { code: 'other_day', exerciseId: id, text: `${name}: planned for another day of your week.` }
}

/** The largest muscles, whose mean fatigue counts as the fatigue of the day. */
const largeMuscles: ReadonlySet<Muscle> = new Set([
  'chest',
  'lats',
  'upper_back',
  'quads',
  'hamstrings',
  'glutes',
])

function meanFatigue({ fatigue }: AthleteState): number {
  const values = fatigue.filter(({ muscle }) => largeMuscles.has(muscle)).map((entry) => entry.fatigue)
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
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
  const workouts = plannedWorkouts(state)
  const { weeklySets } = state
  for (const muscle of muscles) {
    const isFocused = request.focus?.includes(muscle) ?? false
    const need = needOf(muscle, setsDone(weeklySets, muscle), isFocused, {
      table: state.landmarks,
      goal: state.goal,
      workouts,
    })
    if (need) needs.set(muscle, need)
  }
  const part = partOfWeek(workouts, needs, request, state)
  const oneHeavy = isPeaking(state)
  const today = { state, part, oneHeavy }
  const omissions: Omission[] = []
  const possible: Candidate[] = []
  const harder: Candidate[] = []
  let ownCount = 0
  for (const candidate of candidates) {
    if (!isRecommendable(candidate, state)) continue
    const omission = omissionOf(candidate, request, state, states) ?? dayOmission(candidate, today)
    if (isOwn(candidate.id, state) && isPossibleHere(omission)) ownCount++
    if (omission?.code === 'too_advanced') harder.push(candidate)
    if (omission) omissions.push(omission)
    else possible.push(candidate)
  }
  if (!oneHeavy)
    possible.push(
      ...harderStaples(
        possible,
        harder.filter((candidate) => !dayOmission(candidate, today)),
      ),
    )
  const maxNew = maxNewExercises(ownCount, state)
  const search: Search = { ...today, request, fatigue, needs, planned: new Map(), choices: [], maxNew }
  const readiness = dayReadiness({
    fatigue: meanFatigue(state),
    soreness: state.soreness,
    energy: request.energy,
  })
  const openCandidates = selectCandidates(possible, needs, state)
  const heavierMovements = new Set(
    openCandidates.flatMap((candidate) =>
      outgrownExercises.has(candidate.id) ? [] : (movementOf(candidate) ?? []),
    ),
  )
  const entries = openCandidates.map((candidate): Entry => {
    const fullDose = taper(doseOf(candidate, state), state)
    const dose = readiness < minReadinessForFullWorkout ? lighterDose(fullDose, readiness) : fullDose
    const isHeavyLift = isHeavy(candidate, dose)
    const onlyHeavyText = oneHeavy && isHeavyLift ? onlyHeavyReason(state) : undefined
    return {
      candidate,
      dose: onlyHeavyText === undefined ? dose : { ...dose, reasons: [...dose.reasons, onlyHeavyText] },
      isHeavy: isHeavyLift,
      restSeconds: restFor(candidate, state.familiar.get(candidate.id)?.restSeconds, request.minutes),
      preference: preferenceOf(candidate, state, heavierMovements),
      isDue: isDue(state.familiar.get(candidate.id)),
      shares: sharesOf(candidate, dose.sets),
    }
  })
  const omittedInSearch = fillWorkout(search, entries)
  const exercises = placeChoices(search.choices, request.focus ?? [])
  const chosen = new Set(exercises.map(({ candidate }) => candidate.id))
  const unused = entries.flatMap(({ candidate: { id, name } }): Omission[] =>
    chosen.has(id)
      ? []
      : [
          omittedInSearch.get(id) ?? {
            code: 'enough_sets',
            exerciseId: id,
            text: `${name}: other exercises fit better today.`,
          },
        ],
  )
  const ownOmissions = [...omissions, ...unused]
    .filter(({ exerciseId }) => exerciseId !== undefined && isOwn(exerciseId, state))
    .sort((a, b) => ((a.exerciseId ?? '') < (b.exerciseId ?? '') ? -1 : 1))
  const emptyReason =
    exercises.length > 0
      ? undefined
      : isCompetitionRest(state)
        ? 'competition'
        : emptyCode(omissions, entries.length, omittedInSearch)
  return {
    exercises: exercises.map(({ candidate, dose, warmUps, sets, restSeconds, seconds, reasons }) => ({
      exerciseId: candidate.id,
      warmUps,
      sets,
      restSeconds,
      estimatedSeconds: seconds,
      reasons,
      ...(dose.rule !== undefined && { rule: dose.rule }),
    })),
    estimatedSeconds: planSeconds(exercises),
    addedFatigue: addedFatigue(search),
    readiness,
    leftOut: [...muscleOmissions(search), ...ownOmissions],
    ...(emptyReason ? { empty: { code: emptyReason, text: emptyTexts[emptyReason] } } : {}),
    method: recommendationMethod,
  }
}
