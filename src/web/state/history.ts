import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'
import { pastWorkouts, workoutInProgress } from './log.ts'

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

/** The sessions of an exercise, newest first, without those of one workout. */
export function sessionsOf(exerciseId: string, except?: string): readonly Session[] {
  const pastSessions = sessionsByExercise.value.get(exerciseId) ?? []
  const current = workoutInProgress.value
  const currentSessions = current
    ? sessionsIn(current).filter(({ exercise }) => exercise.exerciseId === exerciseId)
    : []
  const allSessions = currentSessions.length > 0 ? [...currentSessions, ...pastSessions] : pastSessions
  return except === undefined ? allSessions : allSessions.filter(({ workout }) => workout.id !== except)
}

/** The last session of an exercise before a workout. */
export function lastSession(
  exerciseId: string,
  workoutAfter: Pick<LocalWorkout, 'id' | 'startedAt'>,
): Session | undefined {
  return sessionsByExercise.value
    .get(exerciseId)
    ?.find(({ workout }) => workout.id !== workoutAfter.id && workout.startedAt < workoutAfter.startedAt)
}
