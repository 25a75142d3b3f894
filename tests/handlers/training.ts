import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { Received } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'

export type Workout = Schemas['Workout']
export type WorkoutInput = Schemas['WorkoutInput']
export type ExerciseInput = Schemas['WorkoutExerciseInput']
export type SetInput = Schemas['WorkoutSetInput']

/** A representation, and the ETag for changing it. */
export interface Representation<Body> {
  readonly body: Body
  readonly etag: string
}

/** The body of a response with the expected status; fails the test otherwise. */
export function expectBody<Body>(response: Received, status: number): Body {
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${response.text}`)
  return response.json<Body>()
}

function representation<Body>(response: Received, status: number): Representation<Body> {
  const body = expectBody<Body>(response, status)
  const etag = response.headers.get('ETag')
  if (etag === null) throw new Error('the response has no ETag')
  return { body, etag }
}

/** Creates something with `POST`. */
export async function post<Body>(user: TestUser, path: string, body: unknown): Promise<Representation<Body>> {
  return representation(await user.send('POST', path, { body }), 201)
}

/** Reads something. */
export async function get<Body>(user: TestUser, path: string): Promise<Representation<Body>> {
  return representation(await user.send('GET', path), 200)
}

/** Replaces something, based on an ETag. */
export async function put<Body>(
  user: TestUser,
  path: string,
  body: unknown,
  etag: string,
): Promise<Representation<Body>> {
  return representation(await user.send('PUT', path, { body, headers: { 'If-Match': etag } }), 200)
}

/** Chooses double progression for an exercise. */
export async function chooseDoubleProgression(user: TestUser, exerciseId: string): Promise<void> {
  await put(user, `/api/exercises/${exerciseId}/progression`, { scheme: 'double' }, '*')
}

/** Deletes something at its current revision. */
export async function remove(user: TestUser, path: string): Promise<void> {
  const { status, text } = await user.send('DELETE', path, { headers: { 'If-Match': '*' } })
  expect([status, text]).toEqual([204, ''])
}

/** Logs a workout. */
export function log(user: TestUser, workout: WorkoutInput): Promise<Representation<Workout>> {
  return post(user, '/api/workouts', workout)
}

/** Saves a workout. */
export function save(user: TestUser, workout: WorkoutInput & { id: string }, etag: string) {
  return put<Workout>(user, `/api/workouts/${workout.id}`, workout, etag)
}

/** The part of a workout that a client may send back. */
export function inputOf({ totals, doubts, revision, createdAt, updatedAt, ...input }: Workout) {
  return input
}

/** A set with reps and kilograms. */
export function reps(count: number, kilograms?: number, rest: Partial<SetInput> = {}): SetInput {
  return {
    type: 'normal',
    reps: count,
    ...(kilograms !== undefined && { weight: { value: kilograms, unit: 'kg' } }),
    ...rest,
  }
}

/** A workout of one exercise. */
export function workoutOf(startedAt: string, exerciseId: string, ...sets: SetInput[]): WorkoutInput {
  return { startedAt, exercises: [{ exerciseId, sets }] }
}

/** Creates a custom exercise, by default a barbell lift for the chest. */
export async function ownExercise(
  user: TestUser,
  fields: Partial<Schemas['ExerciseInput']> = {},
): Promise<Representation<Schemas['Exercise']>> {
  const input: Schemas['ExerciseInput'] = {
    name: `Own ${crypto.randomUUID()}`,
    category: 'push',
    equipment: 'barbell',
    tracking: 'weight_reps',
    engagement: [{ muscle: 'chest', percent: 80 }],
    ...fields,
  }
  return post(user, '/api/exercises', input)
}

/** Records a bodyweight in kilograms. */
export function weigh(user: TestUser, measuredAt: string, kilograms: number) {
  const body = { kind: 'bodyweight', value: kilograms, unit: 'kg', measuredAt }
  return post<Schemas['Measurement']>(user, '/api/measurements', body)
}

/** Changes the profile's time zone. */
export async function setTimeZone(user: TestUser, timeZone: string): Promise<void> {
  const headers = { 'If-Match': '*', 'Content-Type': 'application/json' }
  expectBody(await user.send('PATCH', '/api/users/me', { body: { timeZone }, headers }), 200)
}

/** The status, code and error locations of a problem, for comparison. */
export function problemOf(response: Received): readonly unknown[] {
  const { code, errors } = response.json<Schemas['Problem']>()
  const fieldProblems = errors?.map(
    (error) => `${error.pointer ?? error.parameter ?? error.header} ${error.code}`,
  )
  return fieldProblems ? [response.status, code, ...fieldProblems] : [response.status, code]
}

/** Every item of a list, page by page. */
export async function listAll<Item>(user: TestUser, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const url = cursor === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`
    const page = expectBody<{ items: Item[]; nextCursor?: string }>(await user.send('GET', url), 200)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return items
}
