import { describe } from 'bun:test'
import { type Case, muscle, subject, testAgreement } from './ajv-agreement.ts'

const cases: [string, Case][] = [
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
]

describe('the emitted TypeBox accepts what ajv accepts: single values', () => testAgreement(cases))
