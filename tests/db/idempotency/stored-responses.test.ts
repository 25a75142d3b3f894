import { expect, test } from 'bun:test'
import { transactHousekeeping } from '#db/engine/transact.ts'
import {
  deleteExpiredResponses,
  idempotencyLifetimeMs,
  runOnce,
  type StoredResponse,
} from '#db/idempotency/stored-responses.ts'
import type { Tx } from '#db/schema/index.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '#tests/db/fixture.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'

const request = { key: 'k', fingerprint: 'f', operationId: 'createWorkout' }
const created: StoredResponse = { status: 201, headers: { ETag: '"1-ä"' }, body: '{"name":"Bank😀"}' }

const inserting = (id: string, response: StoredResponse) => async (tx: Tx) => {
  await insertUser(tx, id)
  return response
}

test('a repeated request gets the first response without being executed again', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'me')
  const first = await runOnce(db, 'me', request, inserting('a', created))
  expect(first).toEqual({ kind: 'response', response: created, replayed: false })
  const repeated = await runOnce(db, 'me', request, inserting('b', { ...created, body: 'other' }))
  expect(repeated).toEqual({ kind: 'response', response: created, replayed: true })
  expect(await userIds(db)).toEqual(['a', 'me'])
})

test('concurrent identical requests are executed once', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  await insertUser(db, 'me')
  let executions = 0
  const work = async (tx: Tx) => {
    executions++
    await insertUser(tx, `created${executions}`)
    return created
  }
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => runOnce(db, 'me', request, work)))
  expect(executions).toBe(1)
  expect(outcomes.filter((outcome) => outcome.kind === 'response' && outcome.replayed)).toHaveLength(19)
})

test('a key reused for a different request is reported, and the request is not executed', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'me')
  await runOnce(db, 'me', request, inserting('a', created))
  for (const other of [{ fingerprint: 'other' }, { operationId: 'createMeasurement' }]) {
    expect(await runOnce(db, 'me', { ...request, ...other }, inserting('b', created))).toEqual({
      kind: 'reused',
    })
  }
  expect(await userIds(db)).toEqual(['a', 'me'])
})

test('keys of different users are independent', async () => {
  const { db } = await openTestDatabase()
  for (const id of ['me', 'you']) await insertUser(db, id)
  await runOnce(db, 'me', request, inserting('a', created))
  expect(await runOnce(db, 'you', request, inserting('b', created))).toMatchObject({ replayed: false })
})

test('an unsuccessful response is returned but not stored, and its work is rolled back', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'me')
  const conflict: StoredResponse = { status: 409, headers: {}, body: null }
  expect(await runOnce(db, 'me', request, inserting('a', conflict))).toEqual({
    kind: 'response',
    response: conflict,
    replayed: false,
  })
  expect(await userIds(db)).toEqual(['me'])
  expect(await runOnce(db, 'me', request, inserting('a', created))).toMatchObject({ replayed: false })
})

test('an exception is rethrown, nothing is stored, and the work is rolled back', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'me')
  const failing = runOnce(db, 'me', request, async (tx) => {
    await insertUser(tx, 'a')
    throw new Error('no')
  })
  expect(await rejectionMessageOf(failing)).toContain('no')
  expect(await userIds(db)).toEqual(['me'])
})

test('responses are deleted once they expire, and not before', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'me')
  await runOnce(db, 'me', request, inserting('a', created), 1000)
  expect(
    await transactHousekeeping(db, (tx) => deleteExpiredResponses(tx, 1000 + idempotencyLifetimeMs, 10)),
  ).toBe(0)
  expect(
    await transactHousekeeping(db, (tx) => deleteExpiredResponses(tx, 1001 + idempotencyLifetimeMs, 10)),
  ).toBe(1)
  expect(await runOnce(db, 'me', request, inserting('b', created))).toMatchObject({ replayed: false })
})
