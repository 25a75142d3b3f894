import type { LocalWorkout } from '#client/index.ts'
import { edit } from '../state/edits.ts'
import { addExercises } from './change.ts'
import { plannedExercise } from './plan.ts'
import { emptyWorkout } from './start.ts'
import { startWorkout } from './start-workout.ts'

/** Adds exercises to the given workout, or else to the one in progress, or else to a new one. */
export async function addToWorkout(ids: readonly string[], given?: LocalWorkout): Promise<void> {
  const workout = given ?? (await startWorkout(emptyWorkout))
  void edit(workout.id, addExercises(ids.map((id) => plannedExercise(id, workout))))
}
