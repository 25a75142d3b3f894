import { describe, expect } from 'bun:test'
import { formats } from '#http/validation/formats.ts'
import { testDefects } from './defects-of.ts'

const schemas = '#/components/schemas'

describe('an unsupported schema is reported with file, line and path', () =>
  testDefects([
    ['a supported schema, which has no defect', { input: '    A: { type: string }', expected: [] }],
    [
      'an unknown keyword',
      {
        input: '    A:\n      type: string\n      contentEncoding: base64',
        expected: [
          `api.yaml:23: ${schemas}/A/contentEncoding: not supported by the generator in a schema of type string`,
        ],
      },
    ],
    [
      'a secret that is neither true nor false',
      {
        input: '    A:\n      type: string\n      x-secret: always',
        expected: [`api.yaml:23: ${schemas}/A/x-secret: must be true or false`],
      },
    ],
    [
      'a requirement without a pattern',
      {
        input: '    A: { type: string, x-requirement: begin with an a }',
        expected: [`api.yaml:21: ${schemas}/A/x-requirement: needs a pattern`],
      },
    ],
    [
      'a keyword of a different type',
      {
        input: '    A: { type: string, minimum: 1 }',
        expected: [
          `api.yaml:21: ${schemas}/A/minimum: not supported by the generator in a schema of type string`,
        ],
      },
    ],
    [
      'properties without type: object, which would accept any other value',
      {
        input: '    A: { properties: { a: {} } }',
        expected: [
          `api.yaml:21: ${schemas}/A/properties: not supported by the generator in a schema without type`,
        ],
      },
    ],
    [
      'an undeclared format',
      {
        input: '    A:\n      type: string\n      format: ipv4',
        expected: [
          `api.yaml:23: ${schemas}/A/format: unknown format; the formats are ${Object.keys(formats).join(', ')} (src/http/validation/formats.ts)`,
        ],
      },
    ],
    [
      'a pattern that is invalid with the u flag',
      {
        input: "    A: { type: string, pattern: '\\-' }",
        expected: [expect.stringContaining(`21: ${schemas}/A/pattern: `)],
      },
    ],
    [
      'a multipleOf that is not a binary fraction',
      {
        input: '    A: { type: number, multipleOf: 0.1 }',
        expected: [
          `api.yaml:21: ${schemas}/A/multipleOf: must be a whole number of 1024ths, such as 1, 0.5 or 0.25, to be checked exactly`,
        ],
      },
    ],
    [
      'bounds that nothing can satisfy',
      {
        input:
          '    A: { type: integer, minimum: 2, maximum: 1 }\n    B: { type: string, minLength: 2, maxLength: 1 }',
        expected: [
          `api.yaml:21: ${schemas}/A/minimum: is more than maximum`,
          `api.yaml:22: ${schemas}/B/minLength: is more than maxLength`,
        ],
      },
    ],
    [
      'an unknown type',
      {
        input: '    A: { type: text }',
        expected: [
          `api.yaml:21: ${schemas}/A/type: must be one of string, number, integer, boolean, null, array, object`,
        ],
      },
    ],
    [
      'anyOf',
      {
        input: '    A: { anyOf: [{ type: string }] }',
        expected: [expect.stringContaining(`21: ${schemas}/A/anyOf: `)],
      },
    ],
    [
      'readOnly',
      {
        input: '    A: { type: string, readOnly: true }',
        expected: [
          `api.yaml:21: ${schemas}/A/readOnly: not supported by the generator in a schema of type string`,
        ],
      },
    ],
    [
      'nullable, which only OpenAPI 3.0 has',
      {
        input: '    A: { type: string, nullable: true }',
        expected: [expect.stringContaining(`21: ${schemas}/A/nullable: `)],
      },
    ],
    [
      'const: null',
      {
        input: '    A: { const: null }',
        expected: [
          `api.yaml:21: ${schemas}/A/const: openapi-typescript ignores \`const: null\`; use \`type: 'null'\``,
        ],
      },
    ],
    [
      'a const of a different type',
      {
        input: '    A: { type: string, const: 1 }',
        expected: [`api.yaml:21: ${schemas}/A/const: does not have the declared type`],
      },
    ],
    [
      'an enum with a value of a different type, and a duplicate',
      {
        input: '    A: { type: string, enum: [a, 1] }\n    B: { enum: [a, a] }',
        expected: [
          `api.yaml:21: ${schemas}/A/enum/1: does not have the declared type`,
          `api.yaml:22: ${schemas}/B/enum: must list distinct values`,
        ],
      },
    ],
    [
      'an enum without the null of its type',
      {
        input: "    A: { type: [string, 'null'], enum: [a] }",
        expected: [`api.yaml:21: ${schemas}/A/type: allows null, which the enum does not list`],
      },
    ],
    [
      'an array without declared items',
      { input: '    A: { type: array }', expected: [`api.yaml:21: ${schemas}/A/items: there is no schema`] },
    ],
    [
      'an object without declared members',
      {
        input: '    A: { type: object }',
        expected: [
          `api.yaml:21: ${schemas}/A: without properties, additionalProperties must be true, false or a schema`,
        ],
      },
    ],
    [
      'properties with a schema for other members',
      {
        input: '    A: { type: object, properties: { a: {} }, additionalProperties: { type: string } }',
        expected: [
          `api.yaml:21: ${schemas}/A/additionalProperties: a schema for other members can't be combined with properties, since no type would be accurate`,
        ],
      },
    ],
    [
      'a required property that does not exist',
      {
        input:
          '    A:\n      type: object\n      properties: { a: {} }\n      required:\n        - a\n        - b',
        expected: [`api.yaml:26: ${schemas}/A/required/1: is not among the properties`],
      },
    ],
    [
      'a property with the name of a member of every object',
      {
        input: '    A: { type: object, properties: { constructor: {} } }',
        expected: [
          `api.yaml:21: ${schemas}/A/properties/constructor: a property cannot have the name of a member that every object inherits`,
        ],
      },
    ],
    [
      'an invalid default and an invalid example',
      {
        input:
          '    A: { type: integer, minimum: 1, default: 0 }\n    B:\n      type: string\n      format: date\n      example: 2026-02-30',
        expected: [
          `api.yaml:21: ${schemas}/A/default: is invalid according to ${schemas}/A: it must be >= 1`,
          `api.yaml:25: ${schemas}/B/example: is invalid according to ${schemas}/B: it must match format "date"`,
        ],
      },
    ],
    [
      'a name that is not in PascalCase',
      {
        input: '    a: {}',
        expected: [`api.yaml:21: ${schemas}/a: the name of a schema must be in PascalCase`],
      },
    ],
    [
      'a repeated key',
      {
        input: '    A: {}\n    A: {}',
        expected: [expect.stringContaining('api.yaml:22: #: Map keys must be unique')],
      },
    ],
    [
      'an anchor',
      {
        input: '    A: &a { type: string }',
        expected: [
          `api.yaml:21: ${schemas}/A: anchors, aliases, tags and NaN have no JSON equivalent: write the value itself`,
        ],
      },
    ],
    [
      'a number format of a different type',
      {
        input: '    A: { type: number, format: int32 }\n    B: { type: integer, format: double }',
        expected: [
          `api.yaml:21: ${schemas}/A/format: must be double`,
          `api.yaml:22: ${schemas}/B/format: must be int32 or int64`,
        ],
      },
    ],
  ]))
