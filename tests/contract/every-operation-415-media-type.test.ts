import { describe, expect, test } from 'bun:test'
import { expectRejected, marker } from './expect-rejected.ts'
import { hasJsonBody, prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const withBody = rowsOf(hasJsonBody)

/** Values of `Content-Type` that no operation accepts for a JSON body. */
const undeclaredTypes: readonly (string | undefined)[] = [
  undefined,
  'text/plain',
  'text/json',
  'application/xml',
  'application/jsonx',
  'application/json-seq',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset=iso-8859-1',
  'application/json; version=1',
  'application/json, application/json',
  'application/problem+json',
  'application/*',
  '*/*',
  'json',
  `application/${marker}`,
]

describe('a body with an undeclared media type gets 415', () => {
  test.each(withBody)('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const type of undeclaredTypes) {
      const headers = { 'Content-Type': type }
      await expectRejected(world, prepared, { headers }, [415, 'unsupported_media_type'])
    }
  })
})

describe('the media type is accepted in either case, with a charset and with spaces', () => {
  test.each(withBody)('%s', async (_, operation) => {
    for (const type of Object.keys(operation.requestBody?.content ?? {})) {
      const spellings = [
        type,
        type.toUpperCase(),
        `${type}; charset=utf-8`,
        `${type};charset="UTF-8"`,
        ` ${type} `,
      ]
      for (const spelling of spellings) {
        const prepared = await prepare(world, operation)
        const response = await sendPrepared(world.app, prepared, { headers: { 'Content-Type': spelling } })
        expect(response.status, response.text).toBeLessThan(300)
      }
    }
  })
})
