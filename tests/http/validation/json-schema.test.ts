import { describe, expect, test } from 'bun:test'
import { Type } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import fc from 'fast-check'
import { allOf, distinct, isDistinct, openObject, text, textFault } from '#http/validation/json-schema.ts'

describe('textFault', () => {
  const schema = { minLength: 2, maxLength: 4, pattern: '^[^x]*$', format: 'date' } as const
  const cases: [unknown, ReturnType<typeof textFault>][] = [
    [1, 'type'],
    [null, 'type'],
    ['', 'min_length'],
    ['😀', 'min_length'],
    ['12345', 'max_length'],
    ['😀😀😀😀😀', 'max_length'],
    ['axb', 'pattern'],
    ['abc', 'format'],
  ]
  for (const [value, expected] of cases) {
    test(`returns ${expected}, the first fault of ${JSON.stringify(value)}`, () => {
      expect(textFault(schema, value)).toBe(expected)
    })
  }

  test('returns undefined for a valid string', () => {
    expect(textFault({ minLength: 10, maxLength: 10, format: 'date' }, '2026-11-20')).toBeUndefined()
    expect(textFault({}, '')).toBeUndefined()
  })
})

test('the length of a string is counted in code points', () => {
  const bounds = fc.tuple(fc.nat(6), fc.nat(6)).filter(([min, max]) => min <= max)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), bounds, (value, [minLength, maxLength]) => {
      const length = [...value].length
      const expected = length < minLength ? 'min_length' : length > maxLength ? 'max_length' : undefined
      expect(textFault({ minLength, maxLength }, value)).toBe(expected)
    }),
  )
})

test('a compiled schema checks a string, and the error has the schema of the string', () => {
  const schema = Type.Object({ name: text({ maxLength: 2 }) })
  const compiled = TypeCompiler.Compile(schema)
  expect(compiled.Check({ name: '😀😀' })).toBe(true)
  const error = compiled.Errors({ name: 'abc' }).First()
  expect(error?.path).toBe('/name')
  expect(textFault(error?.schema ?? {}, error?.value)).toBe('max_length')
})

test('items are distinct if no two are the same JSON value', () => {
  expect(isDistinct(['AB', '䅂', 1, '1', [1], { a: 1 }, { a: 1, b: 1 }])).toBe(true)
  expect(
    isDistinct([
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ]),
  ).toBe(false)
  expect(isDistinct([0, -0])).toBe(false)
  expect(isDistinct('not an array')).toBe(true)
  expect(TypeCompiler.Compile(Type.Intersect([Type.Array(Type.Number()), distinct])).Check([1, 1])).toBe(
    false,
  )
})

test('allOf has the properties of all its members', () => {
  const members = [Type.Object({ a: Type.Number() }), Type.Object({ b: Type.Optional(Type.Null()) })] as const
  const closed = TypeCompiler.Compile(allOf([...members], { additionalProperties: false }))
  const open = TypeCompiler.Compile(allOf([...members]))
  expect([closed.Check({ a: 1, b: null }), closed.Check({ a: 1, c: 1 }), closed.Check({ b: null })]).toEqual([
    true,
    false,
    false,
  ])
  expect([open.Check({ a: 1, c: 1 }), open.Check({ a: 1, b: 1 })]).toEqual([true, false])
})

test('an open object accepts any other member', () => {
  const compiled = TypeCompiler.Compile(openObject({ a: Type.Number() }))
  expect([compiled.Check({ a: 1, b: 'x' }), compiled.Check({ b: 'x' })]).toEqual([true, false])
})
