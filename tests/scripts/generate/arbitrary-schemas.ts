import fc from 'fast-check'

/** A schema with keywords that the generator supports, and values that may or may not satisfy it. */
export interface Subject {
  readonly schema: Record<string, unknown>
  readonly values: fc.Arbitrary<unknown>
}

/** Referenced schemas: an enum, a recursive object, a discriminated union, an allOf. */
export const referencedSchemas = {
  Muscle: { type: 'string', enum: ['chest', 'lats', 'AB'] },
  Tree: {
    type: 'object',
    additionalProperties: false,
    properties: {
      a: { type: 'integer' },
      kids: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  },
  Cat: {
    type: 'object',
    additionalProperties: false,
    required: ['kind'],
    properties: { kind: { const: 'cat' }, a: { type: 'string', maxLength: 2 } },
  },
  Dog: { type: 'object', required: ['kind', 'b'], properties: { kind: { enum: ['dog', 'wolf'] }, b: {} } },
  Pet: {
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
  Merged: {
    allOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
      { type: 'object', properties: { 'x.y': { $ref: '#/components/schemas/Pet' } } },
    ],
    unevaluatedProperties: false,
  },
}

const texts = fc.constantFrom(
  '',
  'a',
  'AB',
  '䅂',
  '😀',
  '😀b',
  'e\u0301',
  'a\nb',
  '\ud800',
  'zz-9',
  '2024-02-29',
)
const names = fc.constantFrom('a', 'b', 'x.y', 'x/y~', "it's", 'ключ')
const keys = fc.oneof({ weight: 4, arbitrary: names }, fc.constantFrom('', '\n'))
// No tiny or huge numbers: for multipleOf, ajv rounds a quotient while `%` is exact, so it considers 5e-324 a
// multiple of 3 but 1e21 not a multiple of 1.
const numbers = fc.oneof(
  fc.integer({ min: -4, max: 9 }),
  fc.constantFrom(0.5, -1.5, 2.25, 0.1, 1e9, -0),
  fc.double({ min: -10, max: 10, noNaN: true }).filter((number) => Math.abs(number) > 1e-9),
)
const scalars = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null))
const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

/** Mostly valid values, occasionally anything. */
function mostly(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: values }, { weight: 1, arbitrary: anything })
}

function optionally<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(values, { nil: undefined })
}

/** The keywords that are not undefined. */
function withoutUndefined(keywords: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined))
}

/** Two bounds in ascending order, for `minX` and `maxX`. */
function ordered(a: number | undefined, b: number | undefined): [number | undefined, number | undefined] {
  return a !== undefined && b !== undefined && a > b ? [b, a] : [a, b]
}

const counts = fc.tuple(optionally(fc.nat(3)), optionally(fc.nat(3))).map(([a, b]) => ordered(a, b))

const strings: fc.Arbitrary<Subject> = fc
  .record({
    counts,
    pattern: optionally(fc.constantFrom('^.$', '^[^\\u0000\\ud800-\\udfff]*$', 'b', '^\\p{L}*$', '^[a-z-]+')),
    format: optionally(fc.constantFrom('date', 'email')),
  })
  .map(({ counts: [minLength, maxLength], pattern, format }) => ({
    schema: withoutUndefined({ type: 'string', minLength, maxLength, pattern, format }),
    values: mostly(texts),
  }))

const numeric: fc.Arbitrary<Subject> = fc
  .record({
    type: fc.constantFrom('integer', 'number'),
    bounds: fc.tuple(
      optionally(fc.integer({ min: -3, max: 3 })),
      optionally(fc.integer({ min: -3, max: 6 })),
    ),
    exclusiveMinimum: optionally(fc.constantFrom(-2, 0.5)),
    exclusiveMaximum: optionally(fc.constantFrom(2.25, 7)),
    multipleOf: optionally(fc.constantFrom(0.5, 0.25, 1, 3)),
  })
  .map(({ bounds, ...keywords }) => {
    const [minimum, maximum] = ordered(...bounds)
    return { schema: withoutUndefined({ ...keywords, minimum, maximum }), values: mostly(numbers) }
  })

const literals: fc.Arbitrary<Subject> = fc.oneof(
  fc
    .uniqueArray(scalars, { minLength: 1, maxLength: 4, comparator: 'SameValueZero' })
    .map((values) => ({ schema: { enum: values }, values: mostly(fc.constantFrom(...values)) })),
  anything
    .filter((value) => value !== null && !/"(\\n)?":/.test(JSON.stringify(value)))
    .map((value) => ({ schema: { const: value }, values: mostly(fc.constant(value)) })),
)

