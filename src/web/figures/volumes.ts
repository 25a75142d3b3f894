import { computed } from '@preact/signals'
import type { DayNumber } from '#training/days.ts'
import { type ExerciseWork, workByExercise } from '#training/exercise-work.ts'
import { overreachDays } from '#training/overreaches.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { bodyweightAt, dayOf, exerciseIndex, performedSets, today, workoutsFromDay } from './performed.ts'

/** The work of the seven days up to a day, by which an overreach on that day is judged. */
export function weekUpTo(day: DayNumber): ExerciseWork[] {
  const workouts = workoutsFromDay(day - overreachDays + 1).filter((workout) => dayOf(workout) <= day)
  const context = { exercises: exerciseIndex.value, bodyweightAt: bodyweightAt.value }
  return [...workByExercise(performedSets(workouts), context).values()]
}

/** The volume of each muscle in the seven days up to a day. */
export const volumesUpTo = (day: DayNumber): MuscleVolume[] =>
  muscleVolumes(weekUpTo(day), exerciseIndex.value)

/** The volume of each muscle in the last seven days. */
export const volumes = computed<readonly MuscleVolume[]>(() => volumesUpTo(today()))
