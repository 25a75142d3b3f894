import { describe, expect, test } from 'bun:test'
import { expectRejected } from './expect-rejected.ts'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()

describe('an operation that needs a token gets 401 without one', () => {
  test.each(rowsOf(({ security }) => security === 'required'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const response = await expectRejected(world, prepared, { token: null }, [401, 'unauthorized'])
    // RFC 6750 §3: no error code without a token.
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
  })
})

describe('without a token, 401 takes precedence over errors in the query, headers and body', () => {
  test.each(rowsOf(({ security }) => security === 'required'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const headers = { 'Content-Type': 'text/plain', 'If-Match': 'nonsense' }
    const raw = operation.method === 'get' ? {} : { raw: '{', headers }
    await expectRejected(world, prepared, { token: null, query: 'nonsense=1', ...raw }, [401, 'unauthorized'])
  })
})

describe('an operation that needs no token works without one', () => {
  test.each(rowsOf(({ security }) => security !== 'required'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const response = await sendPrepared(world.app, prepared, { token: null })
    // The sample of `getExercise` is Ada's own exercise, which nobody finds without her token.
    const success = Math.min(...Object.keys(operation.responses).map(Number))
    expect(response.status).toBe(operation.id === 'getExercise' ? 404 : success)
  })
})
