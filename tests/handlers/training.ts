import { expect } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { TestResponse } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'

export type Workout = Schemas['Workout']
export type WorkoutInput = Schemas['WorkoutInput']
export type SetInput = Schemas['WorkoutSetInput']

/** The representation of a resource, and its ETag. */
export interface Representation<Body> {
  readonly body: Body
  readonly etag: string
}

/** The body of a response. Throws if the status is not the expected one. */
export function expectBody<Body>(response: TestResponse, status: number): Body {
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${response.text}`)
  return response.json<Body>()
}

function representationOf<Body>(response: TestResponse, status: number): Representation<Body> {
  const body = expectBody<Body>(response, status)
  const etag = response.headers.get('ETag')
  if (etag === null) throw new Error('the response has no ETag')
  return { body, etag }
}

/** Creates a resource with `POST`. */
export async function post<Body>(user: TestUser, path: string, body: unknown): Promise<Representation<Body>> {
  return representationOf(await user.send('POST', path, { body }), 201)
}

/** Reads a resource. */
export async function get<Body>(user: TestUser, path: string): Promise<Representation<Body>> {
  return representationOf(await user.send('GET', path), 200)
}

/** Replaces a resource that has this ETag. */
export async function put<Body>(
  user: TestUser,
  path: string,
  body: unknown,
  etag: string,
): Promise<Representation<Body>> {
  return representationOf(await user.send('PUT', path, { body, headers: { 'If-Match': etag } }), 200)
}

/** Chooses double progression for an exercise. */
export async function chooseDoubleProgression(user: TestUser, exerciseId: string): Promise<void> {
  await put(user, `/api/exercises/${exerciseId}/progression`, { scheme: 'double' }, '*')
}

/** Deletes a resource, at any revision. */
export async function remove(user: TestUser, path: string): Promise<void> {
  const { status, text } = await user.send('DELETE', path, { headers: { 'If-Match': '*' } })
  expect([status, text]).toEqual([204, ''])
}

/** Logs a workout. */
export function log(user: TestUser, workout: WorkoutInput): Promise<Representation<Workout>> {
  return post(user, '/api/workouts', workout)
}

/** Replaces a workout that has this ETag. */
export function save(user: TestUser, workout: WorkoutInput & { id: string }, etag: string) {
  return put<Workout>(user, `/api/workouts/${workout.id}`, workout, etag)
}

/** The fields of a workout that a client may send. */
export function inputOf({ totals, doubts, revision, createdAt, updatedAt, ...input }: Workout) {
  return input
}

/** A set with reps and a weight in kilograms. */
export function reps(count: number, kilograms?: number, fields: Partial<SetInput> = {}): SetInput {
  return {
    type: 'normal',
    reps: count,
    ...(kilograms !== undefined && { weight: { value: kilograms, unit: 'kg' } }),
    ...fields,
  }
}

/** A workout with one exercise. */
export function workoutOf(startedAt: string, exerciseId: string, ...sets: SetInput[]): WorkoutInput {
  return { startedAt, exercises: [{ exerciseId, sets }] }
}

/** Creates a custom exercise, by default a barbell exercise for the chest. */
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

/** The status and the code of a problem, and the locations and codes of its errors. */
export function problemOf(response: TestResponse): readonly unknown[] {
  const { code, errors } = response.json<Schemas['Problem']>()
  const fieldProblems = errors?.map(
    (error) => `${error.pointer ?? error.parameter ?? error.header} ${error.code}`,
  )
  return fieldProblems ? [response.status, code, ...fieldProblems] : [response.status, code]
}

/** All items of a list, from all of its pages. */
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
