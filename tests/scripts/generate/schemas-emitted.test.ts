import { describe, expect, test } from 'bun:test'
import { emittedText } from './emitted.ts'

const object = (properties: object, more: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
})

/** The schema `Subject`, and its emitted source. */
const cases: [string, { input: Record<string, object>; expected: string }][] = [
  ['anything', { input: { Subject: {} }, expected: 'export const Subject = Type.Unknown()' }],
  [
    'a description',
    {
      input: { Subject: { type: 'boolean', description: 'Whether */ it is.\n\nOr not.\n' } },
      expected: '/**\n * Whether *\\/ it is.\n *\n * Or not.\n */\nexport const Subject = Type.Boolean()',
    },
  ],
  [
    'an enum with a default',
    {
      input: { Subject: { type: 'string', enum: ['a', "it's"], default: 'a' } },
      expected:
        "export const Subject = Type.Union([Type.Literal('a'), Type.Literal('it\\'s')], { default: 'a' })",
    },
  ],
  ['a const', { input: { Subject: { const: 1 } }, expected: 'export const Subject = Type.Literal(1)' }],
  [
    'a const of an object',
    {
      input: { Subject: { const: { a: ['x'] } } },
      expected:
        "export const Subject = Type.Object({ a: Type.Tuple([Type.Literal('x')]) }, { additionalProperties: false })",
    },
  ],
  [
    'a format without other keywords',
    {
      input: { Subject: { type: 'string', format: 'uuid' } },
      expected: "export const Subject = Type.String({ format: 'uuid' })",
    },
  ],
  [
    'a bounded text',
    {
      input: { Subject: { type: 'string', minLength: 1, maxLength: 9, pattern: '^\\d"\'$', format: 'date' } },
      expected:
        "export const Subject = text({ minLength: 1, maxLength: 9, pattern: '^\\\\d\"\\'$', format: 'date' })",
    },
  ],
  [
    'a text whose pattern is explained',
    {
      input: { Subject: { type: 'string', pattern: '^a', 'x-requirement': 'begin with an a' } },
      expected: "export const Subject = text({ pattern: '^a', requirement: 'begin with an a' })",
    },
  ],
  [
    'numbers',
    {
      input: { Subject: { type: 'number', minimum: 6, exclusiveMaximum: 10, multipleOf: 0.5, default: 7.5 } },
      expected:
        'export const Subject = Type.Number({ minimum: 6, exclusiveMaximum: 10, multipleOf: 0.5, default: 7.5 })',
    },
  ],
  [
    'types with null',
    {
      input: { Subject: { type: ['integer', 'null'], minimum: 1 } },
      expected: 'export const Subject = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])',
    },
  ],
  [
    'an array',
    {
      input: { Subject: { type: 'array', items: { type: 'boolean' }, maxItems: 200 } },
      expected: 'export const Subject = Type.Array(Type.Boolean(), { maxItems: 200 })',
    },
  ],
  [
    'an array of distinct items',
    {
      input: { Subject: { type: 'array', items: { type: 'string' }, uniqueItems: true, default: [] } },
      expected:
        'export const Subject = Type.Intersect([Type.Array(Type.String()), distinct], { default: [] })',
    },
  ],
  [
    'a closed object',
    {
      input: { Subject: object({ a: { type: 'string' }, 'b-c': { type: 'null' } }, { required: ['a'] }) },
      expected: `export const Subject = Type.Object(
  { a: Type.String(), 'b-c': Type.Optional(Type.Null()) },
  { additionalProperties: false },
)`,
    },
  ],
  [
    'an empty closed object',
    {
      input: { Subject: object({}) },
      expected:
        'export const Subject = Type.Unsafe<Record<string, never>>(Type.Object({}, { additionalProperties: false }))',
    },
  ],
  [
    'an open object',
    {
      input: { Subject: { type: 'object', properties: { a: {} }, minProperties: 1 } },
      expected:
        'export const Subject = Type.Object({ a: Type.Optional(Type.Unknown()) }, { minProperties: 1 })',
    },
  ],
  [
    'an object with additional members',
    {
      input: { Subject: { type: 'object', properties: { a: {} }, additionalProperties: true } },
      expected: 'export const Subject = openObject({ a: Type.Optional(Type.Unknown()) })',
    },
  ],
  [
    'a map',
    {
      input: { Subject: { type: 'object', additionalProperties: { type: 'number' } } },
      expected: "export const Subject = Type.Record(Type.String({ pattern: '^[^]*$' }), Type.Number())",
    },
  ],
  [
    'a reference, after the schema that it refers to',
    {
      input: { Subject: { $ref: '#/components/schemas/Unit' }, Unit: { const: 'kg' } },
      expected: "export const Unit = Type.Literal('kg')\n\nexport const Subject = Unit",
    },
  ],
  [
    'a reference with a default',
    {
      input: { Unit: { const: 'kg' }, Subject: { $ref: '#/components/schemas/Unit', default: 'kg' } },
      expected: "export const Subject = CloneType(Unit, { default: 'kg' })",
    },
  ],
  [
    'recursion',
    {
      input: {
        Subject: object({ kids: { type: 'array', items: { $ref: '#/components/schemas/Subject' } } }),
      },
      expected: `const cycleSubject = Type.Module({
  Subject: Type.Object(
    { kids: Type.Optional(Type.Array(Type.Ref('Subject'))) },
    { additionalProperties: false },
  ),
})

export const Subject = cycleSubject.Import('Subject')`,
    },
  ],
  [
    'a discriminated oneOf',
    {
      input: {
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
      expected: "export const Subject = Type.Union([Cat, Dog], { discriminator: { propertyName: 'kind' } })",
    },
  ],
  [
    'allOf',
    {
      input: {
        Base: { type: 'object', properties: { a: {} } },
        Subject: {
          allOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', properties: { b: {} } }],
          unevaluatedProperties: false,
        },
      },
      expected:
        'export const Subject = allOf([Base, Type.Object({ b: Type.Optional(Type.Unknown()) })], { additionalProperties: false })',
    },
  ],
]

describe('a schema of the contract is emitted as TypeBox', () => {
  for (const [name, { input, expected }] of cases) {
    test(name, () => {
      expect(emittedText(input)).toContain(`\n${expected}\n`)
    })
  }
})

test('schemas.ts asserts for each schema that TypeBox and openapi-typescript agree', () => {
  const text = emittedText({ A: {}, B: { $ref: '#/components/schemas/A' } })
  expect(text).toContain("  Expect<Equal<Static<typeof A>, Schemas['A']>>,\n")
  expect(text).toContain("  Expect<Equal<Static<typeof B>, Schemas['B']>>,\n")
})
