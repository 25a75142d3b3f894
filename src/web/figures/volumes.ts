import { computed } from '@preact/signals'
import { workByExercise } from '#training/exercise-work.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { bodyweightAt, exerciseIndex, performedSets, workoutsSince } from './performed.ts'

const week = 7 * 86_400_000

/** The work of each muscle in the last seven days. */
export const volumes = computed<readonly MuscleVolume[]>(() => {
  const exercises = exerciseIndex.value
  const sets = performedSets(workoutsSince(Date.now() - week))
  return muscleVolumes(
    workByExercise(sets, { exercises, bodyweightAt: bodyweightAt.value }).values(),
    exercises,
  )
})
