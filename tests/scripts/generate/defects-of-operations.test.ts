import { describe, expect, test } from 'bun:test'
import { defectsOf, documentHead } from './defects-of.ts'

const schemas = '#/components/schemas'
const operation = '#/paths/~1things~1{id}'

/** A part of `documentHead`, its replacement, and the defects. */
const documents: [string, { input: [string, string]; expected: string[] }][] = [
  [
    'an unknown key of an operation',
    {
      input: ['tags: [Things]\n', 'tags: [Things]\n      callbacks: {}\n'],
      expected: [`api.yaml:10: ${operation}/put/callbacks: not supported by the generator in an operation`],
    },
  ],
  [
    'no summary',
    {
      input: ['      summary: Put a thing\n', ''],
      expected: [`api.yaml:7: ${operation}/put/summary: is missing`],
    },
  ],
  [
    'no description',
    {
      input: ['      description: Puts a thing.\n', ''],
      expected: [`api.yaml:7: ${operation}/put/description: is missing`],
    },
  ],
  [
    'a tag that is not declared',
    {
      input: ['tags: [Things]', 'tags: [Other]'],
      expected: [`api.yaml:9: ${operation}/put/tags/0: is not one of the document's tags`],
    },
  ],
  [
    'no tag',
    {
      input: ['tags: [Things]\n', 'tags: []\n'],
      expected: [`api.yaml:9: ${operation}/put/tags: must be one tag`],
    },
  ],
  [
    'an operationId that is not in camelCase',
    {
      input: ['putThing', 'PutThing'],
      expected: [`api.yaml:8: ${operation}/put/operationId: the name of an operation must be in camelCase`],
    },
  ],
  [
    'a path parameter that is not declared',
    {
      input: ['name: id', 'name: key'],
      expected: [
        `api.yaml:7: ${operation}/put: the path parameter id is not declared`,
        `api.yaml:7: ${operation}/put: the path has no parameter key`,
      ],
    },
  ],
  [
    'an optional path parameter',
    {
      input: [' required: true, schema', ' schema'],
      expected: [`api.yaml:12: ${operation}/put/parameters/0: a path parameter must be required`],
    },
  ],
  [
    'a parameter in a cookie',
    {
      input: ['in: path', 'in: cookie'],
      expected: [
        `api.yaml:7: ${operation}/put: the path parameter id is not declared`,
        `api.yaml:12: ${operation}/put/parameters/0/in: must be path, query or header`,
      ],
    },
  ],
  [
    'a parameter that is an object',
    {
      input: ['schema: { type: string }', `schema: { $ref: '${schemas}/Thing' }`],
      expected: [
        `api.yaml:20: ${schemas}/Thing: a parameter must be a string, an integer, a number or a boolean, or in the query a list of these`,
      ],
    },
  ],
  [
    'a body that is not JSON',
    {
      input: ['application/json', 'text/csv'],
      expected: [
        `api.yaml:16: ${operation}/put/requestBody/content/text~1csv: a request body must be JSON or multipart/form-data`,
      ],
    },
  ],
  [
    'a form that is not an object',
    {
      input: [
        "application/json: { schema: { $ref: '#/components/schemas/Thing' } }",
        'multipart/form-data: { schema: { type: string } }',
      ],
      expected: [
        `api.yaml:16: ${operation}/put/requestBody/content/multipart~1form-data/schema: a form must be an object`,
      ],
    },
  ],
  [
    'a part of a form that is an object',
    {
      input: [
        "application/json: { schema: { $ref: '#/components/schemas/Thing' } }",
        'multipart/form-data: { schema: { type: object, additionalProperties: false, properties: { part: { type: integer } } } }',
      ],
      expected: [
        `api.yaml:16: ${operation}/put/requestBody/content/multipart~1form-data/schema/properties/part: a part of a form must be a string or a file`,
      ],
    },
  ],
  [
    'a file outside a form',
    {
      input: ['n: { type: integer }', 'n: { type: string, contentMediaType: application/octet-stream }'],
      expected: [`api.yaml:20: ${schemas}/Thing/properties/n: a file is only allowed in multipart/form-data`],
    },
  ],
  [
    'a default response',
    {
      input: ["'204'", 'default'],
      expected: [
        `api.yaml:17: ${operation}/put/responses/default: must be a single status, not default or 4XX`,
      ],
    },
  ],
  [
    'an open object in a request',
    {
      input: ['additionalProperties: false, ', ''],
      expected: [
        `api.yaml:20: ${schemas}/Thing: is part of a request, so it needs additionalProperties: false`,
      ],
    },
  ],
  [
    'an open object in a closed allOf of a request, and directly in a request',
    {
      input: [
        '{ type: object, additionalProperties: false, properties: { n: { type: integer } } }',
        `{ allOf: [{ $ref: '${schemas}/Part' }, { type: object, properties: { p: { $ref: '${schemas}/Part' } } }], unevaluatedProperties: false }
    Part: { type: object, properties: { n: { type: integer } } }`,
      ],
      expected: [
        `api.yaml:21: ${schemas}/Part: is part of a request, so it needs additionalProperties: false`,
      ],
    },
  ],
  [
    'a closed allOf of open objects in a request, which has no defect',
    {
      input: [
        '{ type: object, additionalProperties: false, properties: { n: { type: integer } } }',
        '{ allOf: [{ type: object, properties: { n: { type: integer } } }], unevaluatedProperties: false }',
      ],
      expected: [],
    },
  ],
  [
    'a header that is not a string',
    {
      input: [
        '{ description: Done. }',
        '{ description: Done., headers: { X-Count: { schema: { type: integer } } } }',
      ],
      expected: [
        `api.yaml:17: ${operation}/put/responses/204/headers/X-Count/schema: the value of a header must be a string`,
      ],
    },
  ],
  [
    'security for all operations',
    {
      input: ['security: []', 'security: [{ bearerAuth: [] }]'],
      expected: ['api.yaml:3: #/security: must be [], so that each operation declares its own security'],
    },
  ],
  [
    'an unknown security scheme',
    {
      input: ['      summary', '      security: [{ key: [] }]\n      summary'],
      expected: [`api.yaml:10: ${operation}/put/security/0/key: is not a security scheme of the document`],
    },
  ],
  [
    'an invalid example',
    {
      input: [
        "{ schema: { $ref: '#/components/schemas/Thing' } }",
        "{ schema: { $ref: '#/components/schemas/Thing' }, example: { n: 1.5 } }",
      ],
      expected: [
        `api.yaml:16: ${operation}/put/requestBody/content/application~1json/example: is invalid according to ${operation}/put/requestBody/content/application~1json/schema: /n must be integer`,
      ],
    },
  ],
  [
    'two names for the same path parameter',
    {
      input: [
        'components:',
        `  /things/{key}/parts:
    get:
      operationId: listParts
      tags: [Things]
      summary: List parts
      description: Lists parts.
      parameters: [{ name: key, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: Done. } }
components:`,
      ],
      expected: [
        'api.yaml:18: #/paths/~1things~1{key}~1parts: another path has {id} in place of {key}: use one name',
      ],
    },
  ],
  [
    'an x-validate-each list that the body does not have',
    {
      input: [
        '        required: true\n',
        '        required: true\n        x-validate-each: { list: n, id: id }\n',
      ],
      expected: [
        `api.yaml:15: ${operation}/put/requestBody/x-validate-each/list: must name a required member of the body that is an array`,
      ],
    },
  ],
  [
    'an x-validate-each list in a body that may be absent',
    {
      input: ['        required: true\n', '        x-validate-each: { list: n, id: id }\n'],
      expected: [`api.yaml:14: ${operation}/put/requestBody/x-validate-each: needs a required JSON body`],
    },
  ],
  [
    'an x-validate-each list whose items have different id schemas or must be unique',
    {
      input: [
        `application/json: { schema: { $ref: '#/components/schemas/Thing' } }`,
        `application/json:
            schema:
              type: object
              additionalProperties: false
              required: [things]
              properties: { things: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } } }
        x-validate-each: { list: things, id: n }`,
      ],
      expected: [
        `api.yaml:22: ${operation}/put/requestBody/x-validate-each/list: uniqueItems cannot be checked item by item`,
        `api.yaml:22: ${operation}/put/requestBody/x-validate-each/id: must be a string property of every item, with the same schema`,
      ],
    },
  ],
  [
    'an unknown member of x-validate-each',
    {
      input: [
        '        required: true\n',
        '        required: true\n        x-validate-each: { list: n, name: id }\n',
      ],
      expected: [
        `api.yaml:15: ${operation}/put/requestBody/x-validate-each/name: not supported by the generator in x-validate-each`,
        `api.yaml:15: ${operation}/put/requestBody/x-validate-each/id: is missing`,
        `api.yaml:15: ${operation}/put/requestBody/x-validate-each/list: must name a required member of the body that is an array`,
      ],
    },
  ],
  [
    'a repeated operationId, and a repeated header of an operation',
    {
      input: [
        'components:',
        `  /parts:
    get:
      operationId: putThing
      tags: [Things]
      summary: List parts
      description: Lists parts.
      parameters:
        - { name: X-A, in: header, schema: { type: string } }
        - { name: x-a, in: header, schema: { type: string } }
      responses: { '204': { description: Done. } }
components:`,
      ],
      expected: [
        'api.yaml:19: #/paths/~1parts/get: the header parameter x-a is declared twice',
        'api.yaml:20: #/paths/~1parts/get/operationId: another operation has this name',
      ],
    },
  ],
]

