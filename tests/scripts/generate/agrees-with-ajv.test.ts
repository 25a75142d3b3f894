import { describe, expect, test } from 'bun:test'
import { casesOf, exactlyOne } from './small-spec.ts'
import { validatorsOf } from './validators.ts'

const muscle = { type: 'string', enum: ['chest', 'lats'] }
const tree = {
  type: 'object',
  additionalProperties: false,
  required: ['value'],
  properties: {
    value: { type: 'integer' },
    kids: { type: 'array', items: { $ref: '#/components/schemas/Subject' } },
    best: { $ref: '#/components/schemas/Subject' },
  },
}
const mass = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'value'],
  properties: { kind: { const: 'mass' }, value: { type: 'number' } },
}
const length = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'value'],
  properties: { kind: { type: 'string', enum: ['waist', 'neck'] }, value: { type: 'string' } },
}
const closed = { type: 'object', additionalProperties: false }

interface Case {
  /** The schema `Subject`, and those that it refers to. */
  readonly given: Record<string, object>
  readonly good: readonly unknown[]
  readonly bad: readonly unknown[]
}

const subject = (schema: object, others: Record<string, object> = {}) => ({ Subject: schema, ...others })

const quantity = {
  ...closed,
  required: ['kind', 'unit', 'value'],
  properties: {
    kind: { type: 'string', enum: ['mass', 'waist', 'fat'] },
    unit: { type: 'string', enum: ['kg', 'cm', 'percent'] },
    value: { type: 'number', maximum: 100 },
    note: { type: 'string' },
  },
  ...casesOf(
    'kind',
    ['mass'],
    { unit: { const: 'kg' } },
    casesOf(
      'kind',
      ['fat'],
      { unit: { const: 'percent' } },
      { unit: { enum: ['cm', 'percent'] }, value: { type: 'number', maximum: 50 } },
    ),
  ),
}

