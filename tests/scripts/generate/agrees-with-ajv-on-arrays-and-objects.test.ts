import { describe } from 'bun:test'
import { type Case, closed, muscle, subject, testAgreement } from './ajv-agreement.ts'

const cases: [string, Case][] = [
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
]

describe('the emitted TypeBox accepts what ajv accepts: arrays and objects', () => testAgreement(cases))
