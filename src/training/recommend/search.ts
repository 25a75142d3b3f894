import { initialFatigue } from '../fatigue/recovery.ts'
import type { MuscleFatigue } from '../fatigue/types.ts'
import type { Muscle } from '../types.ts'
import { type MuscleNeed, worthOf } from './need.ts'
import { type Choice, placed, planSeconds, type Share, sharesOf } from './plan.ts'
import type { Dose } from './prescribe.ts'
import { reasonsFor } from './reasons.ts'
import { firstChoices, staples } from './staples.ts'
import type { AthleteState, Candidate, Omission, WorkoutRequest } from './types.ts'

/**
 * Bounds of a workout: no more exercises or minutes than make sense, and no more fractional sets of a muscle than still add something in
 * one session (Remmert et al. 2025: about 11).
 */
export const recommendationRules = { mostExercises: 10, mostMinutes: 240, mostSetsOfMuscle: 11 } as const

/** How much what someone does counts for more than what is new, how much less what is neither known nor common, and repeats. */
const preferences = {
  familiarWorkouts: 8,
  improving: 1.15,
  first: 1.5,
  uncommon: 0.6,
  /** For what is new to someone who has a habit. */
  unknown: 0.5,
  habit: 4,
  asked: 1.5,
  secondary: 0.5,
  repeatedPattern: 0.5,
  oneSided: 0.75,
} as const

/** An exercise that could be chosen. */
export interface Entry {
  readonly candidate: Candidate
  readonly dose: Dose
  readonly restSeconds: number
  readonly preference: number
  /** Of all its sets. */
  readonly shares: readonly Share[]
}

/** What has been chosen so far, and what it is chosen by. */
export interface Search {
  readonly request: WorkoutRequest
  readonly state: AthleteState
  readonly fatigue: ReadonlyMap<Muscle, MuscleFatigue>
  readonly needs: ReadonlyMap<Muscle, MuscleNeed>
  readonly planned: Map<Muscle, { sets: number; stimulus: number }>
  readonly choices: Choice[]
}

/** How much more an exercise counts for being known, or less for being neither known nor common. */
export function preferenceOf({ id }: Candidate, state: AthleteState): number {
  const known = state.familiar.get(id)
  if (!known) {
    const common = firstChoices.has(id) ? preferences.first : staples.has(id) ? 1 : preferences.uncommon
    return state.familiar.size >= preferences.habit ? common * preferences.unknown : common
  }
  const often = 1 + Math.min(known.workouts, preferences.familiarWorkouts) / preferences.familiarWorkouts
  return known.progress === 'improving' ? often * preferences.improving : often
}

/**
 * What the sets would be worth now: by need, held back for muscles that are still recovering; less for what a secondary muscle gets along
 * the way, so that an exercise is chosen for what it is for.
 */
function worth({ request, needs, planned, fatigue }: Search, shares: readonly Share[]): number {
  let sum = 0
  for (const { muscle, sets, primary } of shares) {
    const need = needs.get(muscle)
    if (!need) continue
    const value = worthOf(need, planned.get(muscle)?.sets ?? 0, sets)
    const asked = primary && request.focus?.includes(muscle) ? preferences.asked : 1
    const ready = (fatigue.get(muscle)?.readiness ?? 100) / 100
    sum += value > 0 ? value * ready * asked * (primary ? 1 : preferences.secondary) : value
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

function take(search: Search, choice: Choice): void {
  search.choices.push(choice)
  for (const { muscle, sets, stimulus } of sharesOf(choice.candidate, choice.sets)) {
    const planned = search.planned.get(muscle) ?? { sets: 0, stimulus: 0 }
    search.planned.set(muscle, { sets: planned.sets + sets, stimulus: planned.stimulus + stimulus })
  }
}

/** Chooses one exercise after the other, each the best at that point; what doesn't fit is tried no more. */
export function fill(search: Search, entries: readonly Entry[]): Map<string, Omission> {
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
