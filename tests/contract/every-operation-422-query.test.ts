import { describe, expect, test } from 'bun:test'
import { type Node, resolved } from '#tests/support/contract.ts'
import type { FieldCode } from './corruptions.ts'
import { declaredParameters } from './declared-parameters.ts'
import { expectRejected, fieldProblemsOf, marker } from './expect-rejected.ts'
import { invalidTexts } from './invalid-texts.ts'
import { type Prepared, prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()

/** A query with raw text instead of a parameter. */
function queryWith({ query }: Prepared, name: string, part: string): string {
  const others = Object.entries(query).filter(([other]) => other !== name)
  return [new URLSearchParams(others).toString(), part].filter((piece) => piece !== '').join('&')
}

/** Strings that aren't integers in decimal digits. */
const notIntegers = [
  '',
  '0x10',
  '1e1',
  '1.0',
  '+5',
  ' 5',
  '5 ',
  '05',
  '1_0',
  '٥',
  '５',
  'NaN',
  'Infinity',
  '5,6',
  'true',
]

/** Strings that a parameter rejects, each with the problem's code. */
function* faultyParameters(schema: Node): Generator<readonly [text: string, code: FieldCode]> {
  const { type, minimum, maximum } = schema
  if (Array.isArray(schema.enum)) {
    const first = String(schema.enum[0])
    for (const text of ['', marker, first.toUpperCase(), `${first} `, `${first},${first}`])
      yield [text, 'enum']
  } else if (type === 'integer') {
    for (const text of notIntegers) yield [text, 'type']
    if (typeof minimum === 'number') yield [String(minimum - 1), 'minimum']
    if (typeof minimum === 'number' && minimum > 0) yield ['-0', 'minimum']
    if (typeof maximum === 'number') yield [String(maximum + 1), 'maximum']
    yield ['9007199254740993', 'unsafe_integer']
  } else if (type === 'array') {
    for (const [text, code] of faultyParameters(resolved(schema.items))) yield [text, code]
  } else {
    yield ['a\u0000b', 'unstorable_text']
    yield* invalidTexts(schema)
  }
}

describe('an invalid query parameter gets 422 with its name', () => {
  test.each(rowsOf(({ parameters }) => parameters.query.length > 0))('%s', async (id, operation) => {
    const prepared = await prepare(world, operation)
    for (const { name, schema } of declaredParameters(id, 'query')) {
      for (const [text, code] of faultyParameters(schema)) {
        const query = queryWith(prepared, name, `${name}=${encodeURIComponent(text)}`)
        const response = await expectRejected(world, prepared, { query }, [422, 'validation_failed'])
        expect(fieldProblemsOf(response), text.slice(0, 100)).toEqual([`parameter ${name} ${code}`])
      }
    }
  })
})

describe('a repeated parameter gets 422 unless it is a list', () => {
  test.each(rowsOf(({ parameters }) => parameters.query.length > 0))('%s', async (id, operation) => {
    const prepared = await prepare(world, operation)
    for (const { name, schema } of declaredParameters(id, 'query')) {
      const value = prepared.query[name] ?? 'x'.repeat(16)
      const query = queryWith(prepared, name, `${name}=${value}&${name}=${value}`)
      if (schema.type === 'array') {
        expect((await sendPrepared(world.app, prepared, { query })).status).toBe(200)
        const many = Array.from({ length: Number(schema.maxItems) + 1 }, () => `${name}=${value}`).join('&')
        const response = await expectRejected(world, prepared, { query: queryWith(prepared, name, many) }, [
          422,
          'validation_failed',
        ])
        expect(fieldProblemsOf(response)).toEqual([`parameter ${name} max_items`])
      } else {
        const response = await expectRejected(world, prepared, { query }, [422, 'validation_failed'])
        expect(fieldProblemsOf(response).at(-1)).toBe(`parameter ${name} repeated_parameter`)
      }
    }
  })
})

describe('an unknown parameter gets 422', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const name of ['unexpected', 'Limit', 'limit[]', '__proto__', 'constructor', 'access_token']) {
      const part = `${encodeURIComponent(name)}=${marker}`
      const query = queryWith(prepared, name, part)
      const response = await expectRejected(world, prepared, { query }, [422, 'validation_failed'])
      expect(fieldProblemsOf(response)).toEqual([`parameter ${name} unknown_parameter`])
    }
  })
})

describe('the name of an unknown parameter is returned only if it is printable', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const name of [`<b>${marker}</b>`, `${marker} ${marker}`, marker.repeat(10), `${marker}\n`, '']) {
      const query = queryWith(prepared, name, `${encodeURIComponent(name)}=1`)
      const response = await expectRejected(world, prepared, { query }, [422, 'validation_failed'])
      expect(fieldProblemsOf(response)).toEqual(['parameter (not a name) unknown_parameter'])
    }
  })
})

describe('malformed percent-encoding in the query gets 400', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const part of ['%', '%zz', 'x=%ff', 'x=%c0%80', 'x=%ed%a0%80', '%ff=1', 'x=%', 'x=%4']) {
      const query = queryWith(prepared, '', part)
      await expectRejected(world, prepared, { query }, [400, 'malformed_request'])
    }
  })
})

describe('the same query gets the same response if it is reordered, percent-encoded and has empty parts', () => {
  test.each(rowsOf(({ parameters }) => parameters.query.length > 0))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const encoded = (text: string) =>
      [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    const query = Object.entries(prepared.query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    const response = await sendPrepared(world.app, prepared, { query: `&${query.reverse().join('&&')}&` })
    // A deleted object can't be requested again.
    const again = operation.method === 'delete' ? response : await sendPrepared(world.app, prepared)
    expect(response.status, response.text).toBe(operation.method === 'delete' ? 204 : 200)
    expect(response.text).toBe(again.text)
  })
})