describe('the defects of an operation are reported with file, line and path', () => {
  for (const [name, { input, expected }] of documents) {
    test(name, () => {
      expect(documentHead).toContain(input[0])
      expect(defectsOf(documentHead.replace(...input))).toEqual(expected)
    })
  }
})

test('a defect that several operations share is reported once', () => {
  const shared = documentHead.replace(
    "responses: { '204': { description: Done. } }",
    "responses: { '204': { $ref: '#/components/responses/Done' }, '205': { $ref: '#/components/responses/Done' } }",
  )
  expect(defectsOf(`${shared}  responses:\n    Done: { description: Done., links: {} }\n`)).toEqual([
    'api.yaml:22: #/components/responses/Done/links: not supported by the generator in a response',
  ])
})

/** The security of an operation, in a contract with four schemes, and the defects. */
const securities: [string, { input: string; expected: string[] }][] = [
  [
    'a scheme without scopes, or a scheme with scopes',
    { input: '[{ bearerAuth: [] }, { readKey: [a] }]', expected: [] },
  ],
  ['a scheme whose token the handler checks', { input: '[{}, { opsToken: [] }]', expected: [] }],
  [
    'two schemes at once',
    {
      input: '[{ bearerAuth: [], readKey: [a] }]',
      expected: [
        `api.yaml:10: ${operation}/put/security/0: must be one scheme; list alternatives separately`,
      ],
    },
  ],
  [
    'scopes that are missing, unknown, or of a scheme without any',
    {
      input: '[{ readKey: [] }, { writeKey: [a] }, { bearerAuth: [a] }]',
      expected: [
        `api.yaml:10: ${operation}/put/security/0/readKey: must list the scopes that the operation needs`,
        `api.yaml:10: ${operation}/put/security/1/writeKey/0: is not one of the scheme's x-scopes`,
        `api.yaml:10: ${operation}/put/security/2/bearerAuth/0: is not one of the scheme's x-scopes`,
      ],
    },
  ],
  [
    'a scheme that is listed twice',
    {
      input: '[{ bearerAuth: [] }, { bearerAuth: [] }]',
      expected: [`api.yaml:10: ${operation}/put/security/1/bearerAuth: is listed twice`],
    },
  ],
]

describe('as the security of an operation', () => {
  for (const [name, { input, expected }] of securities) {
    test(`${name}: ${expected.length > 0 ? 'reported' : 'accepted'}`, () => {
      const schemes =
        'bearerAuth: {}, readKey: { x-scopes: { a: A } }, writeKey: { x-scopes: { b: B } }, opsToken: { x-principal: false }'
      const text = documentHead.replace('      summary', `      security: ${input}\n      summary`)
      expect(
        defectsOf(text.replace('components:\n', `components:\n  securitySchemes: { ${schemes} }\n`)),
      ).toEqual(expected)
    })
  }
})
