import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, type Workout } from '../training.ts'
import { pushOne } from './push-and-pull.ts'

const app = await testApp()

const set = { type: 'normal', weight: { value: 100, unit: 'kg' }, reps: 5 } as const
const entry = { exerciseId: 'barbell-bench-press', sets: [set, set, set] }

function workoutWithoutIds() {
  return { startedAt: '2026-03-02T10:00:00.000Z', exercises: [entry, entry] }
}

function idsIn({ exercises }: Workout): string[] {
  return exercises.flatMap(({ id, sets }) => [id, ...sets.map((set) => set.id)])
}

/** Deletes all written rows, as if an older backup had been restored. */
function discardWrites(user: TestUser): void {
  const tables = ['performedExercises', 'packedWorkouts', 'workouts', 'appliedMutations', 'idempotencyKeys']
  for (const table of tables) app.sqlite.query(`delete from ${table} where userId = ?`).run(user.id)
}

test('the same mutation gets the same ids after a backup is restored', async () => {
  const user = await app.register()
  const id = newId()
  const mutation = { mutationId: newId(), resource: 'workout', id, op: 'put', value: workoutWithoutIds() }
  const ids: string[][] = []
  for (let count = 0; count < 2; count++) {
    expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied', revision: 1 })
    ids.push(idsIn((await get<Workout>(user, `/api/workouts/${id}`)).body))
    discardWrites(user)
  }
  expect(new Set(ids[0]).size).toBe(8)
  expect(ids[1]).toEqual(ids[0] ?? [])
})

test('a different mutation or user gets different ids', async () => {
  const [user, other] = [await app.register(), await app.register()]
  const mutationId = newId()
  const ids: string[] = []
  for (const [caller, idOfMutation] of [
    [user, mutationId],
    [user, newId()],
    [other, mutationId],
  ] as const) {
    const id = newId()
    await pushOne(caller, {
      mutationId: idOfMutation,
      resource: 'workout',
      id,
      op: 'put',
      value: workoutWithoutIds(),
    })
    ids.push(...idsIn((await get<Workout>(caller, `/api/workouts/${id}`)).body))
  }
  expect(new Set(ids).size).toBe(24)
})

test('a missing id depends only on its position, even among other ids', async () => {
  const user = await app.register()
  const mutationId = newId()
  const idOfThird = async (value: Schemas['WorkoutInput']) => {
    const id = newId()
    await pushOne(user, { mutationId, resource: 'workout', id, op: 'put', value })
    const { body } = await get<Workout>(user, `/api/workouts/${id}`)
    discardWrites(user)
    return body.exercises[0]?.sets[2]?.id
  }
  const { startedAt } = workoutWithoutIds()
  const withOtherIds = {
    ...entry,
    id: newId(),
    sets: [{ ...set, id: newId() }, { ...set, id: newId() }, set],
  }
  const ids = [
    await idOfThird(workoutWithoutIds()),
    await idOfThird({ startedAt, exercises: [withOtherIds] }),
  ]
  expect(ids[0]).toBeDefined()
  expect(ids[1]).toBe(ids[0])
})

test('a POST with the same Idempotency-Key gets the same ids, and with a different one or none, new ids', async () => {
  const user = await app.register()
  const create = async (key?: string) => {
    const headers = key === undefined ? {} : { 'Idempotency-Key': key }
    const response = await user.send('POST', '/api/workouts', { body: workoutWithoutIds(), headers })
    expect(response.status).toBe(201)
    const workout = response.json<Workout>()
    discardWrites(user)
    return [workout.id, ...idsIn(workout)]
  }
  const first = await create('one')
  expect(new Set(first).size).toBe(9)
  expect(await create('one')).toEqual(first)
  const otherIds = [...(await create('two')), ...(await create()), ...(await create())]
  expect(new Set([...first, ...otherIds]).size).toBe(36)
})
