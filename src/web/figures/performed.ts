import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { bodyweights, performedSets as setsOf } from '#training/log/from-workouts.ts'
import type { WeekStart } from '#training/periods.ts'
import type { ExerciseIndex, PerformedSet } from '#training/types.ts'
import { exercises } from '../state/catalogue.ts'
import { quarterHour } from '../state/clock.ts'
import { localWeekStart } from '../state/locale.ts'
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

/** The day on which the user's weeks start. */
export const weekStart = computed((): WeekStart => {
  changes.value
  return log().user?.weekStart ?? localWeekStart(navigator.languages)
})

/** Today's day number. What reads it is updated when the day ends. */
export function today(): number {
  quarterHour.value
  return days.value.dayOf(Date.now())
}

/** What the figures need to know about the exercises. */
export const exerciseIndex = computed<ExerciseIndex>(() => exercises.value)

const measurements = computed(() => {
  changes.value
  return log().measurements.list()
})

/** The bodyweight at a given time. */
export const bodyweightAt = computed<BodyweightAt>(() =>
  bodyweightOver(bodyweights(measurements.value, settings.value.unit), days.value),
)

/** The sets of workouts as input for figures, oldest first. */
export function performedSets(source: readonly LocalWorkout[], exerciseId?: string): PerformedSet[] {
  const index = exerciseIndex.value
  const options = {
    unit: settings.value.unit,
    before: Date.now() + 1,
    ...(exerciseId !== undefined && { exerciseId }),
  }
  return setsOf(source, options).filter((set) => index.has(set.exerciseId))
}

/** The day of a workout. */
export const dayOf = ({ startedAt, timeZone }: LocalWorkout): number =>
  days.value.dayOf(Date.parse(startedAt), timeZone)

/** Workouts that began at `time` or later. */
export function workoutsSince(time: number): readonly LocalWorkout[] {
  const since = new Date(time).toISOString()
  const newestFirst = workouts.value
  const firstEarlier = newestFirst.findIndex(({ startedAt }) => startedAt < since)
  return firstEarlier < 0 ? newestFirst : newestFirst.slice(0, firstEarlier)
}

/** Workouts that began on `day` or later, each in its own time zone. */
export const workoutsFromDay = (day: number): readonly LocalWorkout[] =>
  // In some time zones, a day begins before it does in UTC, but by less than two days.
  workoutsSince((day - 2) * dayMs).filter((workout) => dayOf(workout) >= day)
