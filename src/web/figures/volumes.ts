import { computed } from '@preact/signals'
import { workByExercise } from '#training/exercise-work.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { bodyweightAt, exerciseIndex, performedSets, today, workoutsFromDay } from './performed.ts'

/** The length of the period in days, including today. */
const weekDays = 7

/** The volume of each muscle in the last seven days. */
export const volumes = computed<readonly MuscleVolume[]>(() => {
  const exercises = exerciseIndex.value
  const sets = performedSets(workoutsFromDay(today() - weekDays + 1))
  return muscleVolumes(
    workByExercise(sets, { exercises, bodyweightAt: bodyweightAt.value }).values(),
    exercises,
  )
})
