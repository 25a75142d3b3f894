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

/** An exercise to add to a workout: with the coach's sets, those of last time, or three initial ones. */
export function plannedExercise(exerciseId: string, workout: LocalWorkout): LoggedExercise {
  const last = lastSession(exerciseId, workout)
  const restSeconds = restOf(exerciseId)
  // The coach plans for today, from workouts that may be later than a past one.
  const next = workout.endedAt === undefined ? coach.value?.nextTime(exerciseId) : undefined
  if (next) {
    const weight = { value: next.weight, unit: settings.value.unit }
    const sets = next.reps.map((reps, index) => ({
      id: createId(),
      type: 'normal' as const,
      weight,
      restSeconds,
      target: {
        weight,
        reps: { min: reps, max: reps },
        ...(next.isOpen && index === next.reps.length - 1 && { openEnded: true }),
      },
    }))
    return { id: createId(), exerciseId, sets }
  }
  const sets: Omit<LoggedSet, 'id'>[] = last
    ? last.sets.map((set) => ({ ...plannedCopy(set), restSeconds }))
    : Array.from({ length: firstSets }, () => ({
        type: 'normal' as const,
        restSeconds,
        target: { reps: firstReps },
      }))
  return { id: createId(), exerciseId, sets: sets.map((set) => ({ ...set, id: createId() })) }
}

/** The exercises of a past workout as a new plan, including sets that were skipped that day. */
export function planAgain({ exercises }: LocalWorkout): LoggedExercise[] {
  return exercises.map(({ notes, ...exercise }) => ({
    ...exercise,
    id: createId(),
    sets: exercise.sets.map((set) => ({ ...plannedCopy(set), id: createId() })),
  }))
}