const cases: [string, Case][] = [
  [
    'cases',
    {
      given: subject(quantity),
      good: [
        { kind: 'mass', unit: 'kg', value: 100 },
        { kind: 'fat', unit: 'percent', value: 100, note: '' },
        { kind: 'waist', unit: 'cm', value: 50 },
        { kind: 'waist', unit: 'percent', value: -1 },
      ],
      bad: [
        { kind: 'mass', unit: 'cm', value: 1 },
        { kind: 'mass', unit: 'kg', value: 101 },
        { kind: 'fat', unit: 'kg', value: 1 },
        { kind: 'waist', unit: 'kg', value: 1 },
        { kind: 'waist', unit: 'cm', value: 51 },
        { kind: 'other', unit: 'cm', value: 1 },
        { kind: 'mass', unit: 'kg', value: 1, other: 1 },
        { kind: 'mass', unit: 'kg' },
        { unit: 'kg', value: 1 },
        { kind: 'mass', value: 1 },
        {},
        [],
        null,
        'mass',
      ],
    },
  ],
  ['anything', { given: subject({}), good: [null, 1, 'a', [], {}, false], bad: [] }],
  ['boolean', { given: subject({ type: 'boolean' }), good: [true, false], bad: [null, 0, 'true', []] }],
  ['null', { given: subject({ type: 'null' }), good: [null], bad: [0, '', false, {}] }],
  [
    '$ref',
    {
      given: subject({ $ref: '#/components/schemas/M' }, { M: muscle }),
      good: ['chest'],
      bad: ['neck', 1, null],
    },
  ],
  [
    '$ref with a default',
    {
      given: subject({ $ref: '#/components/schemas/M', default: 'lats' }, { M: muscle }),
      good: ['chest'],
      bad: ['neck', null],
    },
  ],
  ['string', { given: subject({ type: 'string' }), good: ['', 'a', '\ud800'], bad: [1, null, [], {}] }],
  [
    'minLength in code points',
    {
      given: subject({ type: 'string', minLength: 2 }),
      good: ['ab', '😀😀', 'e\u0301', '\ud800\ud800'],
      bad: ['', 'a', '😀', 1],
    },
  ],
  [
    'maxLength in code points',
    {
      given: subject({ type: 'string', maxLength: 2 }),
      good: ['', '😀😀', 'ab', 'a😀'],
      bad: ['abc', '😀😀😀', '😀ab', 'e\u0301x', null],
    },
  ],
  [
    'minLength and maxLength',
    {
      given: subject({ type: 'string', minLength: 3, maxLength: 3 }),
      good: ['abc', '😀😀😀'],
      bad: ['😀😀', 'abcd'],
    },
  ],
  [
    'pattern, unanchored, with the u flag',
    {
      given: subject({ type: 'string', pattern: '^.$|z' }),
      good: ['a', '😀', 'xzx'],
      bad: ['', 'ab', '😀😀', '\n', 1],
    },
  ],
  [
    'pattern of property escapes',
    { given: subject({ type: 'string', pattern: '^\\p{L}+$' }), good: ['ä', 'Жx'], bad: ['1', ''] },
  ],
  [
    'pattern against control characters and lone surrogates',
    {
      given: subject({ type: 'string', pattern: '^[^\\u0000\\ud800-\\udfff]*$' }),
      good: ['', 'a', '😀', 'a\nb'],
      bad: ['\u0000', '\ud800', 'a\udc00', '\ude00\ud83d'],
    },
  ],
  [
    'format uuid',
    {
      given: subject({ type: 'string', format: 'uuid' }),
      good: ['0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
      bad: [
        '0193A5C2-7C1E-7D10-9F6E-3C1F2A7B8D01',
        'urn:uuid:0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
        '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01\n',
        1,
      ],
    },
  ],
  [
    'format date-time beside a pattern and bounds',
    {
      given: subject({ type: 'string', format: 'date-time', pattern: '^20', maxLength: 24 }),
      good: ['2026-11-20T17:02:00Z', '2024-02-29T23:59:59.123Z'],
      bad: ['1999-11-20T17:02:00Z', '2026-02-30T17:02:00Z', '2026-11-20', '2026-11-20T17:02:60Z', null],
    },
  ],
  [
    'format date',
    {
      given: subject({ type: 'string', format: 'date' }),
      good: ['2024-02-29'],
      bad: ['2023-02-29', '2024-2-9', ''],
    },
  ],
  [
    'integer',
    { given: subject({ type: 'integer' }), good: [0, -1, 1.0, 1e20, -0], bad: [1.5, '1', null, true] },
  ],
  [
    'integer with bounds',
    { given: subject({ type: 'integer', minimum: 1, maximum: 200 }), good: [1, 200], bad: [0, 201, 1.5, -1] },
  ],
  [
    'number with exclusive bounds',
    {
      given: subject({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }),
      good: [0.5, 5e-324],
      bad: [0, 1, -0, '0.5'],
    },
  ],
  [
    'multipleOf 0.5',
    {
      given: subject({ type: 'number', multipleOf: 0.5 }),
      good: [0, 7.5, -0.5, 8],
      bad: [7.25, 0.1, 7.4999999999, '1'],
    },
  ],
  [
    'multipleOf 3',
    { given: subject({ type: 'integer', multipleOf: 3 }), good: [0, -9, 3], bad: [1, 1.5, 4] },
  ],
  [
    'const of a text',
    { given: subject({ const: 'it\'s "a\\b"' }), good: ['it\'s "a\\b"'], bad: ["it's", null] },
  ],
  ['const of a number', { given: subject({ const: -1.5 }), good: [-1.5], bad: ['-1.5', 1.5] }],
  ['const zero', { given: subject({ const: 0 }), good: [0, -0], bad: [false, '', null] }],
  [
    'const of an object',
    {
      given: subject({ const: { a: [1, 'x', null], b: { c: true } } }),
      good: [
        { a: [1, 'x', null], b: { c: true } },
        { b: { c: true }, a: [1, 'x', null] },
      ],
      bad: [
        {},
        { a: [1, 'x', null] },
        { a: [1, 'x'], b: { c: true } },
        { a: [1, 'x', null], b: { c: true }, d: 1 },
      ],
    },
  ],
  ['const of an empty array', { given: subject({ const: [] }), good: [[]], bad: [[1], {}, null] }],
  [
    'enum of several types',
    {
      given: subject({ enum: ['a', 1, true, null] }),
      good: ['a', 1, true, null],
      bad: ['1', 0, false, {}, 'A'],
    },
  ],
  [
    'types with null',
    {
      given: subject({ type: ['string', 'null'], minLength: 1, pattern: '^a' }),
      good: ['a', null],
      bad: ['', 'b', 0, undefined],
    },
  ],
  [
    'several types, each with its keywords',
    {
      given: subject({
        type: ['integer', 'array', 'boolean'],
        minimum: 2,
        maxItems: 1,
        items: { type: 'string' },
      }),
      good: [2, [], ['a'], true],
      bad: [1, ['a', 'b'], [1], 'a', null],
    },
  ],
  [
    'array with counts',
    {
      given: subject({ type: 'array', items: muscle, minItems: 1, maxItems: 2 }),
      good: [['chest'], ['lats', 'lats']],
      bad: [[], ['chest', 'chest', 'chest'], ['neck'], 'chest', { 0: 'chest' }, [null]],
    },
  ],
  [
    'uniqueItems of texts, equal by code unit alone',
    {
      given: subject({ type: 'array', uniqueItems: true, items: { type: 'string' } }),
      good: [[], ['a', 'b'], ['AB', '䅂'], ['é', 'e\u0301'], ['1', '01']],
      bad: [
        ['a', 'a'],
        ['b', 'a', 'b'],
        [1, 2],
      ],
    },
  ],
  [
    'uniqueItems of anything',
    {
      given: subject({ type: 'array', uniqueItems: true, items: {} }),
      good: [
        [1, '1', true, null, [1], [true], {}],
        [
          { a: 1, b: 2 },
          { a: 2, b: 1 },
        ],
        [[], {}],
        ['[]', []],
      ],
      bad: [
        [0, -0],
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        [
          [1, [2]],
          [1, [2]],
        ],
        [null, null],
        [1, 1.0],
      ],
    },
  ],
  [
    'closed object',
    {
      given: subject({
        ...closed,
        required: ['a'],
        properties: { a: { type: 'integer' }, 'odd/name~': { type: 'string' }, "it's": { type: 'boolean' } },
      }),
      good: [{ a: 1 }, { a: 1, 'odd/name~': 'x' }, { a: 1, "it's": true }],
      bad: [
        {},
        { a: 'x' },
        { a: 1, b: 1 },
        { a: 1, 'odd/name~': 1 },
        JSON.parse('{"a":1,"__proto__":{"b":1}}'),
        { a: 1, constructor: 1 },
        [],
        null,
        'a',
      ],
    },
  ],
  [
    'closed object with every property required',
    {
      given: subject({ ...closed, required: ['a', 'b'], properties: { a: {}, b: {} } }),
      good: [{ a: null, b: 0 }],
      bad: [{ a: 1 }, { a: 1, c: 2 }, { a: 1, b: 2, c: 3 }, {}, JSON.parse('{"__proto__":{"b":1},"a":1}')],
    },
  ],
  [
    'empty closed object',
    { given: subject({ ...closed, properties: {} }), good: [{}], bad: [{ a: 1 }, [], null] },
  ],
  [
    'open object',
    {
      given: subject({ type: 'object', properties: { a: { type: 'integer' } } }),
      good: [{}, { a: 1, b: 2 }],
      bad: [{ a: 'x' }, [], null],
    },
  ],
  [
    'additionalProperties true beside properties',
    {
      given: subject({
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'integer' } },
        additionalProperties: true,
      }),
      good: [{ a: 1 }, { a: 1, b: 'x' }],
      bad: [{ b: 1 }, { a: 'x' }, []],
    },
  ],
  [
    'additionalProperties as a schema, for keys of every kind',
    {
      given: subject({ type: 'object', additionalProperties: { type: 'integer' } }),
      good: [{}, { a: 1, '': 2, '\n': 3 }],
      bad: [{ a: 'x' }, { '\n': 'x' }, { '': null }, JSON.parse('{"__proto__":"x"}'), { '\u2028': 'x' }, []],
    },
  ],
  [
    'maps of maps of closed objects',
    {
      given: subject({
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: { ...closed, properties: { n: { type: 'integer' } } },
        },
      }),
      good: [{ a: { b: { n: 1 }, c: {} }, d: {} }],
      bad: [{ a: { b: { n: 'x' } } }, { a: { b: { m: 1 } } }, { a: 1 }, { a: { b: 1 } }],
    },
  ],
  [
    'minProperties and maxProperties',
    {
      given: subject({ ...closed, minProperties: 1, maxProperties: 2, properties: { a: {}, b: {}, c: {} } }),
      good: [{ a: 1 }, { a: 1, b: 2 }],
      bad: [{}, { a: 1, b: 2, c: 3 }],
    },
  ],
  [
    'counts of a map',
    {
      given: subject({ type: 'object', additionalProperties: true, minProperties: 1, maxProperties: 1 }),
      good: [{ x: null }],
      bad: [{}, { x: 1, y: 2 }, [1]],
    },
  ],
  [
    'recursion',
    {
      given: subject(tree),
      good: [
        { value: 1 },
        { value: 1, kids: [{ value: 2, kids: [] }], best: { value: 3, best: { value: 4 } } },
      ],
      bad: [
        { value: 1, kids: [{}] },
        { value: 1, kids: [{ value: 2, kids: [{ value: 'x' }] }] },
        { value: 1, best: null },
      ],
    },
  ],
  [
    'mutual recursion through an array',
    {
      given: subject(
        { ...closed, properties: { others: { $ref: '#/components/schemas/Others' } } },
        {
          Others: {
            type: ['array', 'null'],
            items: { $ref: '#/components/schemas/Subject' },
            uniqueItems: true,
          },
        },
      ),
      good: [{}, { others: null }, { others: [{}, { others: [] }] }],
      bad: [{ others: [1] }, { others: [{}, {}] }, { others: [{ others: [{ x: 1 }] }] }],
    },
  ],
  [
    'discriminated oneOf',
    {
      given: subject(
        {
          oneOf: [{ $ref: '#/components/schemas/Mass' }, { $ref: '#/components/schemas/Length' }],
          discriminator: {
            propertyName: 'kind',
            mapping: {
              mass: '#/components/schemas/Mass',
              waist: '#/components/schemas/Length',
              neck: '#/components/schemas/Length',
            },
          },
        },
        { Mass: mass, Length: length },
      ),
      good: [
        { kind: 'mass', value: 1 },
        { kind: 'waist', value: 'x' },
        { kind: 'neck', value: '' },
      ],
      bad: [
        { kind: 'mass', value: 'x' },
        { kind: 'neck', value: 1 },
        { kind: 'hip', value: 1 },
        { value: 1 },
        {},
        null,
        [],
      ],
    },
  ],
  [
    'allOf, closed by unevaluatedProperties',
    {
      given: subject(
        {
          allOf: [
            { $ref: '#/components/schemas/Base' },
            { type: 'object', required: ['b.c'], properties: { 'b.c': { type: 'string' } } },
          ],
          unevaluatedProperties: false,
        },
        { Base: { type: 'object', properties: { a: { type: 'integer' } } } },
      ),
      good: [{ 'b.c': 'x' }, { a: 1, 'b.c': 'x' }],
      bad: [
        { a: 1 },
        { a: 'x', 'b.c': 'x' },
        { 'b.c': 1 },
        { 'b.c': 'x', bxc: 1 },
        { 'b.c': 'x', d: 1 },
        [],
        null,
      ],
    },
  ],
  [
    'allOf within allOf, open',
    {
      given: subject(
        {
          allOf: [
            { $ref: '#/components/schemas/Base' },
            { type: 'object', properties: { c: { type: 'null' } } },
          ],
        },
        {
          Base: {
            allOf: [
              { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
              { type: 'object', properties: { b: muscle } },
            ],
          },
        },
      ),
      good: [{ a: 1 }, { a: 1, b: 'chest', c: null, d: 1 }],
      bad: [{}, { a: 1, b: 'x' }, { a: 1, c: 0 }, 'a'],
    },
  ],
  [
    'int32',
    {
      given: subject({ type: 'integer', format: 'int32' }),
      good: [0, 2147483647, -2147483648],
      bad: [2147483648, -2147483649, 0.5],
    },
  ],
  [
    'int32 with bounds of its own',
    {
      given: subject({ type: 'integer', format: 'int32', exclusiveMinimum: 0, maximum: 9 }),
      good: [1, 9],
      bad: [0, -1, 10],
    },
  ],
  ['int64', { given: subject({ type: 'integer', format: 'int64' }), good: [2 ** 52], bad: [0.5, '1'] }],
  ['double', { given: subject({ type: 'number', format: 'double' }), good: [0.1, 1e300], bad: ['1'] }],
  [
    'a $ref or null',
    {
      given: subject({ oneOf: [{ $ref: '#/components/schemas/M' }, { type: 'null' }] }, { M: muscle }),
      good: ['chest', null],
      bad: ['neck', 0, [], {}],
    },
  ],
  [
    'two properties that exclude each other',
    {
      given: subject({ ...closed, properties: { a: {}, b: {}, c: {} }, not: { required: ['a', 'b'] } }),
      good: [{}, { a: 1 }, { b: null, c: 1 }],
      bad: [{ a: 1, b: 1 }, { a: null, b: null, c: 1 }, { d: 1 }, null, []],
    },
  ],
  [
    'exactly one of two properties',
    {
      given: subject({
        ...closed,
        required: ['c'],
        properties: { a: {}, b: {}, c: {} },
        ...exactlyOne('a', 'b'),
      }),
      good: [
        { a: 1, c: 1 },
        { b: 1, c: 1 },
      ],
      bad: [{ c: 1 }, { a: 1, b: 1, c: 1 }, { a: 1 }, {}, null],
    },
  ],
]

describe('the emitted TypeBox accepts what ajv accepts', () => {
  for (const [name, { given, good, bad }] of cases) {
    test(name, async () => {
      const validate = await validatorsOf(given)
      for (const value of good)
        expect([value, validate(value)]).toEqual([value, { typebox: true, ajv: true }])
      for (const value of bad)
        expect([value, validate(value)]).toEqual([value, { typebox: false, ajv: false }])
    })
  }
})
