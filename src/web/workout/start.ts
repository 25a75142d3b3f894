import type { LocalWorkout } from '#client/index.ts'
import { go } from '../route.ts'
import { createId } from '../state/id.ts'
import { log, workoutInProgress } from '../state/log.ts'
import type { LoggedExercise } from './model.ts'
import { planAgain } from './plan.ts'

/** A default name by the time of day. */
function nameNow(): string {
  const hour = new Date().getHours()
  if (hour < 5) return 'Night workout'
  if (hour < 12) return 'Morning workout'
  return hour < 17 ? 'Afternoon workout' : 'Evening workout'
}

/** Starts a workout. */
async function start(name: string, exercises: readonly LoggedExercise[]): Promise<void> {
  await log().workouts.put({
    id: createId(),
    name,
    startedAt: new Date().toISOString(),
    exercises: [...exercises],
  })
}

/** Starts an empty workout, and opens the exercise picker. */
export async function startEmpty(): Promise<void> {
  if (!workoutInProgress.value) await start(nameNow(), [])
  go('workout')
  go('add')
}

/** Starts a past workout again. */
export async function repeat(workout: LocalWorkout): Promise<void> {
  if (!workoutInProgress.value) await start(workout.name ?? nameNow(), planAgain(workout))
  go('workout')
}
