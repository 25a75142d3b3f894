import { isOwn } from './candidates.ts'
import { firstChoices, staples } from './staples.ts'
import type { AthleteState, Candidate } from './types.ts'

/** How much more a familiar exercise counts than a new one, and among the new ones a common and easy one. */
const preferences = {
  own: 1.5,
  often: 0.75,
  familiarWorkouts: 8,
  improving: 1.15,
  /** For lifts that programs are built around, and those for which someone chose a scheme. */
  main: 1.25,
  first: 1.75,
  uncommon: 0.6,
  /** For a new exercise that can’t be made lighter: many people can’t do eight reps of it. */
  unloaded: 0.8,
  /** For a new exercise if someone has a habit: this many workouts times exercises in the last 8 weeks. */
  unknown: 0.35,
  habit: 6,
} as const

/** How much more an exercise counts for being known, or less for being neither known nor common. */
export function preferenceOf({ id, tracking }: Candidate, state: AthleteState): number {
  const known = state.familiar.get(id)
  if (!isOwn(id, state)) {
    const common = firstChoices.has(id) ? preferences.first : staples.has(id) ? 1 : preferences.uncommon
    const load = tracking === 'weight_reps' ? 1 : preferences.unloaded
    return common * load * (hasHabit(state) ? preferences.unknown : 1)
  }
  const { own, often, familiarWorkouts, main, improving } = preferences
  const share = Math.min(known?.workouts ?? 0, familiarWorkouts) / familiarWorkouts
  return (
    (own + often * share) *
    (known?.progress === 'improving' ? improving : 1) *
    (firstChoices.has(id) ? main : 1) *
    (state.chosen.has(id) ? main : 1)
  )
}

/** Whether someone has a fixed set of exercises. */
function hasHabit({ familiar }: AthleteState): boolean {
  let times = 0
  for (const { workouts } of familiar.values()) times += workouts
  return times >= preferences.habit
}
