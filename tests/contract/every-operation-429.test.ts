import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { expectProblem } from './expect-rejected.ts'
import { type Prepared, prepare, rowsOf, sendPrepared, startWorld, unchanged } from './world.ts'

const world = await startWorld({ rateLimit: true })
const { app } = world

const policies = [...new Set(rowsOf().flatMap(([, { rateLimit }]) => rateLimit ?? []))]

/** A valid request for each operation, prepared before the limits are used up, as that also counts against them. */
const prepared = new Map<string, Prepared>()
for (const [id, operation] of rowsOf()) prepared.set(id, await prepare(world, operation))

function requestOf(operation: Operation): Prepared {
  const request = prepared.get(operation.id)
  if (!request) throw new Error(`${operation.id} is not prepared`)
  return request
}

/** Uses up a policy without changing anything; returns the last response. */
async function exhaust(policy: string, token: string | null) {
  const [, operation] =
    rowsOf(
      ({ rateLimit, security }) => rateLimit === policy && (security === 'none') === (token === null),
    )[0] ?? []
  if (!operation) throw new Error(`no operation with the policy ${policy} allows this token`)
  const overrides = { query: 'unexpected=1', token }
  let response = await sendPrepared(app, requestOf(operation), overrides)
  for (let count = 1; response.status === 422 && count < 2000; count++) {
    response = await sendPrepared(app, requestOf(operation), overrides)
  }
  return response
}

const numbers = (header: string | null) =>
  [...(header ?? '').matchAll(/=(\d+)/g)].map(([, digits]) => Number(digits))

describe('responses and problems have the rate limit headers', () => {
  test.each(rowsOf(({ rateLimit }) => rateLimit !== undefined))('%s', async (_, operation) => {
    const request = requestOf(operation)
    const [first, second] = [
      await sendPrepared(app, request, { query: 'unexpected=1' }),
      await sendPrepared(app, request, { query: 'unexpected=1' }),
    ]
    const [quota = 0, window = 0] = numbers(first.headers.get('ratelimit-policy'))
    const [remaining = 0, until = 0] = numbers(first.headers.get('ratelimit'))
    expect(first.headers.get('ratelimit')).toStartWith(`"${operation.rateLimit}"`)
    expect(first.headers.get('ratelimit-policy')).toStartWith(`"${operation.rateLimit}"`)
    expect(remaining).toBeLessThan(quota)
    expect(until).toBeLessThanOrEqual(window)
    expect(numbers(second.headers.get('ratelimit'))[0]).toBe(remaining - 1)
    const success = await sendPrepared(app, request)
    expect(success.status, success.text).toBeLessThan(400)
    expect(numbers(success.headers.get('ratelimit'))[0]).toBe(remaining - 2)
  })
})

describe('an unlimited operation has no rate limit headers', () => {
  test.each(rowsOf(({ rateLimit }) => rateLimit === undefined))('%s', async (_, operation) => {
    const response = await sendPrepared(app, requestOf(operation))
    expect([response.headers.has('ratelimit'), response.headers.has('ratelimit-policy')]).toEqual([
      false,
      false,
    ])
  })
})

describe('once a limit is used up', () => {
  test('its operations get 429 with Retry-After and change nothing, but another user is served', async () => {
    const { ada, eve } = world
    for (const policy of policies) {
      const last = await exhaust(policy, ada.token)
      expectProblem(last, 429, 'too_many_requests')
    }
    for (const [id, operation] of rowsOf(
      ({ security, rateLimit }) => security === 'required' && rateLimit !== undefined,
    )) {
      const request = { ...requestOf(operation), token: ada.token }
      const response = await unchanged(app, () => sendPrepared(app, request))
      expectProblem(response, 429, 'too_many_requests')
      const [remaining, until] = numbers(response.headers.get('ratelimit'))
      expect([id, remaining]).toEqual([id, 0])
      expect(Number(response.headers.get('retry-after'))).toBe(until ?? -1)
    }
    const other = await app.send('GET', '/api/users/me', { token: eve.token })
    expect(other.status).toBe(200)
  })

  test('its operations get 429 without a token, too, and change nothing', async () => {
    for (const policy of policies) expectProblem(await exhaust(policy, null), 429, 'too_many_requests')
    for (const [, operation] of rowsOf(
      ({ security, rateLimit }) => security !== 'required' && rateLimit !== undefined,
    )) {
      const response = await unchanged(app, () => sendPrepared(app, requestOf(operation), { token: null }))
      expectProblem(response, 429, 'too_many_requests')
    }
  })

  test('a request with a broken token gets 429, because it counts against its address', async () => {
    const response = await app.send('GET', '/api/users/me', { token: 'broken' })
    expectProblem(response, 429, 'too_many_requests')
  })

  test('an unlimited operation still works', async () => {
    for (const [, operation] of rowsOf(({ rateLimit }) => rateLimit === undefined)) {
      expect((await sendPrepared(app, requestOf(operation))).status).toBeLessThan(400)
    }
  })
})
