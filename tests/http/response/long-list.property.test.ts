import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { firstFaulty, isLongList, longListText } from '#http/response/long-list.ts'

const long = fc
  .record({
    before: fc.jsonValue(),
    items: fc.array(fc.jsonValue(), { minLength: 21, maxLength: 60 }),
    absent: fc.constant(undefined),
    after: fc.jsonValue(),
  })
  .map((body) => body satisfies object)

test('the text of a long list equals that of JSON.stringify', async () => {
  await fc.assert(
    fc.asyncProperty(long, async (body) => {
      expect(isLongList(body)).toBe(true)
      expect(await longListText(body)).toBe(JSON.stringify(body))
    }),
  )
})

test('other bodies are not long lists', () => {
  for (const body of [undefined, null, 'items', [], {}, { items: [] }, { items: 'many '.repeat(50) }])
    expect([body, isLongList(body)]).toEqual([body, false])
})

test('the first invalid item is found anywhere', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  expect(await firstFaulty(items, () => true)).toBeUndefined()
  for (const faulty of [0, 21, 99]) expect(await firstFaulty(items, (item) => item !== faulty)).toBe(faulty)
})

test('in a sampled list, every nth item is checked, always including the first', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  const checked: number[] = []
  const faulty = await firstFaulty(items, (item) => checked.push(Number(item)) > 0, 30)
  expect(faulty).toBeUndefined()
  expect(checked).toEqual([0, 30, 60, 90])
  expect(await firstFaulty(items, (item) => item !== 60, 30)).toBe(60)
})
