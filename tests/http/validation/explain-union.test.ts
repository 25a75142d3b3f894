import { expect, test } from 'bun:test'
import { type TSchema, Type } from '@sinclair/typebox'
import { explain } from '#http/validation/explain.ts'
import { FieldProblems } from '#http/validation/field-problems.ts'
import { distinct, text } from '#http/validation/json-schema.ts'
import { checkOf } from '#http/validation/schema-check.ts'

const unit = Type.Union([Type.Literal('kg'), Type.Literal('lb')])
const units = Type.Intersect([Type.Array(unit, { minItems: 1 }), distinct])
const size = Type.Object({
  kind: Type.Union([Type.Literal('waist'), Type.Literal('chest')]),
  cm: Type.Number(),
})
const weight = Type.Object({ kind: Type.Literal('weight'), value: Type.Number(), unit })

const table: [name: string, schema: TSchema, value: unknown, problems: string[]][] = [
  ['an item of a nullable list', Type.Union([units, Type.Null()]), ['st'], ['/0 Must be one of "kg", "lb".']],
  [
    'a nullable list with duplicates',
    Type.Union([Type.Null(), units]),
    ['kg', 'kg'],
    [' Must not contain duplicates.'],
  ],
  ['a number instead of a nullable list', Type.Union([units, Type.Null()]), 5, [' Must be an array.']],
  ['an empty nullable list', Type.Union([Type.Null(), units]), [], [' Must have at least 1 item.']],
  [
    'a string for a string or a number',
    Type.Union([text({ minLength: 2 }), Type.Number()]),
    'x',
    [' Must have at least 2 characters.'],
  ],
  [
    'a number for a string or a number',
    Type.Union([text({ minLength: 1 }), Type.Number({ minimum: 3 })]),
    2,
    [' Must be at least 3.'],
  ],
  ['an empty string', text({ minLength: 1 }), '', [' Must not be empty.']],
  [
    'a variant that either of two literals selects',
    Type.Union([weight, size]),
    { kind: 'chest' },
    ['/cm Is required.'],
  ],
  [
    'a variant that one literal selects',
    Type.Union([weight, size]),
    { kind: 'weight', value: 1, unit: 'st' },
    ['/unit Must be one of "kg", "lb".'],
  ],
  [
    'a literal that no variant has',
    Type.Union([weight, size]),
    { kind: 1 },
    ['/kind Must be one of "weight", "waist", "chest".'],
  ],
  [
    'a union in a union',
    Type.Object({ a: Type.Union([Type.Null(), Type.Union([weight, size])]) }),
    { a: { kind: 'waist', cm: 'x' } },
    ['/a/cm Must be a number.'],
  ],
]

test.each(table)('explains the errors of %s', (_, schema, value, expected) => {
  const problems = new FieldProblems()
  const check = checkOf(schema)
  expect(check.Check(value)).toBe(false)
  explain(check, value, problems)
  expect(problems.list.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(expected)
})
