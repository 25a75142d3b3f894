import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'
import { workouts } from './log.ts'

/** An exercise as it was done in a workout. */
export interface Session {
  readonly workout: LocalWorkout
  readonly exercise: LoggedExercise
  /** The completed sets without warm-ups; never empty. */
  readonly sets: readonly LoggedSet[]
}

/** Caches the sessions of each workout, since workout objects are immutable. */
const known = new WeakMap<LocalWorkout, readonly Session[]>()

function sessionsIn(workout: LocalWorkout): readonly Session[] {
  const before = known.get(workout)
  if (before) return before
  const sessions = workout.exercises.flatMap((exercise) => {
    const sets = exercise.sets.filter((set) => isDone(set) && isWork(set))
    return sets.length > 0 ? [{ workout, exercise, sets }] : []
  })
  known.set(workout, sessions)
  return sessions
}

/** The sessions of every exercise, newest first. */
export const sessionsByExercise = computed<ReadonlyMap<string, readonly Session[]>>(() => {
  const all = new Map<string, Session[]>()
  for (const workout of workouts.value) {
    for (const session of sessionsIn(workout)) {
      const { exerciseId } = session.exercise
      const own = all.get(exerciseId)
      if (own) own.push(session)
      else all.set(exerciseId, [session])
    }
  }
  return all
})

/** The sessions of an exercise, newest first, without those of one workout. */
export function sessionsOf(exerciseId: string, except?: string): readonly Session[] {
  const own = sessionsByExercise.value.get(exerciseId) ?? []
  return except === undefined ? own : own.filter(({ workout }) => workout.id !== except)
}

/** The last session of an exercise before a workout. */
export function lastSession(
  exerciseId: string,
  before: Pick<LocalWorkout, 'id' | 'startedAt'>,
): Session | undefined {
  return sessionsByExercise.value
    .get(exerciseId)
    ?.find(({ workout }) => workout.id !== before.id && workout.startedAt < before.startedAt)
}
