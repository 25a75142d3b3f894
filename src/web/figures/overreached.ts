import type { LocalWorkout } from '#client/index.ts'
import type { DayNumber } from '#training/days.ts'
import type { ExerciseWork } from '#training/exercise-work.ts'
import type { Overreaches } from '#training/landmarks.ts'
import { distinctOverreaches, maxOverreached, overreachesIn } from '#training/overreaches.ts'
import type { ExerciseIndex } from '#training/types.ts'

/** The weekly sets at which each muscle overreached, according to the workouts (newest first) that list it. */
export function overreachesOf(
  workouts: readonly LocalWorkout[],
  {
    exercises,
    until,
    dayOf,
    weekUpTo,
  }: {
    readonly exercises: ExerciseIndex
    /** Later workouts don't count; milliseconds since 1970. */
    readonly until: number
    readonly dayOf: (workout: LocalWorkout) => DayNumber
    /** The work of the seven days up to a day. */
    readonly weekUpTo: (day: DayNumber) => Iterable<ExerciseWork>
  },
): Overreaches {
  const marked = workouts
    .filter(({ overreached, startedAt }) => overreached?.length && Date.parse(startedAt) <= until)
    .slice(0, maxOverreached)
    .map((workout) => ({ day: dayOf(workout), muscles: workout.overreached ?? [] }))
  return overreachesIn(
    distinctOverreaches(marked).map((overreach) => [overreach, weekUpTo(overreach.day)]),
    exercises,
  )
}
