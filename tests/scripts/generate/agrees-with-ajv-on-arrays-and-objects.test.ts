import { describe } from 'bun:test'
import { type Case, closed, muscle, subject, testAgreement } from './ajv-agreement.ts'

const cases: [string, Case][] = [
  [
    'array with minItems and maxItems',
    {
      input: subject({ type: 'array', items: muscle, minItems: 1, maxItems: 2 }),
      valid: [['chest'], ['lats', 'lats']],
      invalid: [[], ['chest', 'chest', 'chest'], ['neck'], 'chest', { 0: 'chest' }, [null]],
    },
  ],
  [
    'uniqueItems of texts, compared by code unit',
    {
      input: subject({ type: 'array', uniqueItems: true, items: { type: 'string' } }),
      valid: [[], ['a', 'b'], ['AB', '䅂'], ['é', 'e\u0301'], ['1', '01']],
      invalid: [
        ['a', 'a'],
        ['b', 'a', 'b'],
        [1, 2],
      ],
    },
  ],
  [
    'uniqueItems of anything',
    {
      input: subject({ type: 'array', uniqueItems: true, items: {} }),
      valid: [
        [1, '1', true, null, [1], [true], {}],
        [
          { a: 1, b: 2 },
          { a: 2, b: 1 },
        ],
        [[], {}],
        ['[]', []],
      ],
      invalid: [
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
      input: subject({
        ...closed,
        required: ['a'],
        properties: { a: { type: 'integer' }, 'odd/name~': { type: 'string' }, "it's": { type: 'boolean' } },
      }),
      valid: [{ a: 1 }, { a: 1, 'odd/name~': 'x' }, { a: 1, "it's": true }],
      invalid: [
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
      input: subject({ ...closed, required: ['a', 'b'], properties: { a: {}, b: {} } }),
      valid: [{ a: null, b: 0 }],
      invalid: [
        { a: 1 },
        { a: 1, c: 2 },
        { a: 1, b: 2, c: 3 },
        {},
        JSON.parse('{"__proto__":{"b":1},"a":1}'),
      ],
    },
  ],
  [
    'empty closed object',
    { input: subject({ ...closed, properties: {} }), valid: [{}], invalid: [{ a: 1 }, [], null] },
  ],
  [
    'open object',
    {
      input: subject({ type: 'object', properties: { a: { type: 'integer' } } }),
      valid: [{}, { a: 1, b: 2 }],
      invalid: [{ a: 'x' }, [], null],
    },
  ],
  [
    'additionalProperties true next to properties',
    {
      input: subject({
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'integer' } },
        additionalProperties: true,
      }),
      valid: [{ a: 1 }, { a: 1, b: 'x' }],
      invalid: [{ b: 1 }, { a: 'x' }, []],
    },
  ],
  [
    'additionalProperties as a schema, for keys of every kind',
    {
      input: subject({ type: 'object', additionalProperties: { type: 'integer' } }),
      valid: [{}, { a: 1, '': 2, '\n': 3 }],
      invalid: [
        { a: 'x' },
        { '\n': 'x' },
        { '': null },
        JSON.parse('{"__proto__":"x"}'),
        { '\u2028': 'x' },
        [],
      ],
    },
  ],
  [
    'maps of maps of closed objects',
    {
      input: subject({
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: { ...closed, properties: { n: { type: 'integer' } } },
        },
      }),
      valid: [{ a: { b: { n: 1 }, c: {} }, d: {} }],
      invalid: [{ a: { b: { n: 'x' } } }, { a: { b: { m: 1 } } }, { a: 1 }, { a: { b: 1 } }],
    },
  ],
  [
    'minProperties and maxProperties',
    {
      input: subject({ ...closed, minProperties: 1, maxProperties: 2, properties: { a: {}, b: {}, c: {} } }),
      valid: [{ a: 1 }, { a: 1, b: 2 }],
      invalid: [{}, { a: 1, b: 2, c: 3 }],
    },
  ],
  [
    'minProperties and maxProperties of a map',
    {
      input: subject({ type: 'object', additionalProperties: true, minProperties: 1, maxProperties: 1 }),
      valid: [{ x: null }],
      invalid: [{}, { x: 1, y: 2 }, [1]],
    },
  ],
]

describe('the emitted TypeBox accepts what ajv accepts: arrays and objects', () => testAgreement(cases))
