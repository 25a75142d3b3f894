import type { LocalWorkout } from '#client/index.ts'
import { trackingOf } from '../state/catalogue.ts'
import { lastSession } from '../state/history.ts'
import { createId } from '../state/id.ts'
import { settings } from '../state/settings.ts'
import { coach } from './advice.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { plannedCopy } from './planned-copy.ts'

/** The initial sets of an exercise that was never done: three, but a single run or ride. */
function firstSets(exerciseId: string): Pick<LoggedSet, 'type' | 'target'>[] {
  const tracking = trackingOf(exerciseId)
  if (tracking === 'distance_duration') return [{ type: 'normal' }]
  const target = tracking === 'duration' ? { durationSeconds: 30 } : { reps: { min: 8, max: 8 } }
  return Array.from({ length: 3 }, () => ({ type: 'normal', target }))
}

/** Seconds of rest after a set of an exercise. */
const restOf = (exerciseId: string): number => settings.value.restOf[exerciseId] ?? settings.value.rest

/** An exercise to add to a workout: with the coach's sets, those from last time, or initial ones. */
export function plannedExercise(exerciseId: string, workout: LocalWorkout): LoggedExercise {
  const last = lastSession({ exerciseId }, workout)
  const restSeconds = restOf(exerciseId)
  // Not for a past workout: the coach plans for today, from all workouts, even later ones.
  const next = workout.endedAt === undefined ? coach.value?.nextTime(exerciseId) : undefined
  const sets: readonly Omit<LoggedSet, 'id'>[] = next
    ? next.sets.map((set) => ({ ...set, restSeconds }))
    : last
      ? last.sets.map((set) => ({ ...plannedCopy(set), restSeconds }))
      : firstSets(exerciseId).map((set) => ({ ...set, restSeconds }))
  return { id: createId(), exerciseId, sets: sets.map((set) => ({ ...set, id: createId() })) }
}
