import type { LocalWorkout } from '#client/index.ts'
import { createId } from '../state/id.ts'
import type { LoggedExercise } from './model.ts'
import { plannedCopy } from './planned-copy.ts'

/** The exercises of a past workout as a new plan, including sets that were skipped that day. */
export function planAgain({ exercises }: LocalWorkout): LoggedExercise[] {
  return exercises.map(({ notes, ...exercise }) => ({
    ...exercise,
    id: createId(),
    sets: exercise.sets.map((set) => ({ ...plannedCopy(set), id: createId() })),
  }))
}
