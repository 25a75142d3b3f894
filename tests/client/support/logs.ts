import type { LocalWorkout, Replog, WorkoutToPut } from '#client/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { type TestDevice, testDevice } from './device.ts'

let users = 0

/** A user who is logged in on a device. */
export interface LoggedInDevice {
  readonly email: string
  readonly device: TestDevice
  readonly replog: Replog
}

/** Registers a user on a new device. */
export async function signUp(app: TestApp): Promise<LoggedInDevice> {
  const email = `lifter-${++users}@lift.dev`
  const device = testDevice(app)
  const replog = await device.open()
  await replog.register({ email, password })
  return { email, device, replog }
}

/** Logs in an existing user on a new device, and syncs. */
export async function logIn(app: TestApp, email: string): Promise<LoggedInDevice> {
  const device = testDevice(app)
  const replog = await device.open()
  await replog.logIn({ email, password })
  await replog.sync()
  return { email, device, replog }
}

/** A workout of squats with a set for each number of reps. */
export function squats(...reps: readonly number[]): WorkoutToPut {
  return {
    name: 'Legs',
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [
      { exerciseId: 'barbell-back-squat', sets: reps.map((count) => ({ type: 'normal', reps: count })) },
    ],
  }
}

/** The workout with one more set. */
export function withSet(workout: LocalWorkout, reps: number): WorkoutToPut {
  const [first, ...others] = workout.exercises
  if (!first) throw new Error('the workout has no exercise')
  return { ...workout, exercises: [{ ...first, sets: [...first.sets, { type: 'normal', reps }] }, ...others] }
}

/** The reps of each set, in order. */
export function repsOf(workout: LocalWorkout | undefined): (number | undefined)[] | undefined {
  return workout?.exercises.flatMap(({ sets }) => sets.map((set) => set.reps))
}

/** A stored workout. Throws if it doesn't exist. */
export function workoutIn(replog: Replog, id: string): LocalWorkout {
  const workout = replog.workouts.get(id)
  if (!workout) throw new Error("the workout doesn't exist")
  return workout
}
