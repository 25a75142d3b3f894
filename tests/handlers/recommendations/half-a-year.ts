import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
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

/** The exercise that progresses. It is for the upper body, so the default increment is 2.5 kg. */
const bench = 'barbell-bench-press'

/** The start of the first workout. There is one per week. */
export const firstWorkout = Date.parse('2026-01-05T18:00:00Z')
/** A week in milliseconds. */
export const weekMs = 7 * dayMs

/** The prescription of the exercise for the week with this index. */
async function nextOf(user: TestUser, index: number): Promise<Schemas['Prescription']> {
  const at = new Date(firstWorkout + index * weekMs).toISOString()
  const path = `/api/recommendations/progression?exerciseId=${bench}&at=${at}`
  const [next] = expectBody<Schemas['ProgressionReport']>(await user.send('GET', path), 200).items
  if (next?.status !== 'prescription') throw new Error(`no prescription: ${JSON.stringify(next)}`)
  return next
}

/** Returns what a lifter does in a planned set. */
type Lifter = (
  planned: Schemas['PrescribedSet'],
  position: { readonly week: number; readonly set: number; readonly of: number },
) => Partial<SetInput>

/** A lifter who does the prescribed reps up to a weight in kilograms, and fewer above it. */
export const lifterUpTo =
  (maxWeight: number, missedReps = 1): Lifter =>
  ({ weight, reps: repRange }) => ({
    reps: Math.max(0, (repRange?.min ?? 0) - ((weight?.value ?? 0) > maxWeight ? missedReps : 0)),
  })

/** Posts a recommended workout unchanged, and then saves it with completed sets. */
async function trainAsRecommended(user: TestUser, index: number, lifter: Lifter): Promise<void> {
  const at = new Date(firstWorkout + index * weekMs).toISOString()
  const body = { minutes: 240, at, focus: ['chest'] }
  const recommended = expectBody<Schemas['WorkoutRecommendation']>(
    await user.send('POST', '/api/recommendations/workout', { body }),
    200,
  )
  const plan = recommended.exercises.find(({ exerciseId }) => exerciseId === bench)
  if (!plan) throw new Error(`the workout of week ${index} does not have the exercise`)
  expect(plan.sets).toEqual((await nextOf(user, index)).sets)
  const posted = await log(user, recommended.workout)
  await save(user, withCompletedSets(posted.body, plan, index, lifter), posted.etag)
}

/** The workout with completed sets of the exercise. Sets of other exercises stay planned, and don't count. */
function withCompletedSets(
  workout: Workout,
  { warmUps, sets }: Schemas['RecommendedExercise'],
  index: number,
  lifter: Lifter,
): Schemas['WorkoutInput'] & { id: string } {
  const input = inputOf(workout)
  const exercises = input.exercises.map((exercise) => {
    if (exercise.exerciseId !== bench) return exercise
    const doneSets = exercise.sets.map((set, setIndex) => {
      const planned = sets[setIndex - warmUps.length]
      if (!planned || planned.type === 'warmup') return { ...set, reps: set.target?.reps?.min ?? 5 }
      const position = { week: index, set: setIndex - warmUps.length, of: sets.length }
      return { ...set, ...lifter(planned, position) }
    })
    return { ...exercise, sets: doneSets }
  })
  return { ...input, exercises }
}

/** Logs the deload that is offered as an alternative to the prescription. */
async function trainDeload(user: TestUser, index: number): Promise<void> {
  const { deload } = await nextOf(user, index)
  if (!deload) throw new Error(`no deload in week ${index}`)
  const sets = deload.sets.map((set) => reps(set.reps?.min ?? 0, set.weight?.value))
  await log(user, workoutOf(new Date(firstWorkout + index * weekMs).toISOString(), bench, ...sets))
}

/** How the exercise is trained for half a year. */
export interface HalfYear {
  /** The scheme, chosen an hour before the first workout. Without one, the default applies. */
  readonly scheme?: Schemas['ProgressionScheme']
  /** The sets of the first week. Without them, the recommended sets are done. */
  readonly firstSets?: readonly SetInput[]
  readonly lifter: Lifter
  /** The weeks in which the offered deload is done. */
  readonly deloadWeeks?: readonly number[]
}

/** Trains the exercise weekly for half a year through the API. Resolves to the prescriptions of weeks 1 to 26. */
export async function trainHalfYear(
  app: TestApp,
  { scheme, firstSets, lifter, deloadWeeks = [] }: HalfYear,
): Promise<Schemas['Prescription'][]> {
  const user = await app.register()
  if (scheme) {
    const end = app.clock.now
    app.clock.now = firstWorkout - 3_600_000
    await put(user, `/api/exercises/${bench}/progression`, scheme, '*')
    app.clock.now = end
  }
  if (firstSets) await log(user, workoutOf(new Date(firstWorkout).toISOString(), bench, ...firstSets))
  else await trainAsRecommended(user, 0, lifter)
  const prescribed: Schemas['Prescription'][] = []
  for (let index = 1; index <= 26; index++) {
    prescribed.push(await nextOf(user, index))
    if (deloadWeeks.includes(index)) await trainDeload(user, index)
    else await trainAsRecommended(user, index, lifter)
  }
  return prescribed
}

/** The weight in kilograms of one set per week, by default the last one. */
export const kilogramsOf = (prescribed: readonly Schemas['Prescription'][], set = -1): number[] =>
  prescribed.map(({ sets }) => sets.at(set)?.weight?.value ?? 0)

/** The rule of each week, without the name of the scheme. */
export const rulesOf = (prescribed: readonly Schemas['Prescription'][]): string[] =>
  prescribed.map(({ rule }) => rule.slice(rule.indexOf('.') + 1))
