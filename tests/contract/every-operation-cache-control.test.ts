import { describe, expect, test } from 'bun:test'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()

/** The tags of operations whose responses contain tokens. */
const secretTags = new Set(['Auth'])

describe('the response to a request with a token is private', () => {
  test.each(rowsOf(({ security }) => security !== 'none'))('%s', async (id, operation) => {
    const response = await sendPrepared(world.app, await prepare(world, operation))
    const cacheControl = response.headers.get('cache-control')
    // The events are not secret, but are out of date as soon as they are read.
    const isNeverStored =
      (secretTags.has(operation.tag) && id !== 'listSessions') ||
      id === 'changePassword' ||
      id === 'streamEvents'
    expect(cacheControl).toBe(isNeverStored || response.status === 204 ? 'no-store' : 'private, no-cache')
    expect(response.headers.get('vary')?.split(', ')).toContain('Authorization')
  })
})

describe('the response to a request without a token is public', () => {
  test.each(rowsOf(({ security, method }) => security !== 'required' && method === 'get'))(
    '%s',
    async (id, operation) => {
      const prepared = await prepare(world, operation)
      const path = id === 'getExercise' ? { path: '/api/exercises/barbell-bench-press' } : {}
      const response = await sendPrepared(world.app, prepared, { ...path, token: null })
      const isNeverStored = ['getLiveness', 'getReadiness', 'getMetrics'].includes(id)
      expect(response.headers.get('cache-control')).toStartWith(isNeverStored ? 'no-store' : 'public')
    },
  )
})

describe('Vary omits Authorization if the response does not depend on it', () => {
  test.each(rowsOf(({ security }) => security === 'none'))('%s', async (_, operation) => {
    const response = await sendPrepared(world.app, await prepare(world, operation))
    expect(response.headers.get('vary')).toBe('Accept-Encoding, Origin')
  })
})
