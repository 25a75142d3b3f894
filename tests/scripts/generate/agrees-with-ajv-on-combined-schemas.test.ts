import { describe } from 'bun:test'
import { type Case, closed, muscle, subject, testAgreement } from './ajv-agreement.ts'
import { casesOf, exactlyOne } from './small-spec.ts'

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
    'if, then and else',
    {
      input: subject(quantity),
      valid: [
        { kind: 'mass', unit: 'kg', value: 100 },
        { kind: 'fat', unit: 'percent', value: 100, note: '' },
        { kind: 'waist', unit: 'cm', value: 50 },
        { kind: 'waist', unit: 'percent', value: -1 },
      ],
      invalid: [
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
  [
    'recursion',
    {
      input: subject(tree),
      valid: [
        { value: 1 },
        { value: 1, kids: [{ value: 2, kids: [] }], best: { value: 3, best: { value: 4 } } },
      ],
      invalid: [
        { value: 1, kids: [{}] },
        { value: 1, kids: [{ value: 2, kids: [{ value: 'x' }] }] },
        { value: 1, best: null },
      ],
    },
  ],
  [
    'mutual recursion through an array',
    {
      input: subject(
        { ...closed, properties: { others: { $ref: '#/components/schemas/Others' } } },
        {
          Others: {
            type: ['array', 'null'],
            items: { $ref: '#/components/schemas/Subject' },
            uniqueItems: true,
          },
        },
      ),
      valid: [{}, { others: null }, { others: [{}, { others: [] }] }],
      invalid: [{ others: [1] }, { others: [{}, {}] }, { others: [{ others: [{ x: 1 }] }] }],
    },
  ],
  [
    'discriminated oneOf',
    {
      input: subject(
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
      valid: [
        { kind: 'mass', value: 1 },
        { kind: 'waist', value: 'x' },
        { kind: 'neck', value: '' },
      ],
      invalid: [
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
      input: subject(
        {
          allOf: [
            { $ref: '#/components/schemas/Base' },
            { type: 'object', required: ['b.c'], properties: { 'b.c': { type: 'string' } } },
          ],
          unevaluatedProperties: false,
        },
        { Base: { type: 'object', properties: { a: { type: 'integer' } } } },
      ),
      valid: [{ 'b.c': 'x' }, { a: 1, 'b.c': 'x' }],
      invalid: [
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
      input: subject(
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
      valid: [{ a: 1 }, { a: 1, b: 'chest', c: null, d: 1 }],
      invalid: [{}, { a: 1, b: 'x' }, { a: 1, c: 0 }, 'a'],
    },
  ],
  [
    'a reference or null',
    {
      input: subject({ oneOf: [{ $ref: '#/components/schemas/M' }, { type: 'null' }] }, { M: muscle }),
      valid: ['chest', null],
      invalid: ['neck', 0, [], {}],
    },
  ],
  [
    'two properties that exclude each other',
    {
      input: subject({ ...closed, properties: { a: {}, b: {}, c: {} }, not: { required: ['a', 'b'] } }),
      valid: [{}, { a: 1 }, { b: null, c: 1 }],
      invalid: [{ a: 1, b: 1 }, { a: null, b: null, c: 1 }, { d: 1 }, null, []],
    },
  ],
  [
    'exactly one of two properties',
    {
      input: subject({
        ...closed,
        required: ['c'],
        properties: { a: {}, b: {}, c: {} },
        ...exactlyOne('a', 'b'),
      }),
      valid: [
        { a: 1, c: 1 },
        { b: 1, c: 1 },
      ],
      invalid: [{ c: 1 }, { a: 1, b: 1, c: 1 }, { a: 1 }, {}, null],
    },
  ],
]

describe('the emitted TypeBox accepts what ajv accepts: combined schemas', () => testAgreement(cases))
