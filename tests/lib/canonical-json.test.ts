import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { canonicalJson } from '#lib/canonical-json.ts'

/** The same value with the members of every object in reverse order. */
function reverseMembers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reverseMembers)
  const members = Object.entries(value).map(([name, member]) => [name, reverseMembers(member)])
  return Object.fromEntries(members.reverse())
}

test('the text does not depend on the order of members at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(reverseMembers(value))).toBe(canonicalJson(value))
    }),
  )
})

test('the text is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('members are sorted by name, and items keep their order', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'x'], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},"x"]}')
})

test('members with the names of inherited members are kept', () => {
  const text = '{"__proto__":{"x":1},"constructor":2,"toString":3}'
  expect(canonicalJson(JSON.parse(text))).toBe(text)
  expect(canonicalJson({})).toBe('{}')
})

test('the members of an object with many are sorted, too', () => {
  const names = Array.from({ length: 40 }, (_, index) => `m${index}`)
  const text = canonicalJson(Object.fromEntries(names.map((name, index) => [name, index])))
  expect(Object.keys(JSON.parse(text))).toEqual(names.toSorted())
})
