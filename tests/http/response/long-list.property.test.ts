import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { firstInvalid, isLongList, longListText } from '#http/response/long-list.ts'

const longLists = fc
  .record({
    before: fc.jsonValue(),
    items: fc.array(fc.jsonValue(), { minLength: 21, maxLength: 60 }),
    absent: fc.constant(undefined),
    after: fc.jsonValue(),
  })
  .map((body) => body satisfies object)

test('the text of a long list equals the result of JSON.stringify', async () => {
  await fc.assert(
    fc.asyncProperty(longLists, async (body) => {
      expect(isLongList(body)).toBe(true)
      expect(await longListText(body)).toBe(JSON.stringify(body))
    }),
  )
})

test('other bodies are not long lists', () => {
  for (const body of [undefined, null, 'items', [], {}, { items: [] }, { items: 'many '.repeat(50) }])
    expect([body, isLongList(body)]).toEqual([body, false])
})

test('the first invalid item is found at any position', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  expect(await firstInvalid(items, () => true)).toBeUndefined()
  for (const invalid of [0, 21, 99])
    expect(await firstInvalid(items, (item) => item !== invalid)).toBe(invalid)
})

test('with a sampling interval, only the first and every nth item after it are checked', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  const checked: number[] = []
  const found = await firstInvalid(items, (item) => checked.push(Number(item)) > 0, 30)
  expect(found).toBeUndefined()
  expect(checked).toEqual([0, 30, 60, 90])
  expect(await firstInvalid(items, (item) => item !== 60, 30)).toBe(60)
})
