import type { LocalWorkout } from '#client/index.ts'
import type { Edit } from '../state/pending.ts'
import { isDone } from './model.ts'
import { plannedExercise } from './plan.ts'

/**
 * Replaces an exercise with another one, which gets its own weights from last time. Completed sets stay with the
 * replaced exercise, before the new one.
 */
export function swapExercise(exerciseEntryId: string, exerciseId: string, workout: LocalWorkout): Edit {
  const added = plannedExercise(exerciseId, workout)
  return (current) => {
    if (current.exercises.some(({ id }) => id === added.id)) return current
    return {
      ...current,
      exercises: current.exercises.flatMap((exercise) => {
        if (exercise.id !== exerciseEntryId) return [exercise]
        const doneSets = exercise.sets.filter(isDone)
        const openSets = exercise.sets.filter((set) => !isDone(set))
        const sets =
          added.sets.length > openSets.length && openSets.length > 0
            ? added.sets.slice(0, openSets.length)
            : added.sets
        const { supersetGroup } = exercise
        const swapped = { ...added, sets, ...(supersetGroup !== undefined && { supersetGroup }) }
        return doneSets.length > 0 ? [{ ...exercise, sets: doneSets }, swapped] : [swapped]
      }),
    }
  }
}
