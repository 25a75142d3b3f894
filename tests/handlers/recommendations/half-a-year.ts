import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import {
  expectBody,
  inputOf,
  log,
  put,
  reps,
  type SetInput,
  save,
  type Workout,
  workoutOf,
} from '../training.ts'

/** The lift that progresses, for the upper body, so that the default increment is 2.5 kg. */
const bench = 'barbell-bench-press'

/** The first workout; the others follow a week apart. */
export const firstWorkout = Date.parse('2026-01-05T18:00:00Z')
/** Milliseconds. */
export const week = 7 * 86_400_000

/** The lift's next prescription, as of a week. */
async function nextOf(user: TestUser, index: number): Promise<Schemas['Prescription']> {
  const at = new Date(firstWorkout + index * week).toISOString()
  const path = `/api/recommendations/progression?exerciseId=${bench}&at=${at}`
  const [next] = expectBody<Schemas['ProgressionReport']>(await user.send('GET', path), 200).items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

/** How a lifter does a planned set. */
type Doing = (
  planned: Schemas['PrescribedSet'],
  place: { readonly week: number; readonly set: number; readonly of: number },
) => Partial<SetInput>

/** Completes the prescribed reps up to `ceiling` kilograms, and `short` fewer above it. */
export const upTo =
  (ceiling: number, short = 1): Doing =>
  ({ weight, reps: asked }) => ({
    reps: Math.max(0, (asked?.min ?? 0) - ((weight?.value ?? 0) > ceiling ? short : 0)),
  })

/** A recommended workout with the lift, posted unchanged and then completed set by set. */
async function trainAsRecommended(user: TestUser, index: number, doing: Doing): Promise<void> {
  const at = new Date(firstWorkout + index * week).toISOString()
  const body = { minutes: 240, at, focus: ['chest'] }
  const recommended = expectBody<Schemas['WorkoutRecommendation']>(
    await user.send('POST', '/api/recommendations/workout', { body }),
    200,
  )
  const plan = recommended.exercises.find(({ exerciseId }) => exerciseId === bench)
  if (!plan) throw new Error(`the lift isn’t in the workout of week ${index}`)
  expect(plan.sets).toEqual((await nextOf(user, index)).sets)
  const posted = await log(user, recommended.workout)
  await save(user, filledIn(posted.body, plan, index, doing), posted.etag)
}

/** The workout with the working sets of the lift done; the other exercises stay planned and don't count. */
function filledIn(
  workout: Workout,
  { warmUps, sets }: Schemas['RecommendedExercise'],
  index: number,
  doing: Doing,
): Schemas['WorkoutInput'] & { id: string } {
  const input = inputOf(workout)
  const exercises = input.exercises.map((exercise) => {
    if (exercise.exerciseId !== bench) return exercise
    const done = exercise.sets.map((set, place) => {
      const planned = sets[place - warmUps.length]
      if (!planned || planned.type === 'warmup') return { ...set, reps: set.target?.reps?.min ?? 5 }
      const at = { week: index, set: place - warmUps.length, of: sets.length }
      return { ...set, ...doing(planned, at) }
    })
    return { ...exercise, sets: done }
  })
  return { ...input, exercises }
}

/** The deload offered as an alternative to the prescription. */
async function trainLighter(user: TestUser, index: number): Promise<void> {
  const { deload } = await nextOf(user, index)
  if (!deload) throw new Error(`no deload in week ${index}`)
  const sets = deload.sets.map((set) => reps(set.reps?.min ?? 0, set.weight?.value))
  await log(user, workoutOf(new Date(firstWorkout + index * week).toISOString(), bench, ...sets))
}

/** How half a year of a lift is trained. */
export interface HalfYear {
  /** Chosen an hour before the first workout. If left out, the default applies. */
  readonly scheme?: Schemas['ProgressionScheme']
  /** The sets of the first week. If left out, they are those recommended. */
  readonly first?: readonly SetInput[]
  readonly doing: Doing
  /** Weeks in which the offered deload is taken. */
  readonly lighter?: readonly number[]
}

/** Trains a lift once a week for half a year through the API; returns the prescriptions of weeks 1–26. */
export async function halfAYear(
  app: TestApp,
  { scheme, first, doing, lighter = [] }: HalfYear,
): Promise<Schemas['Prescription'][]> {
  const user = await app.register()
  if (scheme) {
    const end = app.clock.now
    app.clock.now = firstWorkout - 3_600_000
    await put(user, `/api/exercises/${bench}/progression`, scheme, '*')
    app.clock.now = end
  }
  if (first) await log(user, workoutOf(new Date(firstWorkout).toISOString(), bench, ...first))
  else await trainAsRecommended(user, 0, doing)
  const prescribed: Schemas['Prescription'][] = []
  for (let index = 1; index <= 26; index++) {
    prescribed.push(await nextOf(user, index))
    if (lighter.includes(index)) await trainLighter(user, index)
    else await trainAsRecommended(user, index, doing)
  }
  return prescribed
}

/** Kilograms of a set of each week, the last one by default. */
export const kilograms = (prescribed: readonly Schemas['Prescription'][], set = -1): number[] =>
  prescribed.map(({ sets }) => sets.at(set)?.weight?.value ?? 0)

/** The rules of the weeks, without the name of the scheme. */
export const rules = (prescribed: readonly Schemas['Prescription'][]): string[] =>
  prescribed.map(({ rule }) => rule.slice(rule.indexOf('.') + 1))