const references: fc.Arbitrary<Subject> = fc
  .constantFrom<[keyof typeof referencedSchemas, fc.Arbitrary<unknown>]>(
    ['Muscle', fc.constantFrom('chest', 'lats', 'AB', '䅂')],
    [
      'Tree',
      fc.record(
        {
          a: mostly(numbers),
          kids: mostly(fc.array(fc.record({ a: numbers }, { noNullPrototype: true }), { maxLength: 2 })),
        },
        { noNullPrototype: true },
      ),
    ],
    [
      'Pet',
      fc.record(
        { kind: mostly(fc.constantFrom('cat', 'dog', 'wolf')), a: texts, b: scalars },
        { requiredKeys: [], noNullPrototype: true },
      ),
    ],
    [
      'Merged',
      fc.record(
        { a: mostly(numbers), 'x.y': anything, xxy: anything },
        { requiredKeys: ['a'], noNullPrototype: true },
      ),
    ],
  )
  .map(([name, values]) => ({ schema: { $ref: `#/components/schemas/${name}` }, values: mostly(values) }))

function arrays(items: fc.Arbitrary<Subject>): fc.Arbitrary<Subject> {
  return fc
    .record({ items, counts, uniqueItems: optionally(fc.boolean()) })
    .map(({ items: inner, counts: [minItems, maxItems], uniqueItems }) => ({
      schema: withoutUndefined({ type: 'array', items: inner.schema, minItems, maxItems, uniqueItems }),
      values: mostly(fc.array(inner.values, { maxLength: 4 })),
    }))
}

function maps(members: fc.Arbitrary<Subject>): fc.Arbitrary<Subject> {
  return fc
    .record({ members, counts, isOpen: fc.boolean() })
    .map(({ members: inner, counts: [minProperties, maxProperties], isOpen }) => ({
      schema: withoutUndefined({
        type: 'object',
        additionalProperties: isOpen ? true : inner.schema,
        minProperties,
        maxProperties,
      }),
      values: mostly(fc.dictionary(keys, inner.values, { maxKeys: 4, noNullPrototype: true })),
    }))
}

function objects(members: fc.Arbitrary<Subject>): fc.Arbitrary<Subject> {
  return fc
    .record({
      members: fc.dictionary(names, members, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      required: fc.subarray(['a', 'b', 'x/y~', 'x.y']),
      additionalProperties: optionally(fc.boolean()),
      others: fc.dictionary(keys, scalars, { maxKeys: 1, noNullPrototype: true }),
    })
    .map(({ members: inner, required, additionalProperties, others }) => ({
      schema: withoutUndefined({
        type: 'object',
        properties: Object.fromEntries(Object.entries(inner).map(([name, { schema }]) => [name, schema])),
        required: required.filter((name) => Object.hasOwn(inner, name)),
        additionalProperties,
      }),
      values: mostly(
        fc
          .record(Object.fromEntries(Object.entries(inner).map(([name, { values }]) => [name, values])), {
            requiredKeys: required.filter((name) => Object.hasOwn(inner, name)),
            noNullPrototype: true,
          })
          .chain((value) => fc.constantFrom(value, value, { ...others, ...value })),
      ),
    }))
}

/** A schema of one type, and null. */
function nullable(schemas: fc.Arbitrary<Subject>): fc.Arbitrary<Subject> {
  return schemas
    .filter(({ schema }) => typeof schema.type === 'string')
    .map(({ schema, values }) => ({
      schema: { ...schema, type: [schema.type, 'null'] },
      values: fc.oneof({ weight: 4, arbitrary: values }, fc.constant(null)),
    }))
}

/** Any schema that the generator supports, a few levels deep. */
export const subjects: fc.Arbitrary<Subject> = fc.letrec<{ any: Subject; leaf: Subject; tree: Subject }>(
  (tie) => ({
    leaf: fc.oneof(strings, numeric, literals, references),
    tree: fc.oneof(objects(tie('any')), arrays(tie('any')), maps(tie('any'))),
    any: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'schema' },
      tie('leaf'),
      tie('tree'),
      nullable(fc.oneof(strings, numeric, tie('tree'))),
    ),
  }),
).any
