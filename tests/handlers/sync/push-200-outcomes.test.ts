import { describe, expect, test } from 'bun:test'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import {
  type Mutation,
  pullAll,
  push,
  pushOne,
  putExercise,
  putMeasurement,
  putWorkout,
  remove,
} from './push-and-pull.ts'

const app = await testApp()
const user = await app.register()

/** Functions that return a put of each kind. `n` makes the content different. */
const kinds: [Mutation['resource'], (fields?: Partial<Mutation>, n?: number) => Mutation][] = [
  [
    'workout',
    ({ id, mutationId, baseRevision } = {}, n) =>
      putWorkout(withoutUndefined({ id, mutationId, baseRevision }), n),
  ],
  [
    'exercise',
    ({ id = newId(), mutationId, baseRevision } = {}, n = 0) =>
      putExercise(withoutUndefined({ id, mutationId, baseRevision }), `Lift ${id} ${n}`),
  ],
  [
    'measurement',
    ({ id, mutationId, baseRevision } = {}, n) =>
      putMeasurement(withoutUndefined({ id, mutationId, baseRevision }), n),
  ],
]

/** The fields that are not undefined. */
function withoutUndefined(fields: Record<string, string | number | undefined>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

describe.each(kinds)('%s', (resource, put) => {
  test('a put of a new resource is applied', async () => {
    const mutation = put()
    expect(await pushOne(user, mutation)).toEqual({
      outcome: 'applied',
      mutationId: mutation.mutationId,
      revision: 1,
    })
    const { items } = await pullAll(user)
    expect(items).toContainEqual(
      expect.objectContaining({ resource, id: mutation.id, op: 'put', revision: 1 }),
    )
  })

  test('a put based on the current revision is applied, and one that changes nothing keeps the revision', async () => {
    const { id } = await pushApplied(put())
    const mutation = put({ id, baseRevision: 1 }, 7)
    expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied', revision: 2 })
    const repeated = { ...mutation, mutationId: newId(), baseRevision: 2 }
    expect(await pushOne(user, repeated)).toMatchObject({ outcome: 'applied', revision: 2 })
  })

  test('a put based on an older or missing revision conflicts with the current state', async () => {
    const { id } = await pushApplied(put())
    await pushOne(user, put({ id, baseRevision: 1 }, 7))
    for (const base of [{ baseRevision: 1 }, { baseRevision: 0 }, {}]) {
      const mutation = put({ id, ...base }, 9)
      expect(await pushOne(user, mutation)).toEqual({
        outcome: 'conflict',
        mutationId: mutation.mutationId,
        current: expect.objectContaining({ resource, id, op: 'put', revision: 2, value: expect.anything() }),
      })
    }
  })

  test('a put based on a future revision is rejected with revision_unknown', async () => {
    const { id } = await pushApplied(put())
    expect(await pushOne(user, put({ id, baseRevision: 2 }))).toMatchObject({
      outcome: 'rejected',
      problem: { status: 409, code: 'revision_unknown' },
    })
  })

  test('a put based on a revision of an unknown resource is rejected with not_found', async () => {
    expect(await pushOne(user, put({ baseRevision: 1 }))).toMatchObject({
      outcome: 'rejected',
      problem: { status: 404, code: 'not_found' },
    })
  })

  test('a delete based on the current revision is applied, and so is a second one with any base', async () => {
    const { id } = await pushApplied(put())
    expect(await pushOne(user, remove(resource, id, { baseRevision: 1 }))).toMatchObject({
      outcome: 'applied',
      revision: 2,
    })
    for (const fields of [{ baseRevision: 1 }, { baseRevision: 2 }, { baseRevision: 9 }, {}]) {
      expect(await pushOne(user, remove(resource, id, fields))).toMatchObject({
        outcome: 'applied',
        revision: 2,
      })
    }
  })

  test('a delete based on an older or missing revision conflicts, and one of an unknown resource is not_found', async () => {
    const { id } = await pushApplied(put())
    await pushOne(user, put({ id, baseRevision: 1 }, 7))
    for (const fields of [{ baseRevision: 1 }, {}]) {
      expect(await pushOne(user, remove(resource, id, fields))).toMatchObject({
        outcome: 'conflict',
        current: { revision: 2, op: 'put' },
      })
    }
    expect(await pushOne(user, remove(resource, id, { baseRevision: 3 }))).toMatchObject({
      problem: { code: 'revision_unknown' },
    })
    expect(await pushOne(user, remove(resource, newId(), { baseRevision: 1 }))).toMatchObject({
      problem: { code: 'not_found' },
    })
  })

  test('a put of a deleted resource conflicts, unless it is based on the tombstone’s revision and thus restores the resource', async () => {
    const { id } = await pushApplied(put())
    await pushOne(user, remove(resource, id, { baseRevision: 1 }))
    const conflict = await pushOne(user, put({ id, baseRevision: 1 }, 7))
    expect(conflict).toMatchObject({ outcome: 'conflict', current: { id, op: 'delete', revision: 2 } })
    expect(await pushOne(user, put({ id }, 7))).toMatchObject({ outcome: 'conflict' })
    expect(await pushOne(user, put({ id, baseRevision: 2 }, 7))).toMatchObject({
      outcome: 'applied',
      revision: 3,
    })
    const restored = (await pullAll(user)).items.filter((item) => item.id === id)
    expect(restored).toEqual([expect.objectContaining({ op: 'put', revision: 3, value: expect.anything() })])
  })

  test("another user's resource is not found, and stays unchanged", async () => {
    const other = await app.register()
    const { id } = await pushApplied(put())
    const before = await pullAll(user)
    expect(await pushOne(other, put({ id, baseRevision: 1 }, 7))).toMatchObject({
      problem: { code: 'not_found' },
    })
    expect(await pushOne(other, remove(resource, id, { baseRevision: 1 }))).toMatchObject({
      problem: { code: 'not_found' },
    })
    expect(await pushOne(other, put({ id }, 7))).toMatchObject({ outcome: 'applied', revision: 1 })
    expect(await pullAll(user)).toEqual(before)
  })

  test('a put without a value or with another id, and a delete with a value, are rejected with their locations', async () => {
    const mutation = put()
    const { value: _, ...withoutValue } = mutation
    const results = await push(user, [withoutValue, { ...put(), id: newId() }, { ...put(), op: 'delete' }])
    expect(results.map((result) => 'problem' in result && result.problem.errors)).toEqual([
      [{ pointer: '/mutations/0/value', code: 'required', message: expect.any(String) }],
      [{ pointer: '/mutations/1/value/id', code: 'id_mismatch', message: expect.any(String) }],
      [{ pointer: '/mutations/2/value', code: 'unknown_field', message: expect.any(String) }],
    ])
  })
})

/** Pushes a mutation that must be applied. Resolves to it. */
async function pushApplied(mutation: Mutation): Promise<Mutation> {
  expect(await pushOne(user, mutation)).toMatchObject({ outcome: 'applied' })
  return mutation
}
