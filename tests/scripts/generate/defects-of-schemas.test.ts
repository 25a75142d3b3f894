import { describe, expect, test } from 'bun:test'
import { formats } from '#http/validation/formats.ts'
import { defectsOf, HEAD } from './defects-of.ts'

const S = '#/components/schemas'

/** Schemas from line 21 on, and the defects. */
const schemas: [string, { given: string; want: string[] }][] = [
  ['nothing wrong', { given: '    A: { type: string }', want: [] }],
  [
    'an unknown keyword',
    {
      given: '    A:\n      type: string\n      contentEncoding: base64',
      want: [
        `api.yaml:23: ${S}/A/contentEncoding: the generator doesn't know this in a schema of type string`,
      ],
    },
  ],
  [
    'a secret that is neither true nor false',
    {
      given: '    A:\n      type: string\n      x-secret: always',
      want: [`api.yaml:23: ${S}/A/x-secret: must be true or false`],
    },
  ],
  [
    'a keyword of another type',
    {
      given: '    A: { type: string, minimum: 1 }',
      want: [`api.yaml:21: ${S}/A/minimum: the generator doesn't know this in a schema of type string`],
    },
  ],
  [
    'properties without type: object, which would take any other value',
    {
      given: '    A: { properties: { a: {} } }',
      want: [`api.yaml:21: ${S}/A/properties: the generator doesn't know this in a schema without type`],
    },
  ],
  [
    'an undeclared format',
    {
      given: '    A:\n      type: string\n      format: ipv4',
      want: [
        `api.yaml:23: ${S}/A/format: no such format; there are ${Object.keys(formats).join(', ')} (src/http/validation/formats.ts)`,
      ],
    },
  ],
  [
    'a pattern that is none under the u flag',
    {
      given: "    A: { type: string, pattern: '\\-' }",
      want: [expect.stringContaining(`21: ${S}/A/pattern: `)],
    },
  ],
  [
    'a multipleOf that is no binary fraction',
    {
      given: '    A: { type: number, multipleOf: 0.1 }',
      want: [
        `api.yaml:21: ${S}/A/multipleOf: must be a whole number of 1024ths, such as 1, 0.5 or 0.25, to be checked exactly`,
      ],
    },
  ],
  [
    'bounds that nothing meets',
    {
      given:
        '    A: { type: integer, minimum: 2, maximum: 1 }\n    B: { type: string, minLength: 2, maxLength: 1 }',
      want: [
        `api.yaml:21: ${S}/A/minimum: is more than maximum`,
        `api.yaml:22: ${S}/B/minLength: is more than maxLength`,
      ],
    },
  ],
  [
    'an unknown type',
    {
      given: '    A: { type: text }',
      want: [
        `api.yaml:21: ${S}/A/type: must be one of string, number, integer, boolean, null, array, object`,
      ],
    },
  ],
  [
    'anyOf',
    { given: '    A: { anyOf: [{ type: string }] }', want: [expect.stringContaining(`21: ${S}/A/anyOf: `)] },
  ],
  [
    'readOnly',
    {
      given: '    A: { type: string, readOnly: true }',
      want: [`api.yaml:21: ${S}/A/readOnly: the generator doesn't know this in a schema of type string`],
    },
  ],
  [
    'nullable of OpenAPI 3.0',
    {
      given: '    A: { type: string, nullable: true }',
      want: [expect.stringContaining(`21: ${S}/A/nullable: `)],
    },
  ],
  [
    'const: null',
    {
      given: '    A: { const: null }',
      want: [
        `api.yaml:21: ${S}/A/const: openapi-typescript passes over \`const: null\`; write \`type: 'null'\``,
      ],
    },
  ],
  [
    'a const of another type',
    {
      given: '    A: { type: string, const: 1 }',
      want: [`api.yaml:21: ${S}/A/const: is not of the type beside it`],
    },
  ],
  [
    'an enum with a value of another type, and one twice',
    {
      given: '    A: { type: string, enum: [a, 1] }\n    B: { enum: [a, a] }',
      want: [
        `api.yaml:21: ${S}/A/enum/1: is not of the type beside it`,
        `api.yaml:22: ${S}/B/enum: must be values, each once`,
      ],
    },
  ],
  [
    'an enum without the null of its type',
    {
      given: "    A: { type: [string, 'null'], enum: [a] }",
      want: [`api.yaml:21: ${S}/A/type: takes null, which the enum does not list`],
    },
  ],
  [
    'an array of unsaid items',
    { given: '    A: { type: array }', want: [`api.yaml:21: ${S}/A/items: there is no schema`] },
  ],
  [
    'an object of unsaid members',
    {
      given: '    A: { type: object }',
      want: [
        `api.yaml:21: ${S}/A: without properties, say what members there may be: additionalProperties true, false or a schema`,
      ],
    },
  ],
  [
    'properties beside a schema of the others',
    {
      given: '    A: { type: object, properties: { a: {} }, additionalProperties: { type: string } }',
      want: [
        `api.yaml:21: ${S}/A/additionalProperties: beside properties, there is no true type for a schema of the others`,
      ],
    },
  ],
  [
    'a required property that is none',
    {
      given:
        '    A:\n      type: object\n      properties: { a: {} }\n      required:\n        - a\n        - b',
      want: [`api.yaml:26: ${S}/A/required/1: is not among the properties`],
    },
  ],
  [
    'a property with the name of a member of every object',
    {
      given: '    A: { type: object, properties: { constructor: {} } }',
      want: [
        `api.yaml:21: ${S}/A/properties/constructor: a property cannot have the name of a member of every object`,
      ],
    },
  ],
  [
    'a reference to nothing, out of the file, and to itself',
    {
      given: `    A: { $ref: '${S}/X' }\n    B: { $ref: 'other.yaml#/X' }\n    C: { $ref: '${S}/C' }`,
      want: [
        `api.yaml:21: ${S}/A/$ref: there is no ${S}/X`,
        `api.yaml:22: ${S}/B/$ref: must be a reference into ${S}`,
        `api.yaml:23: ${S}/C: the reference leads to itself`,
      ],
    },
  ],
  [
    'a keyword beside $ref',
    {
      given: `    A: { $ref: '${S}/Thing', minProperties: 1 }`,
      want: [`api.yaml:21: ${S}/A/minProperties: the generator doesn't know this in a schema with $ref`],
    },
  ],
  [
    'oneOf without a discriminator',
    {
      given: '    A:\n      oneOf:\n        - { type: string }\n        - { type: integer }',
      want: [
        `api.yaml:22: ${S}/A/oneOf: needs a discriminator, a property that has another literal in each schema; or must be a $ref and null`,
      ],
    },
  ],
  [
    'oneOf with literals that overlap',
    {
      given: `    Cat: { type: object, required: [k], properties: { k: { const: a } } }
    Dog: { type: object, required: [k], properties: { k: { enum: [a, b] } } }
    A:
      oneOf:
        - { $ref: '${S}/Cat' }
        - { $ref: '${S}/Dog' }
      discriminator: { propertyName: k, mapping: { a: '${S}/Cat', b: '${S}/Dog' } }`,
      want: [
        `api.yaml:26: ${S}/A/oneOf/1: k a is one of Cat too`,
        `api.yaml:27: ${S}/A/discriminator/mapping: must map a, b to Dog, and nothing else to it`,
      ],
    },
  ],
  [
    'oneOf with a schema whose discriminating property is optional, or no literal',
    {
      given: `    Cat: { type: object, properties: { k: { const: a } } }
    Dog: { type: object, required: [k], properties: { k: { type: string } } }
    A:
      oneOf: [{ $ref: '${S}/Cat' }, { $ref: '${S}/Dog' }]
      discriminator: { propertyName: k, mapping: { a: '${S}/Cat', b: '${S}/Dog' } }`,
      want: [
        `api.yaml:24: ${S}/A/oneOf/0: Cat has no required k with a const or an enum of texts`,
        `api.yaml:24: ${S}/A/oneOf/1: Dog has no required k with a const or an enum of texts`,
      ],
    },
  ],
  [
    'a mapping that is not whole, or names another schema',
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
        `api.yaml:28: ${S}/A/discriminator/mapping/b: is none of the schemas of oneOf`,
      ],
    },
  ],
  [
    'allOf of a closed object',
    {
      given: `    A:\n      allOf:\n        - { $ref: '${S}/Thing' }\n        - { type: object, properties: { b: {} } }`,
      want: [
        `api.yaml:23: ${S}/A/allOf/0: is closed or has others; say unevaluatedProperties: false beside allOf instead`,
      ],
    },
  ],
  [
    'allOf of objects that share a property',
    {
      given: `    A:\n      allOf:\n        - { type: object, properties: { b: {} } }\n        - { type: object, properties: { b: {} } }`,
      want: [`api.yaml:24: ${S}/A/allOf/1: another schema of the list has the property b too`],
    },
  ],
  [
    'allOf of no objects',
    {
      given: '    A: { allOf: [{ type: string }] }',
      want: [`api.yaml:21: ${S}/A/allOf/0: is no open object`],
    },
  ],
  [
    'allOf and a map in a circle',
    {
      given: `    A: { allOf: [{ type: object, properties: { a: { $ref: '${S}/A' } } }] }
    B: { type: object, additionalProperties: { $ref: '${S}/B' } }`,
      want: [
        `api.yaml:21: ${S}/A: allOf cannot be part of a circle (A)`,
        `api.yaml:22: ${S}/B: additionalProperties cannot be part of a circle (B)`,
      ],
    },
  ],
  [
    'a default and an example that are not good',
    {
      given:
        '    A: { type: integer, minimum: 1, default: 0 }\n    B:\n      type: string\n      format: date\n      example: 2026-02-30',
      want: [
        `api.yaml:21: ${S}/A/default: is not good by ${S}/A: it must be >= 1`,
        `api.yaml:25: ${S}/B/example: is not good by ${S}/B: it must match format "date"`,
      ],
    },
  ],
  [
    'a name that is no PascalCase',
    { given: '    a: {}', want: [`api.yaml:21: ${S}/a: a schema is named in PascalCase`] },
  ],
  [
    'a key twice',
    {
      given: '    A: {}\n    A: {}',
      want: [expect.stringContaining('api.yaml:22: #: Map keys must be unique')],
    },
  ],
  [
    'an anchor',
    {
      given: '    A: &a { type: string }',
      want: [`api.yaml:21: ${S}/A: anchors, aliases, tags and NaN have no JSON; write it out`],
    },
  ],
  [
    'a number format of another type',
    {
      given: '    A: { type: number, format: int32 }\n    B: { type: integer, format: double }',
      want: [
        `api.yaml:21: ${S}/A/format: must be double`,
        `api.yaml:22: ${S}/B/format: must be int32 or int64`,
      ],
    },
  ],
  [
    'oneOf of null and what takes null already',
    {
      given: `    A: { oneOf: [{ $ref: '${S}/B' }, { type: 'null' }] }\n    B: { enum: [1, null] }`,
      want: [`api.yaml:21: ${S}/A/oneOf/0: takes null already`],
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
    'cases that overlap, miss a value, or are about what need not be there',
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
        `api.yaml:26: ${S}/A/then/properties/v: is not among the required properties`,
        `api.yaml:27: ${S}/A/else: leaves no value of k for this case`,
        `api.yaml:27: ${S}/A/else: a case says something about other properties`,
        `api.yaml:33: ${S}/B/if: needs k to be a required property with an enum`,
      ],
    },
  ],
  [
    'a rule about a required property, or none, or in an open object',
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
]

describe('an unsupported schema is reported with file, line and path', () => {
  for (const [name, { given, want }] of schemas) {
    test(name, () => {
      expect(defectsOf(`${HEAD}${given}\n`)).toEqual(want)
    })
  }
})
