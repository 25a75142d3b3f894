import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { stateOf } from '#tests/support/state.ts'
import { userWith } from '#tests/support/user.ts'
import {
  isAmong,
  postsRejectedWhenRepeated,
  postsThatStoreNothing,
  referringToOwnObject,
  repeatable,
} from './exceptions.ts'
import { expectRejected, fieldProblemsOf, marker } from './expect-rejected.ts'
import { hasJsonBody, type Prepared, prepare, rowsOf, sendPrepared, startWorld, unchanged } from './world.ts'

const world = await startWorld()
const { app, eve } = world
const operationsWithKey = rowsOf(({ parameters }) =>
  parameters.header.some(({ name }) => name === 'Idempotency-Key'),
)

async function preparedWithKey(operation: Operation): Promise<Prepared> {
  const prepared = await prepare(world, operation)
  return { ...prepared, headers: { ...prepared.headers, 'Idempotency-Key': crypto.randomUUID() } }
}

/** The parts of a response that must be identical byte for byte. */
function comparable({ status, headers, text }: TestResponse) {
  const names = ['content-type', 'etag', 'location', 'cache-control', 'vary']
  return [status, text, ...names.map((name) => headers.get(name))]
}

test('every authenticated POST accepts Idempotency-Key, except those that are safe to repeat', () => {
  const posts = rowsOf(
    ({ id, method, security }) => method === 'post' && security === 'required' && !isAmong(repeatable, id),
  )
  expect(operationsWithKey.map(([id]) => id)).toEqual(posts.map(([id]) => id))
})

describe('a POST without Idempotency-Key is safe to repeat', () => {
  test.each(rowsOf(({ id }) => isAmong(postsThatStoreNothing, id)))(
    '%s stores nothing',
    async (_, operation) => {
      const prepared = await prepare(world, operation)
      for (const body of prepared.bodies) {
        const [first, second] = [
          await unchanged(app, () => sendPrepared(app, prepared, { body })),
          await sendPrepared(app, prepared, { body }),
        ]
        expect([first.status, second.text]).toEqual([200, first.text])
      }
    },
  )

  test.each(rowsOf(({ id }) => isAmong(postsRejectedWhenRepeated, id)))(
    '%s is rejected the second time',
    async (_, operation) => {
      const prepared = await prepare(world, operation)
      expect((await sendPrepared(app, prepared)).status).toBeLessThan(300)
      const repeated = await unchanged(app, () => sendPrepared(app, prepared))
      expect([401, 403, 422]).toContain(repeated.status)
    },
  )
})

describe('a repeated request returns the first response and changes nothing', () => {
  test.each(operationsWithKey)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    const first = await sendPrepared(app, prepared)
    expect(first.headers.has('idempotency-replayed')).toBe(false)
    for (let repeat = 0; repeat < 3; repeat++) {
      const response = await unchanged(app, () => sendPrepared(app, prepared))
      expect(comparable(response)).toEqual(comparable(first))
      expect(response.headers.get('idempotency-replayed')).toBe('true')
      expect(response.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
    }
  })
})

describe('the first response is returned even after its object was deleted', () => {
  test.each(operationsWithKey)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    const first = await sendPrepared(app, prepared)
    const path = first.headers.get('location') ?? prepared.path.replace(/\/(restore|commit|decisions)$/, '')
    const deleted = await app.send('DELETE', path, { token: world.ada.token, headers: { 'If-Match': '*' } })
    expect(deleted.status).toBe(operation.tag === 'Imports' ? 200 : 204)
    expect(comparable(await sendPrepared(app, prepared))).toEqual(comparable(first))
  })
})

describe('of concurrent requests with one key, one is executed', () => {
  test.each(operationsWithKey)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    const responses = await Promise.all(Array.from({ length: 8 }, () => sendPrepared(app, prepared)))
    const [first] = responses
    for (const response of responses) expect(comparable(response)).toEqual(first ? comparable(first) : [])
    expect(responses.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
  })
})

