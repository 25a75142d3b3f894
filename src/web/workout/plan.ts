import type { LocalWorkout } from '#client/index.ts'
import { lastSession } from '../state/history.ts'
import { createId } from '../state/id.ts'
import { settings } from '../state/settings.ts'
import { coach } from './advice.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { plannedCopy } from './planned-copy.ts'

/** The initial sets of an exercise that was never done. */
const firstSets = 3
const firstReps = { min: 8, max: 8 }

/** Seconds of rest after a set of an exercise. */
const restOf = (exerciseId: string): number => settings.value.restOf[exerciseId] ?? settings.value.rest

/** An exercise to add to a workout: with the coach's sets, those from last time, or three initial ones. */
export function plannedExercise(exerciseId: string, workout: LocalWorkout): LoggedExercise {
  const last = lastSession({ exerciseId }, workout)
  const restSeconds = restOf(exerciseId)
  // Not for a past workout: the coach plans for today, from all workouts, even later ones.
  const next = workout.endedAt === undefined ? coach.value?.nextTime(exerciseId) : undefined
  const sets: readonly Omit<LoggedSet, 'id'>[] = next
    ? next.sets.map((set) => ({ ...set, restSeconds }))
    : last
      ? last.sets.map((set) => ({ ...plannedCopy(set), restSeconds }))
      : Array.from({ length: firstSets }, () => ({
          type: 'normal' as const,
          restSeconds,
          target: { reps: firstReps },
        }))
  return { id: createId(), exerciseId, sets: sets.map((set) => ({ ...set, id: createId() })) }
}
