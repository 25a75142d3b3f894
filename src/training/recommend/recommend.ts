import { initialFatigue } from '../fatigue/recovery.ts'
import type { MuscleFatigue } from '../fatigue/types.ts'
import type { Method } from '../method.ts'
import { type Muscle, muscles } from '../types.ts'
import { muscleText, omissionOf, suits } from './candidates.ts'
import { restFor } from './duration.ts'
import { type MuscleNeed, needOf, worthOf } from './need.ts'
import { type Choice, placed, planSeconds, type Share, sharesOf } from './plan.ts'
import { type Dose, doseOf } from './prescribe.ts'
import { staples } from './staples.ts'
import type {
  AddedFatigue,
  AthleteState,
  Candidate,
  EmptyCode,
  Omission,
  WorkoutRecommendation,
  WorkoutRequest,
} from './types.ts'

/**
 * Bounds of a workout: no more exercises or minutes than make sense, and no more fractional sets of a muscle than still add something in
 * one session (Remmert et al. 2025: about 11).
 */
export const recommendationRules = { mostExercises: 10, mostMinutes: 240, mostSetsOfMuscle: 11 } as const

/** The method of recommended workouts. */
export const recommendationMethod: Method<'recommend.workout'> = {
  id: 'recommend.workout',
  parameters: { ...recommendationRules, window: '7 days', familiarity: '8 weeks' },
}

/** How much what someone does counts for more than what is new, how much less what is neither known nor common, and repeats. */
const preferences = {
  familiarWorkouts: 8,
  improving: 1.15,
  uncommon: 0.6,
  repeatedPattern: 0.5,
  oneSided: 0.75,
} as const

interface Entry {
  readonly candidate: Candidate
  readonly dose: Dose
  readonly restSeconds: number
  readonly preference: number
  /** Of all its sets. */
  readonly shares: readonly Share[]
}

interface Search {
  readonly request: WorkoutRequest
  readonly state: AthleteState
  readonly fatigue: ReadonlyMap<Muscle, MuscleFatigue>
  readonly needs: ReadonlyMap<Muscle, MuscleNeed>
  readonly planned: Map<Muscle, { sets: number; stimulus: number }>
  readonly choices: Choice[]
}

function preferenceOf({ id }: Candidate, state: AthleteState): number {
  const known = state.familiar.get(id)
  if (!known) return staples.has(id) ? 1 : preferences.uncommon
  const often = 1 + Math.min(known.workouts, preferences.familiarWorkouts) / preferences.familiarWorkouts
  return known.progress === 'improving' ? often * preferences.improving : often
}

const readinessOf = ({ fatigue }: Search, muscle: Muscle) => fatigue.get(muscle)?.readiness ?? 100

/** What the sets would be worth now: by need, held back for muscles that are still recovering. */
function worth(search: Search, shares: readonly Share[]): number {
  let sum = 0
  for (const { muscle, sets } of shares) {
    const need = search.needs.get(muscle)
    if (!need) continue
    const value = worthOf(need, search.planned.get(muscle)?.sets ?? 0, sets)
    sum += value > 0 ? (value * readinessOf(search, muscle)) / 100 : value
  }
  return sum
}

const opposite = { push: 'pull', pull: 'push' } as const

/** Less for a movement that is already in the workout, and for a push or a pull that would tip its balance. */
function balance({ choices }: Search, { pattern, category }: Candidate): number {
  const count = (of: (candidate: Candidate) => boolean) =>
    choices.filter(({ candidate }) => of(candidate)).length
  const repeats = pattern === undefined ? 0 : count((candidate) => candidate.pattern === pattern)
  const against = category === 'push' || category === 'pull' ? opposite[category] : undefined
  const tips =
    against !== undefined &&
    count((candidate) => candidate.category === category) >
      count((candidate) => candidate.category === against)
  return preferences.repeatedPattern ** repeats * (tips ? preferences.oneSided : 1)
}

/** The muscle that the sets would push over 100 of fatigue, or over what one session is good for. */
function overloaded(search: Search, shares: readonly Share[]): Muscle | undefined {
  return shares.find(({ muscle, primary, sets, stimulus }) => {
    const planned = search.planned.get(muscle)
    const before = search.fatigue.get(muscle)?.fatigue ?? 0
    if (before + initialFatigue((planned?.stimulus ?? 0) + stimulus) > 100) return true
    return primary && (planned?.sets ?? 0) + sets > recommendationRules.mostSetsOfMuscle
  })?.muscle
}

