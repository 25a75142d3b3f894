import type { LocalWorkout } from '#client/index.ts'
import type { Edit } from '../state/edits.ts'
import { isDone } from './model.ts'
import { planned } from './plan.ts'

/**
 * Replaces an exercise with another one and its own weights from last time. Completed sets stay, as an exercise before
 * it.
 */
export function swap(exerciseEntryId: string, exerciseId: string, workout: LocalWorkout): Edit {
  const added = planned(exerciseId, workout)
  return (now) => {
    if (now.exercises.some(({ id }) => id === added.id)) return now
    return {
      ...now,
      exercises: now.exercises.flatMap((one) => {
        if (one.id !== exerciseEntryId) return [one]
        const done = one.sets.filter(isDone)
        const open = one.sets.filter((set) => !isDone(set))
        const sets =
          added.sets.length > open.length && open.length > 0 ? added.sets.slice(0, open.length) : added.sets
        const { supersetGroup } = one
        const swapped = { ...added, sets, ...(supersetGroup !== undefined && { supersetGroup }) }
        return done.length > 0 ? [{ ...one, sets: done }, swapped] : [swapped]
      }),
    }
  }
}
