import { isOwn } from './candidates.ts'
import type { Search } from './search-state.ts'
import type { AthleteState, Omission } from './types.ts'

/**
 * The maximum number of new exercises by the number of the person's own: without any, enough for a short workout; with
 * two or more, `usualMaxNew` to learn alongside them.
 */
const maxNewByOwn = [5, 3] as const
const usualMaxNew = 2

/** From this many workouts with an exercise on, the log shows the habits of someone who knew how to train before. */
const workoutsOfHabit = 3

/**
 * The maximum number of new exercises in a workout. To someone experienced whose log has only begun, exercises are new
 * only to the log.
 *
 * @param ownCount the number of the person's own exercises that the equipment and their wishes allow
 */
export function maxNewExercises(
  ownCount: number,
  { experience = 'beginner', familiar }: AthleteState,
): number {
  const hasHabit = [...familiar.values()].some(({ workouts }) => workouts >= workoutsOfHabit)
  if (experience !== 'beginner' && !hasHabit) return Number.POSITIVE_INFINITY
  return maxNewByOwn[ownCount] ?? usualMaxNew
}

/** Whether an exercise could be done with the equipment and wishes of today, on this day or another. */
export const isPossibleHere = (omission: Omission | undefined): boolean =>
  !['equipment', 'excluded', 'avoided'].includes(omission?.code ?? '')

/** Whether the workout has as many new exercises as the person should learn at once. */
export const hasEnoughNew = ({ choices, state, maxNew }: Search): boolean =>
  choices.filter(({ candidate }) => !isOwn(candidate.id, state)).length >= maxNew
