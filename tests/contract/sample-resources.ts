import type { Schemas } from '#generated/types.ts'
import { password, type TestUser } from '#tests/support/user.ts'
import { exerciseBody, importBody, measurementBodies, workoutBody } from './bodies.ts'
import { programBodies, runBody } from './program-bodies.ts'
import { progressionBodies } from './progression-bodies.ts'
import type { Caller } from './sample.ts'

/** Logs a user in. Resolves to the tokens of the new session. */
export async function login(user: TestUser) {
  const { data } = await user.client.POST('/api/auth/login', { body: { email: user.email, password } })
  return present(data)
}

/** The epoch of the database, which a pull returns. */
export async function epochOf(user: TestUser): Promise<string> {
  const { data } = await user.client.GET('/api/sync/changes', { params: { query: { limit: 1 } } })
  return present(data).epoch
}

/** Creates another session of the user. Resolves to its id. */
export async function createOtherSession(user: TestUser): Promise<string> {
  const earlierIds = new Set(await sessionIds(user))
  await login(user)
  return present((await sessionIds(user)).find((id) => !earlierIds.has(id)))
}

async function sessionIds(user: TestUser): Promise<string[]> {
  const { data } = await user.client.GET('/api/auth/sessions', { params: { query: { limit: 200 } } })
  return present(data).items.map(({ id }) => id)
}

/** Creates an exercise. Resolves to its id. */
export async function createExercise(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/exercises', { body: exerciseBody() })
  return present(data).id
}

/** Creates an exercise and chooses a progression for it. Resolves to the exercise's id. */
export async function chooseProgression(user: TestUser): Promise<string> {
  const id = await createExercise(user)
  const params = { path: { id }, header: { 'If-Match': '*' } } as const
  await user.client.PUT('/api/exercises/{id}/progression', { params, body: progressionBodies()[0] })
  return id
}

/** Creates a workout. Resolves to its id. */
export async function createWorkout(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/workouts', { body: workoutBody() })
  return present(data).id
}

/** Creates a program. Resolves to its id. */
export async function createProgram(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/programs', { body: programBodies()[0] })
  return present(data).id
}

/** Creates a run. Resolves to its id. */
export async function createRun(user: TestUser): Promise<string> {
  const { decisions: _, ...body } = runBody()
  const { data } = await user.client.POST('/api/runs', { body })
  return present(data).id
}

/** Creates an import without committing it. Resolves to its id. */
export async function createImport({ app, user }: Caller): Promise<string> {
  const form = new FormData()
  for (const [name, part] of Object.entries(importBody())) form.set(name, part)
  const headers = { Authorization: `Bearer ${user.token}` }
  const request = new Request('http://localhost/api/imports', { method: 'POST', headers, body: form })
  const created: Schemas['Import'] = await (await app.fetch(request)).json()
  return created.id
}

/** Creates a workout with several revisions. Resolves to its id. */
export async function createChangedWorkout(user: TestUser): Promise<string> {
  const id = await createWorkout(user)
  const params = { path: { id }, header: { 'If-Match': '*' } } as const
  for (const exertion of [1, 2, 3, 4, 5]) {
    await user.client.PUT('/api/workouts/{id}', { params, body: { ...workoutBody(id), exertion } })
  }
  return id
}

/** Creates a measurement. Resolves to its id. */
export async function createMeasurement(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/measurements', { body: measurementBodies()[0] })
  return present(data).id
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the API rejected a request that a sample needs')
  return value
}
