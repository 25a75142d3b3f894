import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { bodyweights, performedSets as setsOf } from '#training/log/from-workouts.ts'
import type { WeekStart } from '#training/periods.ts'
import type { ExerciseIndex, PerformedSet } from '#training/types.ts'
import { exercises } from '../state/catalogue.ts'
import { changes, log, workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { daysOf } from './days-of.ts'

/** The part of the profile that days depend on; as text, so that dependents update only when it differs. */
const dayProfile = computed(() => {
  changes.value
  const { timeZone, dayStartHour } = log().user ?? {}
  return JSON.stringify({ timeZone, dayStartHour })
})

/** The user's days. */
export const days = computed(() => {
  const { timeZone, dayStartHour } = JSON.parse(dayProfile.value)
  return daysOf(timeZone === undefined ? undefined : { timeZone, dayStartHour })
})

/** The day on which their weeks start. */
export const weekStart = computed((): WeekStart => {
  changes.value
  return log().user?.weekStart ?? 'monday'
})

export const today = (): number => days.value.dayOf(Date.now())

/** What the figures need to know about the exercises. */
export const exerciseIndex = computed<ExerciseIndex>(() => exercises.value)

const measurements = computed(() => {
  changes.value
  return log().measurements.list()
})

/** The bodyweight at a time. */
export const bodyweightAt = computed<BodyweightAt>(() =>
  bodyweightOver(bodyweights(measurements.value, settings.value.unit), days.value),
)

/** The sets of workouts as input for figures, oldest first. */
export function performedSets(from: readonly LocalWorkout[], exerciseId?: string): PerformedSet[] {
  const known = exerciseIndex.value
  const wanted = {
    unit: settings.value.unit,
    before: Date.now() + 1,
    ...(exerciseId !== undefined && { exerciseId }),
  }
  return setsOf(from, wanted).filter((set) => known.has(set.exerciseId))
}

/** The day of a workout. */
export const dayOf = ({ startedAt, timeZone }: LocalWorkout): number =>
  days.value.dayOf(Date.parse(startedAt), timeZone)

/** Workouts that began at a time or later. */
export function workoutsSince(time: number): readonly LocalWorkout[] {
  const since = new Date(time).toISOString()
  const all = workouts.value
  const end = all.findIndex(({ startedAt }) => startedAt < since)
  return end < 0 ? all : all.slice(0, end)
}

const dayMs = 86_400_000

/** Workouts of a day or later, in the time zone of each. */
export const workoutsFromDay = (day: number): readonly LocalWorkout[] =>
  // In some time zone, it may still be that day up to two days later.
  workoutsSince((day - 2) * dayMs).filter((workout) => dayOf(workout) >= day)
