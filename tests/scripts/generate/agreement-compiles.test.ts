import { expect, test } from 'bun:test'
import { generate } from '#scripts/generate/generate.ts'
import { exactlyOne, specOf } from './small-spec.ts'
import { typeCheck } from './type-check.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const closed = (properties: object, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})
// `contract-types.ts` imports this type, so every contract must have the schema.
const Problem = closed(
  { code: { enum: ['a'] }, errors: { type: 'array', items: closed({ code: { type: 'string' } }) } },
  ['code'],
)

/** Every construct that the generator supports. */
const constructs = {
  Problem,
  Anything: {},
  Text: { type: 'string', minLength: 1, default: 'a' },
  Numbers: { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 3 },
  Distinct: { type: 'array', items: ref('Muscle'), uniqueItems: true },
  Muscle: { type: 'string', enum: ['chest', 'lats'], default: 'chest' },
  Mixed: { enum: ['a', 1, true, null] },
  Constant: { const: { a: [1, 'x', true, null], 'b-c': {}, d: [], e: -1 } },
  Nullable: { type: ['string', 'null'] },
  NullableEnum: { type: ['string', 'null'], enum: ['a', null] },
  NullableRef: { oneOf: [ref('Muscle'), { type: 'null' }] },
  Exclusive: { ...closed({ a: { type: 'string' }, b: ref('Muscle') }), not: { required: ['a', 'b'] } },
  ExactlyOne: {
    ...closed({ a: { type: 'string' }, b: ref('Muscle') }),
    ...exactlyOne('a', 'b'),
  },
  Several: { type: ['integer', 'array', 'boolean'], items: ref('Muscle') },
  Closed: closed({ a: { type: 'string' }, 'b-c': ref('Muscle'), d: {}, e: { type: 'null' } }, ['a', 'd']),
  Empty: closed({}),
  Open: { type: 'object', properties: { a: { type: 'integer' } } },
  OpenMore: {
    type: 'object',
    required: ['a'],
    properties: { a: {}, b: ref('Map') },
    additionalProperties: true,
  },
  Map: { type: 'object', additionalProperties: { type: 'object', additionalProperties: ref('Closed') } },
  MapOfAnything: { type: 'object', additionalProperties: true },
  Alias: { ...ref('Muscle'), default: 'lats' },
  Tree: closed(
    { value: { type: 'integer' }, kids: { type: 'array', items: ref('Tree'), uniqueItems: true } },
    ['value'],
  ),
  Forest: closed({ tree: ref('Tree'), next: ref('Grove') }),
  Grove: { type: ['array', 'null'], items: ref('Forest') },
  Cat: closed({ kind: { const: 'cat' }, lives: { type: 'integer' } }, ['kind']),
  Dog: closed({ kind: { type: 'string', enum: ['dog', 'wolf'] } }, ['kind']),
  Pet: {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: {
      propertyName: 'kind',
      mapping: {
        cat: '#/components/schemas/Cat',
        dog: '#/components/schemas/Dog',
        wolf: '#/components/schemas/Dog',
      },
    },
  },
  Base: { type: 'object', required: ['x'], properties: { x: { type: 'number' }, pet: ref('Pet') } },
  Merged: {
    allOf: [ref('Base'), { type: 'object', properties: { y: ref('Tree') } }],
    unevaluatedProperties: false,
  },
  MergedAgain: { allOf: [ref('MergedOpen'), { type: 'object', properties: { z: { type: 'null' } } }] },
  MergedOpen: { allOf: [ref('Base')] },
}

const generated = await generate('small.yaml', specOf(constructs))
// The same schemas with different types, as if one of the two generators interpreted the contract
// differently.
const drifted = {
  ...generated,
  'types.ts': generated['types.ts'].replace('lives?: number', 'lives?: string'),
}
const inDirectory = (directory: string, files: object) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${directory}/${name}`, text]))
const diagnostics = await typeCheck({
  ...inDirectory('generated', generated),
  ...inDirectory('drifted', drifted),
})

test('for every construct, TypeBox infers the type that openapi-typescript emits', () => {
  for (const name of Object.keys(generated))
    expect([name, diagnostics.get(`generated/${name}`)]).toEqual([name, []])
})

test('schemas.ts does not compile if TypeBox and openapi-typescript interpret a schema differently', () => {
  expect(drifted['types.ts']).not.toBe(generated['types.ts'])
  // One message each for Cat, its union Pet, Base with a Pet, and the three schemas composed from Base.
  const messages = Array(6).fill("Type 'false' does not satisfy the constraint 'true'.")
  expect(diagnostics.get('drifted/schemas.ts')).toEqual(messages)
})
