import type { LocalWorkout, Replog } from '#client/index.ts'
import { createId } from '../state/id.ts'
import { log, workoutInProgress } from '../state/log.ts'

export type Content = Omit<Parameters<Replog['workouts']['put']>[0], 'id' | 'startedAt'>

let starting: Promise<LocalWorkout> | undefined

/**
 * Starts a workout, unless one is in progress or about to be, as after a double tap. Resolves to the workout that is
 * then in progress.
 */
export async function startWorkout(content: () => Content): Promise<LocalWorkout> {
  const current = workoutInProgress.value
  if (current) return current
  starting ??= log()
    .workouts.put({ ...content(), id: createId(), startedAt: new Date().toISOString() })
    .finally(() => {
      starting = undefined
    })
  return starting
}
