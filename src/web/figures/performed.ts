import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { type Days, userDays } from '#training/days.ts'
import { bodyweights, performedSets as setsOf } from '#training/log/from-workouts.ts'
import type { ExerciseIndex, PerformedSet } from '#training/types.ts'
import { exercises } from '../state/catalogue.ts'
import { changes, log, workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'

/** The reader's days. */
export const days: Days = userDays({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })

export const today = (): number => days.dayOf(Date.now())

/** What the figures need to know about the exercises. */
export const exerciseIndex = computed<ExerciseIndex>(() => exercises.value)

/** The bodyweight at a time. */
export const bodyweightAt = computed<BodyweightAt>(() => {
  changes.value
  return bodyweightOver(bodyweights(log().measurements.list(), settings.value.unit), days)
})

/** The sets of workouts in the form that the figures are computed from, oldest first. */
export function performedSets(from: readonly LocalWorkout[], exerciseId?: string): PerformedSet[] {
  const known = exerciseIndex.value
  const wanted = {
    unit: settings.value.unit,
    before: Date.now() + 1,
    ...(exerciseId !== undefined && { exerciseId }),
  }
  return setsOf(from, wanted).filter((set) => known.has(set.exerciseId))
}

/** Workouts that began at a time or later. */
export function workoutsSince(time: number): readonly LocalWorkout[] {
  const since = new Date(time).toISOString()
  const all = workouts.value
  const end = all.findIndex(({ startedAt }) => startedAt < since)
  return end < 0 ? all : all.slice(0, end)
}
