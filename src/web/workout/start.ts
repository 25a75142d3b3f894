import type { LocalWorkout } from '#client/index.ts'
import { go } from '../route.ts'
import { planAgain } from './plan-again.ts'
import { type Content, startWorkout } from './start-workout.ts'

/** A default name by the time of day. */
function nameNow(): string {
  const hour = new Date().getHours()
  if (hour < 5) return 'Night workout'
  if (hour < 12) return 'Morning workout'
  return hour < 17 ? 'Afternoon workout' : 'Evening workout'
}

export const emptyWorkout = (): Content => ({ name: nameNow(), exercises: [] })

/** Starts an empty workout, and opens the exercise picker. */
export async function startEmpty(): Promise<void> {
  await startWorkout(emptyWorkout)
  go('workout')
  go('add')
}

/** Starts a past workout again. */
export async function repeat(workout: LocalWorkout): Promise<void> {
  await startWorkout(() => ({ name: workout.name ?? nameNow(), exercises: planAgain(workout) }))
  go('workout')
}