/** The exercise with as many of its sets as fit in the time and into its muscles, or why it doesn't. */
function fitted(search: Search, entry: Entry): Choice | 'time' | 'would_overload' {
  const { candidate, dose, restSeconds } = entry
  const seconds = Math.min(search.request.minutes, recommendationRules.mostMinutes) * 60
  let obstacle: 'time' | 'would_overload' = 'time'
  for (let count = dose.sets.length; count >= dose.fewest; count--) {
    const sets = dose.sets.slice(0, count)
    const choice = { candidate, dose, sets, restSeconds, reasons: reasonsFor(search, entry) }
    const fits = planSeconds(placed([...search.choices, choice], search.request.focus ?? [])) <= seconds
    if (overloaded(search, sharesOf(candidate, sets))) obstacle = 'would_overload'
    else if (fits) return choice
    else obstacle = 'time'
  }
  return obstacle
}

const whole = (sets: number) => Math.round(sets * 2) / 2

function reasonsFor(search: Search, { candidate, dose, shares }: Entry): string[] {
  const { request, state } = search
  const reasons: string[] = []
  const wanted = shares
    .flatMap(({ muscle, sets, primary }) => {
      const need = search.needs.get(muscle)
      if (!need || !primary) return []
      return [{ need, value: worthOf(need, search.planned.get(muscle)?.sets ?? 0, sets) }]
    })
    .sort((a, b) => b.value - a.value || (a.need.muscle < b.need.muscle ? -1 : 1))
    .slice(0, 2)
  for (const { need } of wanted) {
    const { muscle, done, least, enough, most } = need
    const has = whole(done + (search.planned.get(muscle)?.sets ?? 0))
    const asked = request.focus?.includes(muscle) ? ', and you asked for it' : ''
    const goal =
      has < least ? `of at least ${least}` : has < enough ? `on the way to ${enough}` : `of up to ${most}`
    const ready = Math.round(readinessOf(search, muscle))
    reasons.push(`${muscleText(muscle)}: ${has} ${goal} sets this week${asked}; ${ready} % ready.`)
  }
  const known = state.familiar.get(candidate.id)
  if (known) {
    const times = known.workouts === 1 ? 'one workout' : `${known.workouts} workouts`
    const better = known.progress === 'improving' ? ', and you get stronger in it' : ''
    reasons.push(`You did it in ${times} of the last 8 weeks${better}.`)
  }
  return [...reasons, ...dose.reasons]
}

function take(search: Search, choice: Choice): void {
  search.choices.push(choice)
  for (const { muscle, sets, stimulus } of sharesOf(choice.candidate, choice.sets)) {
    const planned = search.planned.get(muscle) ?? { sets: 0, stimulus: 0 }
    search.planned.set(muscle, { sets: planned.sets + sets, stimulus: planned.stimulus + stimulus })
  }
}

/** Chooses one exercise after the other, each the best at that point; what doesn't fit is tried no more. */
function fill(search: Search, entries: readonly Entry[]): Map<string, Omission> {
  const omitted = new Map<string, Omission>()
  let open = entries
  while (search.choices.length < recommendationRules.mostExercises && open.length > 0) {
    const ranked = open
      .map((entry) => {
        const seconds = entry.dose.sets.length * (entry.restSeconds + 40) + 90
        const value = worth(search, entry.shares) * entry.preference * balance(search, entry.candidate)
        return { entry, value: value / Math.sqrt(seconds) }
      })
      .filter(({ value }) => value > 1e-9)
      .sort((a, b) => b.value - a.value || (a.entry.candidate.id < b.entry.candidate.id ? -1 : 1))
    let taken: Entry | undefined
    for (const { entry } of ranked) {
      const choice = fitted(search, entry)
      if (typeof choice !== 'string') {
        take(search, choice)
        taken = entry
        break
      }
      const { id, name } = entry.candidate
      const text =
        choice === 'time'
          ? `${name}: no time is left for it.`
          : `${name} would be too much for a muscle today.`
      omitted.set(id, { code: choice, exerciseId: id, text })
    }
    if (!taken) break
    open = open.filter((entry) => entry !== taken && !omitted.has(entry.candidate.id))
  }
  return omitted
}

