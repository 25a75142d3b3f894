import { describe, expect, test } from 'bun:test'
import { emittedText } from './emitted.ts'

const object = (properties: object, more: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
})

/** The schema `Subject`, and its emitted source. */
const cases: [string, { given: Record<string, object>; want: string }][] = [
  ['anything', { given: { Subject: {} }, want: 'export const Subject = Type.Unknown()' }],
  [
    'a description',
    {
      given: { Subject: { type: 'boolean', description: 'Whether */ it is.\n\nOr not.\n' } },
      want: '/**\n * Whether *\\/ it is.\n *\n * Or not.\n */\nexport const Subject = Type.Boolean()',
    },
  ],
  [
    'an enum with a default',
    {
      given: { Subject: { type: 'string', enum: ['a', "it's"], default: 'a' } },
      want: "export const Subject = Type.Union([Type.Literal('a'), Type.Literal('it\\'s')], { default: 'a' })",
    },
  ],
  ['a const', { given: { Subject: { const: 1 } }, want: 'export const Subject = Type.Literal(1)' }],
  [
    'a const of an object',
    {
      given: { Subject: { const: { a: ['x'] } } },
      want: "export const Subject = Type.Object({ a: Type.Tuple([Type.Literal('x')]) }, { additionalProperties: false })",
    },
  ],
  [
    'a format alone',
    {
      given: { Subject: { type: 'string', format: 'uuid' } },
      want: "export const Subject = Type.String({ format: 'uuid' })",
    },
  ],
  [
    'a bounded text',
    {
      given: { Subject: { type: 'string', minLength: 1, maxLength: 9, pattern: '^\\d"\'$', format: 'date' } },
      want: "export const Subject = text({ minLength: 1, maxLength: 9, pattern: '^\\\\d\"\\'$', format: 'date' })",
    },
  ],
  [
    'numbers',
    {
      given: { Subject: { type: 'number', minimum: 6, exclusiveMaximum: 10, multipleOf: 0.5, default: 7.5 } },
      want: 'export const Subject = Type.Number({ minimum: 6, exclusiveMaximum: 10, multipleOf: 0.5, default: 7.5 })',
    },
  ],
  [
    'types with null',
    {
      given: { Subject: { type: ['integer', 'null'], minimum: 1 } },
      want: 'export const Subject = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])',
    },
  ],
  [
    'an array',
    {
      given: { Subject: { type: 'array', items: { type: 'boolean' }, maxItems: 200 } },
      want: 'export const Subject = Type.Array(Type.Boolean(), { maxItems: 200 })',
    },
  ],
  [
    'an array of distinct items',
    {
      given: { Subject: { type: 'array', items: { type: 'string' }, uniqueItems: true, default: [] } },
      want: 'export const Subject = Type.Intersect([Type.Array(Type.String()), distinct], { default: [] })',
    },
  ],
  [
    'a closed object',
    {
      given: { Subject: object({ a: { type: 'string' }, 'b-c': { type: 'null' } }, { required: ['a'] }) },
      want: `export const Subject = Type.Object(
  { a: Type.String(), 'b-c': Type.Optional(Type.Null()) },
  { additionalProperties: false },
)`,
    },
  ],
  [
    'an empty closed object',
    {
      given: { Subject: object({}) },
      want: 'export const Subject = Type.Unsafe<Record<string, never>>(Type.Object({}, { additionalProperties: false }))',
    },
  ],
  [
    'an open object',
    {
      given: { Subject: { type: 'object', properties: { a: {} }, minProperties: 1 } },
      want: 'export const Subject = Type.Object({ a: Type.Optional(Type.Unknown()) }, { minProperties: 1 })',
    },
  ],
  [
    'an object with additional members',
    {
      given: { Subject: { type: 'object', properties: { a: {} }, additionalProperties: true } },
      want: 'export const Subject = openObject({ a: Type.Optional(Type.Unknown()) })',
    },
  ],
  [
    'a map',
    {
      given: { Subject: { type: 'object', additionalProperties: { type: 'number' } } },
      want: "export const Subject = Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Number())",
    },
  ],
  [
    'a reference, after what it refers to',
    {
      given: { Subject: { $ref: '#/components/schemas/Unit' }, Unit: { const: 'kg' } },
      want: "export const Unit = Type.Literal('kg')\n\nexport const Subject = Unit",
    },
  ],
  [
    'a reference with a default',
    {
      given: { Unit: { const: 'kg' }, Subject: { $ref: '#/components/schemas/Unit', default: 'kg' } },
      want: "export const Subject = CloneType(Unit, { default: 'kg' })",
    },
  ],
  [
    'recursion',
    {
      given: {
        Subject: object({ kids: { type: 'array', items: { $ref: '#/components/schemas/Subject' } } }),
      },
      want: `const circleSubject = Type.Module({
  Subject: Type.Object(
    { kids: Type.Optional(Type.Array(Type.Ref('Subject'))) },
    { additionalProperties: false },
  ),
})

export const Subject = circleSubject.Import('Subject')`,
    },
  ],
  [
    'a discriminated oneOf',
    {
      given: {
        Cat: object({ kind: { const: 'cat' } }, { required: ['kind'] }),
        Dog: object({ kind: { enum: ['dog', 'wolf'] } }, { required: ['kind'] }),
        Subject: {
          oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
          discriminator: {
            propertyName: 'kind',
            mapping: {
              cat: '#/components/schemas/Cat',
              dog: '#/components/schemas/Dog',
              wolf: '#/components/schemas/Dog',
            },
          },
        },
      },
      want: "export const Subject = Type.Union([Cat, Dog], { discriminator: { propertyName: 'kind' } })",
    },
  ],
  [
    'allOf',
    {
      given: {
        Base: { type: 'object', properties: { a: {} } },
        Subject: {
          allOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', properties: { b: {} } }],
          unevaluatedProperties: false,
        },
      },
      want: 'export const Subject = allOf([Base, Type.Object({ b: Type.Optional(Type.Unknown()) })], { additionalProperties: false })',
    },
  ],
]

describe('a schema of the contract becomes TypeBox', () => {
  for (const [name, { given, want }] of cases) {
    test(name, () => {
      expect(emittedText(given)).toContain(`\n${want}\n`)
    })
  }
})

test('schemas.ts asserts of each schema that TypeBox and openapi-typescript agree', () => {
  const text = emittedText({ A: {}, B: { $ref: '#/components/schemas/A' } })
  expect(text).toContain("  Expect<Equal<Static<typeof A>, Schemas['A']>>,\n")
  expect(text).toContain("  Expect<Equal<Static<typeof B>, Schemas['B']>>,\n")
})
