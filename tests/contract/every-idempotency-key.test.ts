import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { testApp } from '#tests/support/app.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import type { Received } from '#tests/support/request.ts'
import { stateOf } from '#tests/support/state.ts'
import { userWith } from '#tests/support/user.ts'
import { computing, isAmong, ofOwnObject, refusedAgain, repeatable } from './exceptions.ts'
import { faultsOf, marker, refused } from './refused.ts'
import { ask, type Prepared, prepare, rowsOf, startWorld, takesJson, unchanged } from './world.ts'

const world = await startWorld()
const { app, eve } = world
const keyed = rowsOf(({ parameters }) => parameters.header.some(({ name }) => name === 'Idempotency-Key'))

async function preparedWithKey(operation: Operation): Promise<Prepared> {
  const prepared = await prepare(world, operation)
  return { ...prepared, headers: { ...prepared.headers, 'Idempotency-Key': crypto.randomUUID() } }
}

/** What has to be the same to the byte. */
function told({ status, headers, text }: Received) {
  const names = ['content-type', 'etag', 'location', 'cache-control', 'vary']
  return [status, text, ...names.map((name) => headers.get(name))]
}

test('every POST of a user takes Idempotency-Key, except those that are safe to repeat', () => {
  const posts = rowsOf(
    ({ id, method, security }) => method === 'post' && security === 'required' && !isAmong(repeatable, id),
  )
  expect(keyed.map(([id]) => id)).toEqual(posts.map(([id]) => id))
})

describe('a POST without Idempotency-Key is safe to repeat', () => {
  test.each(rowsOf(({ id }) => isAmong(computing, id)))('%s keeps nothing', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const body of prepared.bodies) {
      const [first, again] = [
        await unchanged(app, () => ask(app, prepared, { body })),
        await ask(app, prepared, { body }),
      ]
      expect([first.status, again.text]).toEqual([200, first.text])
    }
  })

  test.each(rowsOf(({ id }) => isAmong(refusedAgain, id)))('%s is refused', async (_, operation) => {
    const prepared = await prepare(world, operation)
    expect((await ask(app, prepared)).status).toBeLessThan(300)
    const again = await unchanged(app, () => ask(app, prepared))
    expect([401, 403, 422]).toContain(again.status)
  })
})

describe('the same request returns the first response again and changes nothing', () => {
  test.each(keyed)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    const first = await ask(app, prepared)
    expect(first.headers.has('idempotency-replayed')).toBe(false)
    for (let again = 0; again < 3; again++) {
      const answer = await unchanged(app, () => ask(app, prepared))
      expect(told(answer)).toEqual(told(first))
      expect(answer.headers.get('idempotency-replayed')).toBe('true')
      expect(answer.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
    }
  })
})

describe('the first response is returned even after its object has changed', () => {
  test.each(keyed)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    const first = await ask(app, prepared)
    const path = first.headers.get('location') ?? prepared.path.replace(/\/(restore|commit|decisions)$/, '')
    const gone = await app.send('DELETE', path, { token: world.ada.token, headers: { 'If-Match': '*' } })
    expect(gone.status).toBe(operation.tag === 'Imports' ? 200 : 204)
    expect(told(await ask(app, prepared))).toEqual(told(first))
  })
})

describe('concurrent requests with one key create one object', () => {
  test.each(keyed)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(app, prepared)))
    const [first] = answers
    for (const answer of answers) expect(told(answer)).toEqual(first ? told(first) : [])
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
  })
})

describe('the key with another body, path or query is 422 idempotency_key_reused', () => {
  test.each(keyed)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    await ask(app, prepared)
    const other = await prepare(world, operation)
    const answer = await refused(world, { ...other, headers: prepared.headers }, {}, [
      422,
      'idempotency_key_reused',
    ])
    expect(faultsOf(answer)).toEqual(['header Idempotency-Key reused'])
    if (!takesJson(operation)) return
    const spaced = { raw: `${JSON.stringify(prepared.bodies[0])} ` }
    await refused(world, prepared, spaced, [422, 'idempotency_key_reused'])
  })
})

test('the key with another operation is 422 idempotency_key_reused', async () => {
  const [[, first], [, second]] = [keyed[0] ?? [], keyed[1] ?? []] as const
  if (!first || !second) throw new Error('the contract has fewer than two of these')
  const prepared = await preparedWithKey(first)
  await ask(app, prepared)
  const other = { ...(await prepare(world, second)), headers: prepared.headers }
  await refused(world, other, {}, [422, 'idempotency_key_reused'])
})

describe("another user's key is another key", () => {
  test.each(
    keyed.filter(([id, { parameters }]) => parameters.path.length === 0 && !isAmong(ofOwnObject, id)),
  )('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    await ask(app, prepared)
    const answer = await ask(app, { ...prepared, token: eve.token })
    expect([answer.status, answer.headers.has('idempotency-replayed')]).toEqual([201, false])
  })
})

describe('a request that the binder rejects does not use up its key', () => {
  test.each(keyed)('%s', async (_, operation) => {
    const prepared = await preparedWithKey(operation)
    if (operation.requestBody) {
      await refused(world, prepared, { body: { unexpected: marker } }, [422, 'validation_failed'])
    }
    await refused(world, prepared, { query: `unexpected=${marker}` }, [422, 'validation_failed'])
    if (takesJson(operation)) await refused(world, prepared, { raw: '{' }, [400, 'malformed_json'])
    await refused(world, prepared, { token: null }, [401, 'unauthorized'])
    const answer = await ask(app, prepared)
    expect([answer.status < 300, answer.headers.has('idempotency-replayed')]).toEqual([true, false])
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
    name: 'Now there',
    category: 'legs',
    equipment: 'other',
    tracking: 'reps',
  }
  expect((await eve.send('POST', '/api/exercises', { body: exercise })).status).toBe(201)
  expect((await send()).status).toBe(201)
})

describe('a key survives a restart', () => {
  test.each(keyed)('%s', async (_, operation) => {
    const folder = temporaryFolder()
    const key = crypto.getRandomValues(new Uint8Array(32))
    const before = await testApp({ folder, key })
    const ada = await before.register()
    const prepared = await prepare({ app: before, ada }, operation)
    const request = { ...prepared, headers: { 'Idempotency-Key': 'once' } }
    const first = await ask(before, request)
    await before.close()
    const after = await testApp({ folder, key })
    const same = userWith(after, ada.tokens)
    const state = await stateOf(after.db)
    const again = await ask(after, { ...request, token: same.token })
    expect(told(again)).toEqual(told(first))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await stateOf(after.db)).toBe(state)
  })
})