function addedFatigue({ planned, fatigue }: Search): AddedFatigue[] {
  return muscles.flatMap((muscle) => {
    const stimulus = planned.get(muscle)?.stimulus ?? 0
    if (stimulus === 0) return []
    const before = fatigue.get(muscle)?.fatigue ?? 0
    return [{ muscle, stimulus, before, after: Math.min(100, before + initialFatigue(stimulus)) }]
  })
}

function muscleOmissions({ request, fatigue, needs, planned }: Search): Omission[] {
  return muscles.flatMap((muscle): Omission[] => {
    const name = muscleText(muscle)
    if (request.avoid?.includes(muscle))
      return [{ code: 'avoided', muscle, text: `${name}: you want to spare it.` }]
    const now = fatigue.get(muscle)
    if (now?.state === 'fatigued') {
      const text = `${name}: still ${Math.round(now.fatigue)} % fatigued from what was done before.`
      return [{ code: 'fatigued', muscle, text }]
    }
    const need = needs.get(muscle)
    const has = (need?.done ?? 0) + (planned.get(muscle)?.sets ?? 0)
    if (!need || planned.has(muscle)) return []
    if (has >= need.least)
      return [
        { code: 'enough_sets', muscle, text: `${name}: ${whole(has)} sets this week are enough for now.` },
      ]
    return [
      {
        code: 'time',
        muscle,
        text: `${name}: ${whole(has)} of ${need.least} sets this week; other things came first.`,
      },
    ]
  })
}

const emptyTexts = {
  no_time: 'The time is too short for even one exercise.',
  no_equipment: 'No exercise goes with that equipment.',
  all_excluded: 'All exercises that would go were excluded, or work a muscle to be spared.',
  nothing_recovered: 'The muscles that could be trained are still fatigued: rest is what they need.',
  nothing_needed: 'Every muscle has had its sets this week: rest.',
} as const satisfies Record<EmptyCode, string>

function emptyCode(
  omissions: readonly Omission[],
  open: number,
  tried: ReadonlyMap<string, Omission>,
): EmptyCode {
  const codes = new Set([...tried.values()].map(({ code }) => code))
  if (codes.has('time')) return 'no_time'
  if (codes.has('would_overload')) return 'nothing_recovered'
  if (open > 0) return 'nothing_needed'
  const reasons = new Set(omissions.map(({ code }) => code))
  if (reasons.has('fatigued')) return 'nothing_recovered'
  if (reasons.has('avoided')) return 'all_excluded'
  if (omissions.length > 0 && omissions.every(({ code }) => code === 'excluded')) return 'all_excluded'
  return 'no_equipment'
}

/**
 * A whole workout (training.md part 6): exercises by need (weekly fractional sets under the landmarks), readiness (none with a `fatigued`
 * muscle, none pushed over 100), specificity (what the person does and progresses in first) and balance, within the minutes and the
 * equipment. One exercise after the other is added, the most worth for its time. The same input gives the same answer, whatever the order of
 * the candidates: ties break by id. Empty, with the reason, when nothing fits. An estimate, not a coach.
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
    const need = needOf(muscle, state.weeklySets.get(muscle) ?? 0, focused, state.landmarks)
    if (need) needs.set(muscle, need)
  }
  const search: Search = { request, state, fatigue, needs, planned: new Map(), choices: [] }
  const omissions: Omission[] = []
  const entries: Entry[] = []
  for (const candidate of candidates) {
    if (!suits(candidate, state)) continue
    const omission = omissionOf(candidate, request, state, states)
    if (omission) {
      omissions.push(omission)
      continue
    }
    const dose = doseOf(candidate, state)
    entries.push({
      candidate,
      dose,
      restSeconds: restFor(candidate, state.familiar.get(candidate.id)?.restSeconds),
      preference: preferenceOf(candidate, state),
      shares: sharesOf(candidate, dose.sets),
    })
  }
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
            text: `${name}: other exercises gave more today.`,
          },
        ],
  )
  const own = [...omissions, ...unused]
    .filter(({ exerciseId }) => exerciseId !== undefined && state.familiar.has(exerciseId))
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
    leftOut: [...muscleOmissions(search), ...own],
    ...(empty ? { empty: { code: empty, text: emptyTexts[empty] } } : {}),
    method: recommendationMethod,
  }
}