describe('the key with a different body or path gets 422 idempotency_key_reused', () => {
  test.each(operationsWithKey)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    await sendPrepared(app, prepared)
    const other = await prepare(world, operation)
    const response = await expectRejected(world, { ...other, headers: prepared.headers }, {}, [
      422,
      'idempotency_key_reused',
    ])
    expect(fieldProblemsOf(response)).toEqual(['header Idempotency-Key reused'])
    if (!hasJsonBody(operation)) return
    const spaced = { raw: `${JSON.stringify(prepared.bodies[0])} ` }
    await expectRejected(world, prepared, spaced, [422, 'idempotency_key_reused'])
  })
})

test('the key with a different operation gets 422 idempotency_key_reused', async () => {
  const [[, first], [, second]] = [operationsWithKey[0] ?? [], operationsWithKey[1] ?? []] as const
  if (!first || !second) throw new Error('the contract has fewer than two operations with Idempotency-Key')
  const prepared = await preparedWithKey(first)
  await sendPrepared(app, prepared)
  const other = { ...(await prepare(world, second)), headers: prepared.headers }
  await expectRejected(world, other, {}, [422, 'idempotency_key_reused'])
})

describe("another user's key is a different key", () => {
  test.each(
    operationsWithKey.filter(
      ([id, { parameters }]) => parameters.path.length === 0 && !isAmong(referringToOwnObject, id),
    ),
  )('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    await sendPrepared(app, prepared)
    const response = await sendPrepared(app, { ...prepared, token: eve.token })
    expect([response.status, response.headers.has('idempotency-replayed')]).toEqual([201, false])
  })
})

describe('a request that the binder rejects does not use up its key', () => {
  test.each(operationsWithKey)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    if (operation.requestBody) {
      await expectRejected(world, prepared, { body: { unexpected: marker } }, [422, 'validation_failed'])
    }
    await expectRejected(world, prepared, { query: `unexpected=${marker}` }, [422, 'validation_failed'])
    if (hasJsonBody(operation)) await expectRejected(world, prepared, { raw: '{' }, [400, 'malformed_json'])
    await expectRejected(world, prepared, { token: null }, [401, 'unauthorized'])
    const response = await sendPrepared(app, prepared)
    expect([response.status < 300, response.headers.has('idempotency-replayed')]).toEqual([true, false])
  })
})

test('a request that a handler rejects neither uses up its key nor changes anything', async () => {
  const headers = { 'Idempotency-Key': crypto.randomUUID() }
  const exerciseId = Bun.randomUUIDv7()
  const workout = {
    startedAt: '2026-03-02T17:02:00.000Z',
    exercises: [{ exerciseId, sets: [] }],
  }
  const send = () => eve.send('POST', '/api/workouts', { body: workout, headers })
  expect((await unchanged(app, send)).status).toBe(422)
  const exercise = {
    id: exerciseId,
    name: 'Created Later',
    category: 'legs',
    equipment: 'other',
    tracking: 'reps',
  }
  expect((await eve.send('POST', '/api/exercises', { body: exercise })).status).toBe(201)
  expect((await send()).status).toBe(201)
})

describe('a key survives a restart', () => {
  test.each(operationsWithKey)('%s', async (_, operation) => {
    const folder = temporaryFolder()
    const key = crypto.getRandomValues(new Uint8Array(32))
    const firstApp = await testApp({ folder, key })
    const ada = await firstApp.register()
    const prepared = await prepare({ app: firstApp, ada }, operation)
    const request = { ...prepared, headers: { 'Idempotency-Key': 'once' } }
    const first = await sendPrepared(firstApp, request)
    await firstApp.close()
    const restarted = await testApp({ folder, key })
    const adaAfterRestart = userWith(restarted, ada.tokens)
    const state = await stateOf(restarted.db)
    const repeated = await sendPrepared(restarted, { ...request, token: adaAfterRestart.token })
    expect(comparable(repeated)).toEqual(comparable(first))
    expect(repeated.headers.get('idempotency-replayed')).toBe('true')
    expect(await stateOf(restarted.db)).toBe(state)
  })
})
