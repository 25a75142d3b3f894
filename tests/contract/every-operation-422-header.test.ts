import { describe, expect, test } from 'bun:test'
import { declaredParameters } from './declared-parameters.ts'
import { expectRejected, fieldProblemsOf, marker } from './expect-rejected.ts'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()

/** Values that the declared headers reject. `If-None-Match` accepts anything: a malformed one matches nothing. */
const faulty: Readonly<Record<string, readonly string[]>> = {
  'Idempotency-Key': ['', marker.repeat(24), `${marker} b`, 'clé', 'a\tb'],
  'If-Match': ['', marker, `"${marker}`, `"${'x'.repeat(1100)}"`],
  'If-None-Match': [],
  'X-Current-Password': ['', `${marker}%`, `${marker}%zz`, 'clé', marker.repeat(400)],
  'Last-Event-ID': ['', marker, '-1', '1.5', '1'.repeat(17)],
}

describe('an invalid header gets 422 with its name', () => {
  test.each(rowsOf(({ parameters }) => parameters.header.length > 0))('%s', async (id, operation) => {
    const prepared = await prepare(world, operation)
    for (const { name } of declaredParameters(id, 'header')) {
      const texts = faulty[name]
      if (texts === undefined) throw new Error(`add invalid values for ${name} here`)
      for (const text of texts) {
        const response = await expectRejected(world, prepared, { headers: { [name]: text } }, [
          422,
          'validation_failed',
        ])
        expect(fieldProblemsOf(response).join()).toMatch(
          /^header [\w-]+ (format|pattern|min_length|max_length)$/,
        )
        expect(fieldProblemsOf(response).join()).toStartWith(`header ${name} `)
      }
    }
  })
})

const generatedId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('an invalid X-Request-Id is ignored and replaced', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const requestId of ['', marker.repeat(20), `${marker} b`, `${marker}"`, 'é']) {
      const response = await sendPrepared(world.app, prepared, {
        headers: { 'X-Request-Id': requestId },
        query: new URLSearchParams({ ...prepared.query, unexpected: '1' }).toString(),
      })
      expect(fieldProblemsOf(response)).toEqual(['parameter unexpected unknown_parameter'])
      expect(response.headers.get('x-request-id')).toMatch(generatedId)
    }
    const response = await sendPrepared(world.app, prepared, { headers: { 'X-Request-Id': `${marker} b` } })
    expect(response.status).toBeLessThan(400)
    expect(response.headers.get('x-request-id')).toMatch(generatedId)
  })
})

describe('X-Request-Id is returned with responses and problems', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const headers = { 'X-Request-Id': 'Trace_1.a-b' }
    const response = await sendPrepared(world.app, await prepare(world, operation), { headers })
    expect(response.headers.get('x-request-id')).toBe('Trace_1.a-b')
    const error = await sendPrepared(world.app, await prepare(world, operation), {
      headers,
      query: 'unexpected=1',
    })
    expect(error.headers.get('x-request-id')).toBe('Trace_1.a-b')
    expect(error.json<{ requestId: string }>().requestId).toBe('Trace_1.a-b')
  })
})
