import { describe } from 'bun:test'
import { testDefects } from './defects-of.ts'

const schemas = '#/components/schemas'

describe('an unsupported combination of schemas is reported with file, line and path', () =>
  testDefects([
    [
      'a reference to a missing schema, to another file, and to itself',
      {
        input: `    A: { $ref: '${schemas}/X' }\n    B: { $ref: 'other.yaml#/X' }\n    C: { $ref: '${schemas}/C' }`,
        expected: [
          `api.yaml:21: ${schemas}/A/$ref: there is no ${schemas}/X`,
          `api.yaml:22: ${schemas}/B/$ref: must be a reference into ${schemas}`,
          `api.yaml:23: ${schemas}/C: the reference refers to itself`,
        ],
      },
    ],
    [
      'a keyword next to $ref',
      {
        input: `    A: { $ref: '${schemas}/Thing', minProperties: 1 }`,
        expected: [
          `api.yaml:21: ${schemas}/A/minProperties: not supported by the generator in a schema with $ref`,
        ],
      },
    ],
    [
      'oneOf without a discriminator',
      {
        input: '    A:\n      oneOf:\n        - { type: string }\n        - { type: integer }',
        expected: [
          `api.yaml:22: ${schemas}/A/oneOf: needs a discriminator (a property with a different literal in each schema), or must be a $ref and null`,
        ],
      },
    ],
    [
      'oneOf with overlapping literals',
      {
        input: `    Cat: { type: object, required: [k], properties: { k: { const: a } } }
    Dog: { type: object, required: [k], properties: { k: { enum: [a, b] } } }
    A:
      oneOf:
        - { $ref: '${schemas}/Cat' }
        - { $ref: '${schemas}/Dog' }
      discriminator: { propertyName: k, mapping: { a: '${schemas}/Cat', b: '${schemas}/Dog' } }`,
        expected: [
          `api.yaml:26: ${schemas}/A/oneOf/1: the value a of k also belongs to Cat`,
          `api.yaml:27: ${schemas}/A/discriminator/mapping: must map a, b to Dog, and nothing else to it`,
        ],
      },
    ],
    [
      'oneOf with a schema whose discriminating property is optional or not a literal',
      {
        input: `    Cat: { type: object, properties: { k: { const: a } } }
    Dog: { type: object, required: [k], properties: { k: { type: string } } }
    A:
      oneOf: [{ $ref: '${schemas}/Cat' }, { $ref: '${schemas}/Dog' }]
      discriminator: { propertyName: k, mapping: { a: '${schemas}/Cat', b: '${schemas}/Dog' } }`,
        expected: [
          `api.yaml:24: ${schemas}/A/oneOf/0: Cat has no required k with a const or an enum of strings`,
          `api.yaml:24: ${schemas}/A/oneOf/1: Dog has no required k with a const or an enum of strings`,
        ],
      },
    ],
    [
      'a mapping that is incomplete or refers to another schema',
      {
        input: `    Cat: { type: object, required: [k], properties: { k: { enum: [a, c] } } }
    A:
      oneOf: [{ $ref: '${schemas}/Cat' }]
      discriminator:
        propertyName: k
        mapping:
          a: '${schemas}/Cat'
          b: '${schemas}/Thing'`,
        expected: [
          `api.yaml:26: ${schemas}/A/discriminator/mapping: must map a, c to Cat, and nothing else to it`,
          `api.yaml:28: ${schemas}/A/discriminator/mapping/b: is not one of the schemas of oneOf`,
        ],
      },
    ],
    [
      'allOf of a closed object',
      {
        input: `    A:\n      allOf:\n        - { $ref: '${schemas}/Thing' }\n        - { type: object, properties: { b: {} } }`,
        expected: [
          `api.yaml:23: ${schemas}/A/allOf/0: must not have additionalProperties; use unevaluatedProperties: false next to allOf instead`,
        ],
      },
    ],
    [
      'allOf of objects that share a property',
      {
        input: `    A:\n      allOf:\n        - { type: object, properties: { b: {} } }\n        - { type: object, properties: { b: {} } }`,
        expected: [`api.yaml:24: ${schemas}/A/allOf/1: another schema in the list also has the property b`],
      },
    ],
    [
      'allOf of a schema that is not an object',
      {
        input: '    A: { allOf: [{ type: string }] }',
        expected: [`api.yaml:21: ${schemas}/A/allOf/0: is not an open object`],
      },
    ],
    [
      'allOf and a map in a cycle',
      {
        input: `    A: { allOf: [{ type: object, properties: { a: { $ref: '${schemas}/A' } } }] }
    B: { type: object, additionalProperties: { $ref: '${schemas}/B' } }`,
        expected: [
          `api.yaml:21: ${schemas}/A: allOf cannot be part of a cycle (A)`,
          `api.yaml:22: ${schemas}/B: additionalProperties cannot be part of a cycle (B)`,
        ],
      },
    ],
    [
      'oneOf of null and a schema that already allows null',
      {
        input: `    A: { oneOf: [{ $ref: '${schemas}/B' }, { type: 'null' }] }\n    B: { enum: [1, null] }`,
        expected: [`api.yaml:21: ${schemas}/A/oneOf/0: already allows null`],
      },
    ],
    [
      'rules in a form that is not supported',
      {
        input: [
          '    A: { type: object, additionalProperties: false, properties: { a: {}, b: {} }, not: { required: [a] } }',
          '    B: { type: object, additionalProperties: false, properties: { a: {}, b: {} }, if: { required: [a] } }',
        ].join('\n'),
        expected: [
          `api.yaml:21: ${schemas}/A/not: must be { required: [a, b] } (not both)`,
          `api.yaml:22: ${schemas}/B: if, then and else must be if { required: [a] }, then { not: { required: [b] } }, else { required: [b] } (exactly one)`,
        ],
      },
    ],
    [
      'cases that overlap, miss a value, or constrain optional properties',
      {
        input: [
          '    A:',
          '      type: object',
          '      required: [k]',
          '      properties: { k: { enum: [a, b] }, v: {}, w: {} }',
          '      if: { properties: { k: { enum: [a, b] } } }',
          '      then: { properties: { v: { type: string } } }',
          '      else: {}',
          '    B:',
          '      type: object',
          '      additionalProperties: false',
          '      required: [v]',
          '      properties: { k: { enum: [a, b] }, v: {} }',
          '      if: { properties: { k: { const: c } } }',
          '      then: { properties: { v: { type: string } } }',
        ].join('\n'),
        expected: [
          `api.yaml:21: ${schemas}/A: with cases, an object needs additionalProperties: false`,
          `api.yaml:26: ${schemas}/A/then/properties/v: is not one of the required properties`,
          `api.yaml:27: ${schemas}/A/else: earlier cases already have every value of k`,
          `api.yaml:27: ${schemas}/A/else: a case must constrain other properties`,
          `api.yaml:33: ${schemas}/B/if: needs k to be a required property with an enum`,
        ],
      },
    ],
    [
      'a rule about a required or unknown property, or in an open object',
      {
        input:
          '    A: { type: object, required: [a], properties: { a: {}, b: {} }, not: { required: [a, c] } }',
        expected: [
          `api.yaml:21: ${schemas}/A: with a rule about its properties, an object needs additionalProperties: false`,
          `api.yaml:21: ${schemas}/A: the rule names a, which is required anyway`,
          `api.yaml:21: ${schemas}/A: the rule names c, which is not among the properties`,
        ],
      },
    ],
  ]))
