import type { Schemas } from '#generated/types.ts'
import { password, type TestUser } from '#tests/support/user.ts'
import { exerciseBody, importBody, measurementBodies, workoutBody } from './bodies.ts'
import { programBodies, runBody } from './program-bodies.ts'
import type { Caller } from './sample.ts'

/** A new session of a user. */
export async function login(user: TestUser) {
  const { data } = await user.client.POST('/api/auth/login', { body: { email: user.email, password } })
  return present(data)
}

/** The epoch of the database, as a pull returns it. */
export async function epochOf(user: TestUser): Promise<string> {
  const { data } = await user.client.GET('/api/sync/changes', { params: { query: { limit: 1 } } })
  return present(data).epoch
}

/** The id of another session of the user. */
export async function otherSession(user: TestUser): Promise<string> {
  const before = new Set(await sessionIds(user))
  await login(user)
  return present((await sessionIds(user)).find((id) => !before.has(id)))
}

async function sessionIds(user: TestUser): Promise<string[]> {
  const { data } = await user.client.GET('/api/auth/sessions', { params: { query: { limit: 200 } } })
  return present(data).items.map(({ id }) => id)
}

/** The id of a new exercise. */
export async function createdExercise(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/exercises', { body: exerciseBody() })
  return present(data).id
}

/** The id of a new workout. */
export async function createdWorkout(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/workouts', { body: workoutBody() })
  return present(data).id
}

/** The id of a new program. */
export async function createdProgram(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/programs', { body: programBodies()[0] })
  return present(data).id
}

/** The id of a new run. */
export async function createdRun(user: TestUser): Promise<string> {
  const { decisions: _, ...body } = runBody()
  const { data } = await user.client.POST('/api/runs', { body })
  return present(data).id
}

/** The id of an import that was not committed. */
export async function createdImport({ app, user }: Caller): Promise<string> {
  const form = new FormData()
  for (const [name, part] of Object.entries(importBody())) form.set(name, part)
  const headers = { Authorization: `Bearer ${user.token}` }
  const request = new Request('http://localhost/api/imports', { method: 'POST', headers, body: form })
  const created: Schemas['Import'] = await (await app.fetch(request)).json()
  return created.id
}

/** The id of a workout with several revisions. */
export async function changedWorkout(user: TestUser): Promise<string> {
  const id = await createdWorkout(user)
  const params = { path: { id }, header: { 'If-Match': '*' } } as const
  for (const exertion of [1, 2, 3, 4, 5]) {
    await user.client.PUT('/api/workouts/{id}', { params, body: { ...workoutBody(id), exertion } })
  }
  return id
}

/** The id of a new measurement. */
export async function createdMeasurement(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/measurements', { body: measurementBodies()[0] })
  return present(data).id
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the API refused what a sample needs')
  return value
}
