import { describe, expect } from 'bun:test'
import { formats } from '#http/validation/formats.ts'
import { testDefects } from './defects-of.ts'

const S = '#/components/schemas'

describe('an unsupported schema is reported with file, line and path', () =>
  testDefects([
    ['nothing wrong', { given: '    A: { type: string }', want: [] }],
    [
      'an unknown keyword',
      {
        given: '    A:\n      type: string\n      contentEncoding: base64',
        want: [
          `api.yaml:23: ${S}/A/contentEncoding: not supported by the generator in a schema of type string`,
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
      'a keyword of a different type',
      {
        given: '    A: { type: string, minimum: 1 }',
        want: [`api.yaml:21: ${S}/A/minimum: not supported by the generator in a schema of type string`],
      },
    ],
    [
      'properties without type: object, which would accept any other value',
      {
        given: '    A: { properties: { a: {} } }',
        want: [`api.yaml:21: ${S}/A/properties: not supported by the generator in a schema without type`],
      },
    ],
    [
      'an undeclared format',
      {
        given: '    A:\n      type: string\n      format: ipv4',
        want: [
          `api.yaml:23: ${S}/A/format: unknown format; the formats are ${Object.keys(formats).join(', ')} (src/http/validation/formats.ts)`,
        ],
      },
    ],
    [
      'a pattern that is invalid with the u flag',
      {
        given: "    A: { type: string, pattern: '\\-' }",
        want: [expect.stringContaining(`21: ${S}/A/pattern: `)],
      },
    ],
    [
      'a multipleOf that is not a binary fraction',
      {
        given: '    A: { type: number, multipleOf: 0.1 }',
        want: [
          `api.yaml:21: ${S}/A/multipleOf: must be a whole number of 1024ths, such as 1, 0.5 or 0.25, to be checked exactly`,
        ],
      },
    ],
    [
      'bounds that nothing can satisfy',
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
      {
        given: '    A: { anyOf: [{ type: string }] }',
        want: [expect.stringContaining(`21: ${S}/A/anyOf: `)],
      },
    ],
    [
      'readOnly',
      {
        given: '    A: { type: string, readOnly: true }',
        want: [`api.yaml:21: ${S}/A/readOnly: not supported by the generator in a schema of type string`],
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
        want: [`api.yaml:21: ${S}/A/const: openapi-typescript ignores \`const: null\`; use \`type: 'null'\``],
      },
    ],
    [
      'a const of a different type',
      {
        given: '    A: { type: string, const: 1 }',
        want: [`api.yaml:21: ${S}/A/const: does not have the declared type`],
      },
    ],
    [
      'an enum with a value of a different type, and a duplicate',
      {
        given: '    A: { type: string, enum: [a, 1] }\n    B: { enum: [a, a] }',
        want: [
          `api.yaml:21: ${S}/A/enum/1: does not have the declared type`,
          `api.yaml:22: ${S}/B/enum: must be distinct values`,
        ],
      },
    ],
    [
      'an enum without the null of its type',
      {
        given: "    A: { type: [string, 'null'], enum: [a] }",
        want: [`api.yaml:21: ${S}/A/type: allows null, which the enum does not list`],
      },
    ],
    [
      'an array without declared items',
      { given: '    A: { type: array }', want: [`api.yaml:21: ${S}/A/items: there is no schema`] },
    ],
    [
      'an object without declared members',
      {
        given: '    A: { type: object }',
        want: [
          `api.yaml:21: ${S}/A: without properties, additionalProperties must be true, false or a schema`,
        ],
      },
    ],
    [
      'properties with a schema for other members',
      {
        given: '    A: { type: object, properties: { a: {} }, additionalProperties: { type: string } }',
        want: [
          `api.yaml:21: ${S}/A/additionalProperties: a schema for other members next to properties has no accurate type`,
        ],
      },
    ],
    [
      'a required property that does not exist',
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
      'an invalid default and an invalid example',
      {
        given:
          '    A: { type: integer, minimum: 1, default: 0 }\n    B:\n      type: string\n      format: date\n      example: 2026-02-30',
        want: [
          `api.yaml:21: ${S}/A/default: is invalid according to ${S}/A: it must be >= 1`,
          `api.yaml:25: ${S}/B/example: is invalid according to ${S}/B: it must match format "date"`,
        ],
      },
    ],
    [
      'a name that is not in PascalCase',
      { given: '    a: {}', want: [`api.yaml:21: ${S}/a: the name of a schema must be in PascalCase`] },
    ],
    [
      'a repeated key',
      {
        given: '    A: {}\n    A: {}',
        want: [expect.stringContaining('api.yaml:22: #: Map keys must be unique')],
      },
    ],
    [
      'an anchor',
      {
        given: '    A: &a { type: string }',
        want: [`api.yaml:21: ${S}/A: anchors, aliases, tags and NaN have no JSON equivalent; write it out`],
      },
    ],
    [
      'a number format of a different type',
      {
        given: '    A: { type: number, format: int32 }\n    B: { type: integer, format: double }',
        want: [
          `api.yaml:21: ${S}/A/format: must be double`,
          `api.yaml:22: ${S}/B/format: must be int32 or int64`,
        ],
      },
    ],
  ]))
