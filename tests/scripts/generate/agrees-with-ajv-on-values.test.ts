import { describe } from 'bun:test'
import { type Case, muscle, subject, testAgreement } from './ajv-agreement.ts'

const cases: [string, Case][] = [
  ['anything', { input: subject({}), valid: [null, 1, 'a', [], {}, false], invalid: [] }],
  ['boolean', { input: subject({ type: 'boolean' }), valid: [true, false], invalid: [null, 0, 'true', []] }],
  ['null', { input: subject({ type: 'null' }), valid: [null], invalid: [0, '', false, {}] }],
  [
    '$ref',
    {
      input: subject({ $ref: '#/components/schemas/M' }, { M: muscle }),
      valid: ['chest'],
      invalid: ['neck', 1, null],
    },
  ],
  [
    '$ref with a default',
    {
      input: subject({ $ref: '#/components/schemas/M', default: 'lats' }, { M: muscle }),
      valid: ['chest'],
      invalid: ['neck', null],
    },
  ],
  ['string', { input: subject({ type: 'string' }), valid: ['', 'a', '\ud800'], invalid: [1, null, [], {}] }],
  [
    'minLength in code points',
    {
      input: subject({ type: 'string', minLength: 2 }),
      valid: ['ab', '😀😀', 'e\u0301', '\ud800\ud800'],
      invalid: ['', 'a', '😀', 1],
    },
  ],
  [
    'maxLength in code points',
    {
      input: subject({ type: 'string', maxLength: 2 }),
      valid: ['', '😀😀', 'ab', 'a😀'],
      invalid: ['abc', '😀😀😀', '😀ab', 'e\u0301x', null],
    },
  ],
  [
    'minLength and maxLength',
    {
      input: subject({ type: 'string', minLength: 3, maxLength: 3 }),
      valid: ['abc', '😀😀😀'],
      invalid: ['😀😀', 'abcd'],
    },
  ],
  [
    'pattern, unanchored, with the u flag',
    {
      input: subject({ type: 'string', pattern: '^.$|z' }),
      valid: ['a', '😀', 'xzx'],
      invalid: ['', 'ab', '😀😀', '\n', 1],
    },
  ],
  [
    'pattern with a property escape',
    { input: subject({ type: 'string', pattern: '^\\p{L}+$' }), valid: ['ä', 'Жx'], invalid: ['1', ''] },
  ],
  [
    'pattern that excludes U+0000 and lone surrogates',
    {
      input: subject({ type: 'string', pattern: '^[^\\u0000\\ud800-\\udfff]*$' }),
      valid: ['', 'a', '😀', 'a\nb'],
      invalid: ['\u0000', '\ud800', 'a\udc00', '\ude00\ud83d'],
    },
  ],
  [
    'format uuid',
    {
      input: subject({ type: 'string', format: 'uuid' }),
      valid: ['0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
      invalid: [
        '0193A5C2-7C1E-7D10-9F6E-3C1F2A7B8D01',
        'urn:uuid:0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
        '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01\n',
        1,
      ],
    },
  ],
  [
    'format date-time next to a pattern and bounds',
    {
      input: subject({ type: 'string', format: 'date-time', pattern: '^20', maxLength: 24 }),
      valid: ['2026-11-20T17:02:00Z', '2024-02-29T23:59:59.123Z'],
      invalid: ['1999-11-20T17:02:00Z', '2026-02-30T17:02:00Z', '2026-11-20', '2026-11-20T17:02:60Z', null],
    },
  ],
  [
    'format date',
    {
      input: subject({ type: 'string', format: 'date' }),
      valid: ['2024-02-29'],
      invalid: ['2023-02-29', '2024-2-9', ''],
    },
  ],
  [
    'integer',
    { input: subject({ type: 'integer' }), valid: [0, -1, 1.0, 1e20, -0], invalid: [1.5, '1', null, true] },
  ],
  [
    'integer with bounds',
    {
      input: subject({ type: 'integer', minimum: 1, maximum: 200 }),
      valid: [1, 200],
      invalid: [0, 201, 1.5, -1],
    },
  ],
  [
    'number with exclusive bounds',
    {
      input: subject({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }),
      valid: [0.5, 5e-324],
      invalid: [0, 1, -0, '0.5'],
    },
  ],
  [
    'multipleOf 0.5',
    {
      input: subject({ type: 'number', multipleOf: 0.5 }),
      valid: [0, 7.5, -0.5, 8],
      invalid: [7.25, 0.1, 7.4999999999, '1'],
    },
  ],
  [
    'multipleOf 3',
    { input: subject({ type: 'integer', multipleOf: 3 }), valid: [0, -9, 3], invalid: [1, 1.5, 4] },
  ],
  [
    'int32',
    {
      input: subject({ type: 'integer', format: 'int32' }),
      valid: [0, 2147483647, -2147483648],
      invalid: [2147483648, -2147483649, 0.5],
    },
  ],
  [
    'int32 with additional bounds',
    {
      input: subject({ type: 'integer', format: 'int32', exclusiveMinimum: 0, maximum: 9 }),
      valid: [1, 9],
      invalid: [0, -1, 10],
    },
  ],
  ['int64', { input: subject({ type: 'integer', format: 'int64' }), valid: [2 ** 52], invalid: [0.5, '1'] }],
  ['double', { input: subject({ type: 'number', format: 'double' }), valid: [0.1, 1e300], invalid: ['1'] }],
  [
    'const of a string',
    { input: subject({ const: 'it\'s "a\\b"' }), valid: ['it\'s "a\\b"'], invalid: ["it's", null] },
  ],
  ['const of a number', { input: subject({ const: -1.5 }), valid: [-1.5], invalid: ['-1.5', 1.5] }],
  ['const zero', { input: subject({ const: 0 }), valid: [0, -0], invalid: [false, '', null] }],
  [
    'const of an object',
    {
      input: subject({ const: { a: [1, 'x', null], b: { c: true } } }),
      valid: [
        { a: [1, 'x', null], b: { c: true } },
        { b: { c: true }, a: [1, 'x', null] },
      ],
      invalid: [
        {},
        { a: [1, 'x', null] },
        { a: [1, 'x'], b: { c: true } },
        { a: [1, 'x', null], b: { c: true }, d: 1 },
      ],
    },
  ],
  ['const of an empty array', { input: subject({ const: [] }), valid: [[]], invalid: [[1], {}, null] }],
  [
    'enum of several types',
    {
      input: subject({ enum: ['a', 1, true, null] }),
      valid: ['a', 1, true, null],
      invalid: ['1', 0, false, {}, 'A'],
    },
  ],
  [
    'types with null',
    {
      input: subject({ type: ['string', 'null'], minLength: 1, pattern: '^a' }),
      valid: ['a', null],
      invalid: ['', 'b', 0, undefined],
    },
  ],
  [
    'several types, each with its keywords',
    {
      input: subject({
        type: ['integer', 'array', 'boolean'],
        minimum: 2,
        maxItems: 1,
        items: { type: 'string' },
      }),
      valid: [2, [], ['a'], true],
      invalid: [1, ['a', 'b'], [1], 'a', null],
    },
  ],
]

describe('the emitted TypeBox accepts what ajv accepts: single values', () => testAgreement(cases))
