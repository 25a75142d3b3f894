import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, type Workout } from '../training.ts'
import { pushOne } from './syncing.ts'

const app = await testApp()

const set = { type: 'normal', weight: { value: 100, unit: 'kg' }, reps: 5 } as const
const exercise = { exerciseId: 'barbell-bench-press', sets: [set, set, set] }

/** A workout without its optional ids. */
function withoutIds() {
  return { startedAt: '2026-03-02T10:00:00.000Z', exercises: [exercise, exercise] }
}

function idsIn({ exercises }: Workout): string[] {
  return exercises.flatMap(({ id, sets }) => [id, ...sets.map((one) => one.id)])
}

/** Discards everything written, like restoring an older backup. */
function loseWrites(user: TestUser): void {
  const tables = ['performedExercises', 'packedWorkouts', 'workouts', 'appliedMutations', 'idempotencyKeys']
  for (const table of tables) app.sqlite.query(`delete from ${table} where userId = ?`).run(user.id)
}

test('the same mutation gets the same ids after a backup was restored', async () => {
  const user = await app.register()
  const id = newId()
  const mutation = { mutationId: newId(), resource: 'workout', id, op: 'put', value: withoutIds() }
  const ids: string[][] = []
  for (let again = 0; again < 2; again++) {
    expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied', revision: 1 })
    ids.push(idsIn((await get<Workout>(user, `/api/workouts/${id}`)).body))
    loseWrites(user)
  }
  expect(new Set(ids[0]).size).toBe(8)
  expect(ids[1]).toEqual(ids[0] ?? [])
})

test('another mutation or another user gets other ids', async () => {
  const [user, other] = [await app.register(), await app.register()]
  const mutationId = newId()
  const seen: string[] = []
  for (const [who, itsId] of [
    [user, mutationId],
    [user, newId()],
    [other, mutationId],
  ] as const) {
    const id = newId()
    await pushOne(who, { mutationId: itsId, resource: 'workout', id, op: 'put', value: withoutIds() })
    seen.push(...idsIn((await get<Workout>(who, `/api/workouts/${id}`)).body))
  }
  expect(new Set(seen).size).toBe(24)
})

test('a missing id among others depends only on its position', async () => {
  const user = await app.register()
  const mutationId = newId()
  const idOfThird = async (value: Schemas['WorkoutInput']) => {
    const id = newId()
    await pushOne(user, { mutationId, resource: 'workout', id, op: 'put', value })
    const { body } = await get<Workout>(user, `/api/workouts/${id}`)
    loseWrites(user)
    return body.exercises[0]?.sets[2]?.id
  }
  const { startedAt } = withoutIds()
  const named = { ...exercise, id: newId(), sets: [{ ...set, id: newId() }, { ...set, id: newId() }, set] }
  const ids = [await idOfThird(withoutIds()), await idOfThird({ startedAt, exercises: [named] })]
  expect(ids[0]).toBeDefined()
  expect(ids[1]).toBe(ids[0])
})

test('POST with the same Idempotency-Key gets the same ids; without one, or with a different one, new ids', async () => {
  const user = await app.register()
  const create = async (key?: string) => {
    const headers = key === undefined ? {} : { 'Idempotency-Key': key }
    const response = await user.send('POST', '/api/workouts', { body: withoutIds(), headers })
    expect(response.status).toBe(201)
    const workout = response.json<Workout>()
    loseWrites(user)
    return [workout.id, ...idsIn(workout)]
  }
  const first = await create('one')
  expect(new Set(first).size).toBe(9)
  expect(await create('one')).toEqual(first)
  const others = [...(await create('two')), ...(await create()), ...(await create())]
  expect(new Set([...first, ...others]).size).toBe(36)
})
