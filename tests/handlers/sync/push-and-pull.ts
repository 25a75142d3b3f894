import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import type { TestResponse } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'

/** A page of changes. */
export type Page = Schemas['SyncChanges']
export type Mutation = Schemas['SyncMutation']
/** The outcome of a mutation. */
export type Result = Schemas['SyncResult']

/** Requests a page of changes. Resolves to the response. */
export function getChanges(
  user: TestUser,
  query: { cursor?: string; limit?: number } = {},
): Promise<TestResponse> {
  const params = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return user.send('GET', `/api/sync/changes?${params}`)
}

/** Requests a page of changes. Resolves to it, and rejects if the response is an error. */
export async function changes(
  user: TestUser,
  query: { cursor?: string; limit?: number } = {},
): Promise<Page> {
  const response = await getChanges(user, query)
  if (response.status !== 200) throw new Error(`${response.status}: ${response.text}`)
  return response.json<Page>()
}

/** Pulls all pages after a cursor. Resolves to their changes and the last cursor. */
export async function pullAll(
  user: TestUser,
  cursor?: string,
  limit = 200,
): Promise<{ items: Page['items']; cursor: string }> {
  const items: Page['items'] = []
  for (let nextCursor = cursor; ; ) {
    const page = await changes(user, { limit, ...(nextCursor !== undefined && { cursor: nextCursor }) })
    items.push(...page.items)
    nextCursor = page.nextCursor
    if (!page.hasMore) return { items, cursor: nextCursor }
  }
}

/** Pushes mutations, even invalid ones. Resolves to the results. */
export async function push(user: TestUser, mutations: readonly unknown[], epoch?: string): Promise<Result[]> {
  const body = { mutations, ...(epoch !== undefined && { epoch }) }
  const response = await user.send('POST', '/api/sync/push', { body })
  if (response.status !== 200) throw new Error(`${response.status}: ${response.text}`)
  return response.json<Schemas['SyncPushed']>().results
}

/** Pushes one mutation. Resolves to its result. */
export async function pushOne(user: TestUser, mutation: unknown): Promise<Result> {
  const [result] = await push(user, [mutation])
  if (!result) throw new Error('the push has no result')
  return result
}

/** A workout with one set. */
export function workoutOf(id: string, reps = 5): Schemas['WorkoutInput'] & { id: string } {
  return {
    id,
    name: 'Push A',
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [
      {
        id,
        exerciseId: 'barbell-bench-press',
        sets: [{ id, type: 'normal', weight: { value: 100, unit: 'kg' }, reps }],
      },
    ],
  }
}

/** A custom exercise. */
export function exerciseOf(id: string, name = `Lift ${id}`): Schemas['ExerciseInput'] & { id: string } {
  return { id, name, category: 'push', equipment: 'other', tracking: 'weight_reps' }
}

/** A measurement of the bodyweight. */
export function measurementOf(id: string, value = 80): Schemas['MeasurementInput'] & { id: string } {
  return { id, kind: 'bodyweight', value, unit: 'kg', measuredAt: '2026-11-20T06:30:00.000Z' }
}

type MutationFields = Partial<Pick<Mutation, 'mutationId' | 'id' | 'baseRevision'>>

/** A mutation that puts a workout. */
export function putWorkout(
  { id = newId(), ...fields }: MutationFields = {},
  reps = 5,
): Schemas['WorkoutMutation'] {
  return { mutationId: newId(), resource: 'workout', id, op: 'put', value: workoutOf(id, reps), ...fields }
}

/** A mutation that puts an exercise. */
export function putExercise(
  { id = newId(), ...fields }: MutationFields = {},
  name?: string,
): Schemas['ExerciseMutation'] {
  return { mutationId: newId(), resource: 'exercise', id, op: 'put', value: exerciseOf(id, name), ...fields }
}

/** A mutation that puts a measurement. */
export function putMeasurement(
  { id = newId(), ...fields }: MutationFields = {},
  value = 80,
): Schemas['MeasurementMutation'] {
  return {
    mutationId: newId(),
    resource: 'measurement',
    id,
    op: 'put',
    value: measurementOf(id, value),
    ...fields,
  }
}

/** A mutation that deletes a resource. */
export function remove(
  resource: Mutation['resource'],
  id: string,
  fields: Omit<MutationFields, 'id'> = {},
): Mutation {
  return { mutationId: newId(), resource, id, op: 'delete', ...fields }
}
