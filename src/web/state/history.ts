import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'
import { log, pastWorkouts, workoutInProgress } from './log.ts'

/** An exercise as it was done in a workout. */
export interface Session {
  readonly workout: LocalWorkout
  readonly exercise: LoggedExercise
  /** The completed sets without warm-ups; never empty. */
  readonly sets: readonly LoggedSet[]
}

/** Caches the sessions of each workout, since workout objects are immutable. */
const sessionsOfWorkout = new WeakMap<LocalWorkout, readonly Session[]>()

function sessionsIn(workout: LocalWorkout): readonly Session[] {
  const cached = sessionsOfWorkout.get(workout)
  if (cached) return cached
  const sessions = workout.exercises.flatMap((exercise) => {
    const sets = exercise.sets.filter((set) => isDone(set) && isWork(set))
    return sets.length > 0 ? [{ workout, exercise, sets }] : []
  })
  sessionsOfWorkout.set(workout, sessions)
  return sessions
}

/** The sessions of every exercise in past workouts, newest first. */
export const sessionsByExercise = computed<ReadonlyMap<string, readonly Session[]>>(() =>
  Map.groupBy(pastWorkouts.value.flatMap(sessionsIn), ({ exercise }) => exercise.exerciseId),
)

/** The sessions of an exercise, newest first, with one per workout; without the workout whose id is `except`. */
export function sessionsOf(exerciseId: string, except?: string): readonly Session[] {
  const current = workoutInProgress.value
  const currentSessions = current
    ? sessionsIn(current).filter(({ exercise }) => exercise.exerciseId === exerciseId)
    : []
  const sessions = [...currentSessions, ...(sessionsByExercise.value.get(exerciseId) ?? [])]
  return [...Map.groupBy(sessions, ({ workout }) => workout)].flatMap(([workout, [first, ...others]]) =>
    first && workout.id !== except ? { ...first, sets: [first, ...others].flatMap(({ sets }) => sets) } : [],
  )
}

/** An exercise of a workout, or one to add to it. */
type Entry = Pick<LoggedExercise, 'exerciseId'> & Partial<Pick<LoggedExercise, 'id'>>

/** An entry's index among those of its exercise in a workout: a program may list a main lift again for more sets. */
const placeIn = (workout: LocalWorkout | undefined, { exerciseId, id }: Entry) =>
  workout?.exercises.filter((entry) => entry.exerciseId === exerciseId).findIndex((entry) => entry.id === id)

/**
 * The last session of an exercise before a workout: in a program, if possible, on the same day of the program. If a
 * workout has several sessions of the exercise, the one at the same place among them.
 */
export function lastSession(
  entry: Entry,
  {
    id,
    startedAt,
    plan,
  }: Pick<LocalWorkout, 'id' | 'startedAt'> & { readonly plan?: LocalWorkout['plan'] | undefined },
): Session | undefined {
  const sessions = sessionsByExercise.value.get(entry.exerciseId) ?? []
  const isEarlier = ({ workout }: Session) => workout.id !== id && workout.startedAt < startedAt
  const latest = sessions.find(isEarlier)
  const place = placeIn(log().workouts.get(id), entry)
  const isLike = (session: Session) =>
    isEarlier(session) &&
    (plan
      ? session.workout.plan?.runId === plan.runId && session.workout.plan.day === plan.day
      : session.workout === latest?.workout) &&
    placeIn(session.workout, session.exercise) === place
  return sessions.find(isLike) ?? latest
}
