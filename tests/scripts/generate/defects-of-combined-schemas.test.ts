import { describe } from 'bun:test'
import { testDefects } from './defects-of.ts'

const S = '#/components/schemas'

describe('an unsupported combination of schemas is reported with file, line and path', () =>
  testDefects([
    [
      'a reference to nothing, outside the file, and to itself',
      {
        given: `    A: { $ref: '${S}/X' }\n    B: { $ref: 'other.yaml#/X' }\n    C: { $ref: '${S}/C' }`,
        want: [
          `api.yaml:21: ${S}/A/$ref: there is no ${S}/X`,
          `api.yaml:22: ${S}/B/$ref: must be a reference into ${S}`,
          `api.yaml:23: ${S}/C: the reference refers to itself`,
        ],
      },
    ],
    [
      'a keyword next to $ref',
      {
        given: `    A: { $ref: '${S}/Thing', minProperties: 1 }`,
        want: [`api.yaml:21: ${S}/A/minProperties: not supported by the generator in a schema with $ref`],
      },
    ],
    [
      'oneOf without a discriminator',
      {
        given: '    A:\n      oneOf:\n        - { type: string }\n        - { type: integer }',
        want: [
          `api.yaml:22: ${S}/A/oneOf: needs a discriminator (a property with a different literal in each schema), or must be a $ref and null`,
        ],
      },
    ],
    [
      'oneOf with overlapping literals',
      {
        given: `    Cat: { type: object, required: [k], properties: { k: { const: a } } }
    Dog: { type: object, required: [k], properties: { k: { enum: [a, b] } } }
    A:
      oneOf:
        - { $ref: '${S}/Cat' }
        - { $ref: '${S}/Dog' }
      discriminator: { propertyName: k, mapping: { a: '${S}/Cat', b: '${S}/Dog' } }`,
        want: [
          `api.yaml:26: ${S}/A/oneOf/1: k a also belongs to Cat`,
          `api.yaml:27: ${S}/A/discriminator/mapping: must map a, b to Dog, and nothing else to it`,
        ],
      },
    ],
    [
      'oneOf with a schema whose discriminating property is optional or not a literal',
      {
        given: `    Cat: { type: object, properties: { k: { const: a } } }
    Dog: { type: object, required: [k], properties: { k: { type: string } } }
    A:
      oneOf: [{ $ref: '${S}/Cat' }, { $ref: '${S}/Dog' }]
      discriminator: { propertyName: k, mapping: { a: '${S}/Cat', b: '${S}/Dog' } }`,
        want: [
          `api.yaml:24: ${S}/A/oneOf/0: Cat has no required k with a const or an enum of strings`,
          `api.yaml:24: ${S}/A/oneOf/1: Dog has no required k with a const or an enum of strings`,
        ],
      },
    ],
    [
      'a mapping that is incomplete or refers to another schema',
      {
        given: `    Cat: { type: object, required: [k], properties: { k: { enum: [a, c] } } }
    A:
      oneOf: [{ $ref: '${S}/Cat' }]
      discriminator:
        propertyName: k
        mapping:
          a: '${S}/Cat'
          b: '${S}/Thing'`,
        want: [
          `api.yaml:26: ${S}/A/discriminator/mapping: must map a, c to Cat, and nothing else to it`,
          `api.yaml:28: ${S}/A/discriminator/mapping/b: is not one of the schemas of oneOf`,
        ],
      },
    ],
    [
      'allOf of a closed object',
      {
        given: `    A:\n      allOf:\n        - { $ref: '${S}/Thing' }\n        - { type: object, properties: { b: {} } }`,
        want: [
          `api.yaml:23: ${S}/A/allOf/0: is closed or has others; use unevaluatedProperties: false next to allOf instead`,
        ],
      },
    ],
    [
      'allOf of objects that share a property',
      {
        given: `    A:\n      allOf:\n        - { type: object, properties: { b: {} } }\n        - { type: object, properties: { b: {} } }`,
        want: [`api.yaml:24: ${S}/A/allOf/1: another schema in the list also has the property b`],
      },
    ],
    [
      'allOf of no objects',
      {
        given: '    A: { allOf: [{ type: string }] }',
        want: [`api.yaml:21: ${S}/A/allOf/0: is not an open object`],
      },
    ],
    [
      'allOf and a map in a cycle',
      {
        given: `    A: { allOf: [{ type: object, properties: { a: { $ref: '${S}/A' } } }] }
    B: { type: object, additionalProperties: { $ref: '${S}/B' } }`,
        want: [
          `api.yaml:21: ${S}/A: allOf cannot be part of a cycle (A)`,
          `api.yaml:22: ${S}/B: additionalProperties cannot be part of a cycle (B)`,
        ],
      },
    ],
    [
      'oneOf of null and what already allows null',
      {
        given: `    A: { oneOf: [{ $ref: '${S}/B' }, { type: 'null' }] }\n    B: { enum: [1, null] }`,
        want: [`api.yaml:21: ${S}/A/oneOf/0: already allows null`],
      },
    ],
    [
      'rules in a form that is not supported',
      {
        given: [
          '    A: { type: object, additionalProperties: false, properties: { a: {}, b: {} }, not: { required: [a] } }',
          '    B: { type: object, additionalProperties: false, properties: { a: {}, b: {} }, if: { required: [a] } }',
        ].join('\n'),
        want: [
          `api.yaml:21: ${S}/A/not: must be { required: [a, b] }: not both`,
          `api.yaml:22: ${S}/B: if, then and else must be if { required: [a] }, then { not: { required: [b] } }, else { required: [b] }: exactly one`,
        ],
      },
    ],
    [
      'cases that overlap, miss a value, or constrain optional properties',
      {
        given: [
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
        want: [
          `api.yaml:21: ${S}/A: with cases, an object needs additionalProperties: false`,
          `api.yaml:26: ${S}/A/then/properties/v: is not one of the required properties`,
          `api.yaml:27: ${S}/A/else: has no value of k for this case`,
          `api.yaml:27: ${S}/A/else: a case must constrain other properties`,
          `api.yaml:33: ${S}/B/if: needs k to be a required property with an enum`,
        ],
      },
    ],
    [
      'a rule about a required or unknown property, or in an open object',
      {
        given:
          '    A: { type: object, required: [a], properties: { a: {}, b: {} }, not: { required: [a, c] } }',
        want: [
          `api.yaml:21: ${S}/A: with a rule about its properties, an object needs additionalProperties: false`,
          `api.yaml:21: ${S}/A: the rule names a, which is required anyway`,
          `api.yaml:21: ${S}/A: the rule names c, which is not among the properties`,
        ],
      },
    ],
  ]))
