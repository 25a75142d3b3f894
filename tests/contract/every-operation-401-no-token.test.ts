import { describe, expect, test } from 'bun:test'
import { refused } from './refused.ts'
import { ask, prepare, rowsOf, startWorld } from './world.ts'

const world = await startWorld()

describe('an operation that needs a token is 401 without one', () => {
  test.each(rowsOf(({ security }) => security === 'required'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const answer = await refused(world, prepared, { token: null }, [401, 'unauthorized'])
    // RFC 6750 §3: no error code without a token.
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="replog"')
  })
})

describe('401 comes before anything else of the request is read', () => {
  test.each(rowsOf(({ security }) => security === 'required'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const headers = { 'Content-Type': 'text/plain', 'If-Match': 'nonsense' }
    const raw = operation.method === 'get' ? {} : { raw: '{', headers }
    await refused(world, prepared, { token: null, query: 'nonsense=1', ...raw }, [401, 'unauthorized'])
  })
})

describe('an operation that needs no token works without one', () => {
  test.each(rowsOf(({ security }) => security !== 'required'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const answer = await ask(world.app, prepared, { token: null })
    // The sample of `getExercise` is Ada's own exercise.
    const success = Math.min(...Object.keys(operation.responses).map(Number))
    expect(answer.status).toBe(operation.id === 'getExercise' ? 404 : success)
  })
})
