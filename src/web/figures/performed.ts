import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import type { ExerciseIndex, PerformedSet } from '#training/types.ts'
import { fromPounds, toGrams, toMillimeters } from '#training/units.ts'
import { exercises } from '../state/catalogue.ts'
import { workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import type { LoggedSet, Weight } from '../workout/model.ts'

const grams = (weight: Weight): number =>
  settings.value.unit === 'lb' ? fromPounds(toGrams(weight)) : toGrams(weight)

function performed(set: LoggedSet, exerciseId: string, workout: LocalWorkout): PerformedSet {
  return {
    id: set.id,
    workoutId: workout.id,
    exerciseId,
    performedAt: Date.parse(workout.startedAt),
    timeZone: workout.timeZone,
    workoutBodyweightGrams: workout.bodyweight && toGrams(workout.bodyweight),
    type: set.type,
    reps: set.reps,
    weightGrams: set.weight && grams(set.weight),
    assistanceGrams: set.assistance && grams(set.assistance),
    durationSeconds: set.durationSeconds,
    distanceMillimeters: set.distance && toMillimeters(set.distance),
    rpe: set.rpe,
    rir: set.rir,
    side: set.side,
  }
}

/** The sets of workouts, in the form that the figures are computed from. */
export function performedSets(from: Iterable<LocalWorkout>): PerformedSet[] {
  const known = exercises.value
  const sets: PerformedSet[] = []
  for (const workout of from) {
    for (const { exerciseId, sets: own } of workout.exercises) {
      if (!known.has(exerciseId)) continue
      for (const set of own) sets.push(performed(set, exerciseId, workout))
    }
  }
  return sets
}

/** Workouts that began at a time or later. */
export function workoutsSince(time: number): LocalWorkout[] {
  const since = new Date(time).toISOString()
  const all = workouts.value
  const end = all.findIndex(({ startedAt }) => startedAt < since)
  return end < 0 ? [...all] : all.slice(0, end)
}

/** What the figures need to know about the exercises. */
export const exerciseIndex = computed<ExerciseIndex>(() => exercises.value)
