import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import type { Received } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'

/** A page of changes. */
export type Page = Schemas['SyncChanges']
/** A mutation; deliberate mistakes are sent unchanged. */
export type Mutation = Schemas['SyncMutation']
/** The outcome of a mutation. */
export type Result = Schemas['SyncResult']

/** Requests a page of changes. */
export function getChanges(
  user: TestUser,
  query: { cursor?: string; limit?: number } = {},
): Promise<Received> {
  const params = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return user.send('GET', `/api/sync/changes?${params}`)
}

/** A page of changes; fails if there is none. */
export async function changes(
  user: TestUser,
  query: { cursor?: string; limit?: number } = {},
): Promise<Page> {
  const response = await getChanges(user, query)
  if (response.status !== 200) throw new Error(`${response.status}: ${response.text}`)
  return response.json<Page>()
}

/** All changes after a cursor, page by page, and the final cursor. */
export async function pullAll(
  user: TestUser,
  cursor?: string,
  limit = 200,
): Promise<{ items: Page['items']; cursor: string }> {
  const items: Page['items'] = []
  for (let at = cursor; ; ) {
    const page = await changes(user, { limit, ...(at !== undefined && { cursor: at }) })
    items.push(...page.items)
    at = page.nextCursor
    if (!page.hasMore) return { items, cursor: at }
  }
}

/** Pushes mutations and returns the results. */
export async function push(user: TestUser, mutations: readonly unknown[], epoch?: string): Promise<Result[]> {
  const body = { mutations, ...(epoch !== undefined && { epoch }) }
  const response = await user.send('POST', '/api/sync/push', { body })
  if (response.status !== 200) throw new Error(`${response.status}: ${response.text}`)
  return response.json<Schemas['SyncPushed']>().results
}

/** Pushes one mutation. */
export async function pushOne(user: TestUser, mutation: unknown): Promise<Result> {
  const [result] = await push(user, [mutation])
  if (!result) throw new Error('a push of one mutation had no result')
  return result
}

/** A workout with one set of these reps. */
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

/** A bodyweight. */
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

/** A mutation that deletes. */
export function remove(
  resource: Mutation['resource'],
  id: string,
  fields: Omit<MutationFields, 'id'> = {},
): Mutation {
  return { mutationId: newId(), resource, id, op: 'delete', ...fields }
}
