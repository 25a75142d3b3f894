import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { JsonTooComplexError, parseJsonInTurns } from '#interchange/json-in-turns.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { runs } from '#tests/support/runs.ts'

const noPause = () => undefined
const manyItems = 10_000
const parse = (text: string) => parseJsonInTurns(Buffer.from(text), manyItems, noPause)

test('parseJsonInTurns returns what JSON.parse returns', async () => {
  const documents = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.object(), fc.jsonValue())))),
  )
  await fc.assert(
    fc.asyncProperty(documents, fc.constantFrom(undefined, 2), async (document, indent) => {
      const text = JSON.stringify(document, undefined, indent)
      expect(await parse(text)).toEqual(JSON.parse(text))
    }),
  )
})

test.each([
  '{"a":[{"x":"}]\\"{"},{},{"":7}],"b":[[{"y":[{}]}],1,"{"]}',
  '{"a":[{"x":1}],"a":[{"x":2},3,{"x":4}]}',
  '[{"a":1},[{"b":2}]]',
  ' {"a" : [ { } , {"é":"\\u0041\\\\"} ] } ',
])('parseJsonInTurns parses %s', async (text) => {
  expect(await parse(text)).toEqual(JSON.parse(text))
})

test('parseJsonInTurns rejects what JSON.parse rejects', async () => {
  const text = '{"a":[{"x":"y"},{"z":[1,{}]}],"b":[true]}'
  const edits = fc.tuple(
    fc.nat(text.length),
    fc.nat(2),
    fc.constantFrom('', '"', '{', '}', '[', ']', ',', '\\'),
  )
  await fc.assert(
    fc.asyncProperty(edits, async ([position, removed, inserted]) => {
      const edited = text.slice(0, position) + inserted + text.slice(position + removed)
      const expected = parseOrReject(edited)
      const parsed = await parse(edited).catch(() => 'rejected')
      expect(parsed).toEqual(expected)
    }),
    { numRuns: runs(500) },
  )
})

test('parseJsonInTurns pauses after every item', async () => {
  const items = Array.from({ length: 1000 }, (_, index) => ({ index, text: 'x'.repeat(100) }))
  let pauses = 0
  await parseJsonInTurns(Buffer.from(JSON.stringify({ items })), manyItems, () => {
    pauses++
    return undefined
  })
  expect(pauses).toBeGreaterThanOrEqual(1000)
})

describe('parseJsonInTurns rejects, without parsing it, a document', () => {
  const countPauses = (text: string) => {
    const counts = { pauses: 0 }
    const parsing = parseJsonInTurns(Buffer.from(text), 100, () => {
      counts.pauses++
      return undefined
    })
    return { parsing, counts }
  }

  test.each([
    ['nested 9,000,000 deep', `{"workouts":${'['.repeat(9_000_000)}`],
    ['with objects nested 2,000,000 deep', '{"a":'.repeat(2_000_000)],
    ['with one item of 3,000,000 bytes', `{"workouts":[{"notes":"${'x'.repeat(3_000_000)}"}]}`],
    ['with 3,000,000 bytes outside its lists', `{"notes":"${'x'.repeat(3_000_000)}"}`],
    ['with a list of 2,000,000 numbers', `{"workouts":[${'1,'.repeat(2_000_000)}1]}`],
    ['with more than the maximum number of items', `{"workouts":[${'{},'.repeat(100)}{}]}`],
  ])('%s', async (_, text) => {
    const error = await rejectionOf(countPauses(text).parsing)
    expect(error).toBeInstanceOf(JsonTooComplexError)
    expect(error).toMatchObject({ hasTooManyItems: text.startsWith('{"workouts":[{},') })
  })

  test('with one long string, after pauses within it', async () => {
    const { parsing, counts } = countPauses(`{"notes":"${'x'.repeat(3_000_000)}"}`)
    expect(await rejectionOf(parsing)).toBeInstanceOf(JsonTooComplexError)
    expect(counts.pauses).toBeGreaterThan(40)
  })
})

function parseOrReject(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return 'rejected'
  }
}
