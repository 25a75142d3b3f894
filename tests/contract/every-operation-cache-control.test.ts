import { describe, expect, test } from 'bun:test'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()

/** Operations whose responses contain tokens, or are valid only for the moment. */
const secret = new Set(['Auth'])

describe('a response that required a token is private', () => {
  test.each(rowsOf(({ security }) => security !== 'none'))('%s', async (id, operation) => {
    const response = await sendPrepared(world.app, await prepare(world, operation))
    const control = response.headers.get('cache-control')
    const isSecret =
      (secret.has(operation.tag) && id !== 'listSessions') || id === 'changePassword' || id === 'streamEvents'
    expect(control).toBe(isSecret || response.status === 204 ? 'no-store' : 'private, no-cache')
    expect(response.headers.get('vary')?.split(', ')).toContain('Authorization')
  })
})

describe('a response without a token is public', () => {
  test.each(rowsOf(({ security, method }) => security !== 'required' && method === 'get'))(
    '%s',
    async (id, operation) => {
      const prepared = await prepare(world, operation)
      const path = id === 'getExercise' ? { path: '/api/exercises/barbell-bench-press' } : {}
      const response = await sendPrepared(world.app, prepared, { ...path, token: null })
      const now = ['getLiveness', 'getReadiness', 'getMetrics'].includes(id)
      expect(response.headers.get('cache-control')).toStartWith(now ? 'no-store' : 'public')
    },
  )
})

describe('Vary includes Authorization if the response depends on it', () => {
  test.each(rowsOf(({ security }) => security === 'none'))('%s', async (_, operation) => {
    const response = await sendPrepared(world.app, await prepare(world, operation))
    expect(response.headers.get('vary')).toBe('Accept-Encoding, Origin')
  })
})
