import { describe, expect, test } from 'bun:test'
import { defectsOf, HEAD } from './defects-of.ts'

const S = '#/components/schemas'
const P = '#/paths/~1things~1{id}'

/** A part of the head, its replacement, and the defects. */
const documents: [string, { given: [string, string]; want: string[] }][] = [
  [
    'an unknown key of an operation',
    {
      given: ['tags: [Things]\n', 'tags: [Things]\n      callbacks: {}\n'],
      want: [`api.yaml:10: ${P}/put/callbacks: not supported by the generator in an operation`],
    },
  ],
  [
    'no summary',
    { given: ['      summary: Put a thing\n', ''], want: [`api.yaml:7: ${P}/put/summary: is missing`] },
  ],
  [
    'no description',
    {
      given: ['      description: Puts a thing.\n', ''],
      want: [`api.yaml:7: ${P}/put/description: is missing`],
    },
  ],
  [
    'a tag that is not declared',
    {
      given: ['tags: [Things]', 'tags: [Other]'],
      want: [`api.yaml:9: ${P}/put/tags/0: is not one of the document's tags`],
    },
  ],
  [
    'no tag',
    { given: ['tags: [Things]\n', 'tags: []\n'], want: [`api.yaml:9: ${P}/put/tags: must be one tag`] },
  ],
  [
    'an operationId that is not in camelCase',
    {
      given: ['putThing', 'PutThing'],
      want: [`api.yaml:8: ${P}/put/operationId: the name of an operation must be in camelCase`],
    },
  ],
  [
    'a path parameter that is not declared',
    {
      given: ['name: id', 'name: key'],
      want: [
        `api.yaml:7: ${P}/put: the path parameter id is not declared`,
        `api.yaml:7: ${P}/put: the path has no parameter key`,
      ],
    },
  ],
  [
    'an optional path parameter',
    {
      given: [' required: true, schema', ' schema'],
      want: [`api.yaml:12: ${P}/put/parameters/0: a path parameter must be required`],
    },
  ],
  [
    'a parameter in a cookie',
    {
      given: ['in: path', 'in: cookie'],
      want: [
        `api.yaml:7: ${P}/put: the path parameter id is not declared`,
        `api.yaml:12: ${P}/put/parameters/0/in: must be path, query or header`,
      ],
    },
  ],
  [
    'a parameter that is an object',
    {
      given: ['schema: { type: string }', `schema: { $ref: '${S}/Thing' }`],
      want: [
        `api.yaml:20: ${S}/Thing: a parameter must be a string, an integer, a number or a boolean, or in the query a list of these`,
      ],
    },
  ],
  [
    'a body that is not JSON',
    {
      given: ['application/json', 'text/csv'],
      want: [
        `api.yaml:16: ${P}/put/requestBody/content/text~1csv: a request body must be JSON or multipart/form-data`,
      ],
    },
  ],
  [
    'a form that is not an object',
    {
      given: [
        "application/json: { schema: { $ref: '#/components/schemas/Thing' } }",
        'multipart/form-data: { schema: { type: string } }',
      ],
      want: [
        `api.yaml:16: ${P}/put/requestBody/content/multipart~1form-data/schema: a form must be an object`,
      ],
    },
  ],
  [
    'a part of a form that is an object',
    {
      given: [
        "application/json: { schema: { $ref: '#/components/schemas/Thing' } }",
        'multipart/form-data: { schema: { type: object, additionalProperties: false, properties: { part: { type: integer } } } }',
      ],
      want: [
        `api.yaml:16: ${P}/put/requestBody/content/multipart~1form-data/schema/properties/part: a part of a form must be a string or a file`,
      ],
    },
  ],
  [
    'a file outside a form',
    {
      given: ['n: { type: integer }', 'n: { type: string, contentMediaType: application/octet-stream }'],
      want: [`api.yaml:20: ${S}/Thing/properties/n: a file is only allowed in multipart/form-data`],
    },
  ],
  [
    'a default response',
    {
      given: ["'204'", 'default'],
      want: [`api.yaml:17: ${P}/put/responses/default: must be a status; neither default nor 4XX`],
    },
  ],
  [
    'an open object in a request',
    {
      given: ['additionalProperties: false, ', ''],
      want: [`api.yaml:20: ${S}/Thing: is part of a request, so it needs additionalProperties: false`],
    },
  ],
  [
    'an open object in a closed allOf of a request, and directly in a request',
    {
      given: [
        '{ type: object, additionalProperties: false, properties: { n: { type: integer } } }',
        `{ allOf: [{ $ref: '${S}/Part' }, { type: object, properties: { p: { $ref: '${S}/Part' } } }], unevaluatedProperties: false }
    Part: { type: object, properties: { n: { type: integer } } }`,
      ],
      want: [`api.yaml:21: ${S}/Part: is part of a request, so it needs additionalProperties: false`],
    },
  ],
  [
    'a closed allOf of a request, of open objects',
    {
      given: [
        '{ type: object, additionalProperties: false, properties: { n: { type: integer } } }',
        '{ allOf: [{ type: object, properties: { n: { type: integer } } }], unevaluatedProperties: false }',
      ],
      want: [],
    },
  ],
  [
    'a header that is not a string',
    {
      given: [
        '{ description: Done. }',
        '{ description: Done., headers: { X-Count: { schema: { type: integer } } } }',
      ],
      want: [
        `api.yaml:17: ${P}/put/responses/204/headers/X-Count/schema: the value of a header must be a string`,
      ],
    },
  ],
  [
    'security for all operations',
    {
      given: ['security: []', 'security: [{ bearerAuth: [] }]'],
      want: ['api.yaml:3: #/security: must be [], so that each operation declares its own security'],
    },
  ],
  [
    'an unknown security scheme',
    {
      given: ['      summary', '      security: [{ key: [] }]\n      summary'],
      want: [`api.yaml:10: ${P}/put/security/0/key: is not a security scheme of the document`],
    },
  ],
  [
    'an invalid example',
    {
      given: [
        "{ schema: { $ref: '#/components/schemas/Thing' } }",
        "{ schema: { $ref: '#/components/schemas/Thing' }, example: { n: 1.5 } }",
      ],
      want: [
        `api.yaml:16: ${P}/put/requestBody/content/application~1json/example: is invalid according to ${P}/put/requestBody/content/application~1json/schema: /n must be integer`,
      ],
    },
  ],
  [
    'two names for a parameter at one position',
    {
      given: [
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
      want: ['api.yaml:18: #/paths/~1things~1{key}~1parts: {key} is where another path has {id}'],
    },
  ],
  [
    'an x-validate-each list that the body does not have',
    {
      given: [
        '        required: true\n',
        '        required: true\n        x-validate-each: { list: n, id: id }\n',
      ],
      want: [
        `api.yaml:15: ${P}/put/requestBody/x-validate-each/list: must name a required member of the body that is an array`,
      ],
    },
  ],
  [
    'an x-validate-each list in a body that may be absent',
    {
      given: ['        required: true\n', '        x-validate-each: { list: n, id: id }\n'],
      want: [`api.yaml:14: ${P}/put/requestBody/x-validate-each: needs a body that is required, and JSON`],
    },
  ],
  [
    'an x-validate-each list whose items have different id schemas or must be unique',
    {
      given: [
        `application/json: { schema: { $ref: '#/components/schemas/Thing' } }`,
        `application/json:
            schema:
              type: object
              additionalProperties: false
              required: [things]
              properties: { things: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } } }
        x-validate-each: { list: things, id: n }`,
      ],
      want: [
        `api.yaml:22: ${P}/put/requestBody/x-validate-each/list: uniqueItems cannot be checked item by item`,
        `api.yaml:22: ${P}/put/requestBody/x-validate-each/id: must be a string property of every item, with the same schema`,
      ],
    },
  ],
  [
    'an unknown member of x-validate-each',
    {
      given: [
        '        required: true\n',
        '        required: true\n        x-validate-each: { list: n, name: id }\n',
      ],
      want: [
        `api.yaml:15: ${P}/put/requestBody/x-validate-each/name: not supported by the generator in x-validate-each`,
        `api.yaml:15: ${P}/put/requestBody/x-validate-each/id: is missing`,
        `api.yaml:15: ${P}/put/requestBody/x-validate-each/list: must name a required member of the body that is an array`,
      ],
    },
  ],
  [
    'a repeated operationId, and a repeated header of an operation',
    {
      given: [
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
      want: [
        'api.yaml:19: #/paths/~1parts/get: the header parameter x-a is declared twice',
        'api.yaml:20: #/paths/~1parts/get/operationId: another operation has this name',
      ],
    },
  ],
]

describe('an unsupported operation is reported with file, line and path', () => {
  for (const [name, { given, want }] of documents) {
    test(name, () => {
      expect(HEAD).toContain(given[0])
      expect(defectsOf(HEAD.replace(...given))).toEqual(want)
    })
  }
})

test('a defect that many operations share is reported once', () => {
  const shared = HEAD.replace(
    "responses: { '204': { description: Done. } }",
    "responses: { '204': { $ref: '#/components/responses/Done' }, '205': { $ref: '#/components/responses/Done' } }",
  )
  expect(defectsOf(`${shared}  responses:\n    Done: { description: Done., links: {} }\n`)).toEqual([
    'api.yaml:22: #/components/responses/Done/links: not supported by the generator in a response',
  ])
})

/** The security of an operation in a contract with three schemes, and the defects. */
const securities: [string, { given: string; want: string[] }][] = [
  ['a scheme without scopes, or one with', { given: '[{ bearerAuth: [] }, { readKey: [a] }]', want: [] }],
  ['a scheme that its handler checks', { given: '[{}, { opsToken: [] }]', want: [] }],
  [
    'two schemes at once',
    {
      given: '[{ bearerAuth: [], readKey: [a] }]',
      want: [`api.yaml:10: ${P}/put/security/0: must be one scheme; list alternatives separately`],
    },
  ],
  [
    'scopes that are missing, unknown, or of a scheme without any',
    {
      given: '[{ readKey: [] }, { writeKey: [a] }, { bearerAuth: [a] }]',
      want: [
        `api.yaml:10: ${P}/put/security/0/readKey: must list the scopes that the operation needs`,
        `api.yaml:10: ${P}/put/security/1/writeKey/0: is not one of the scheme's x-scopes`,
        `api.yaml:10: ${P}/put/security/2/bearerAuth/0: is not one of the scheme's x-scopes`,
      ],
    },
  ],
  [
    'a scheme twice',
    {
      given: '[{ bearerAuth: [] }, { bearerAuth: [] }]',
      want: [`api.yaml:10: ${P}/put/security/1/bearerAuth: is listed twice`],
    },
  ],
]

describe('the security of an operation', () => {
  for (const [name, { given, want }] of securities) {
    test(name, () => {
      const schemes =
        'bearerAuth: {}, readKey: { x-scopes: { a: A } }, writeKey: { x-scopes: { b: B } }, opsToken: { x-principal: false }'
      const text = HEAD.replace('      summary', `      security: ${given}\n      summary`)
      expect(
        defectsOf(text.replace('components:\n', `components:\n  securitySchemes: { ${schemes} }\n`)),
      ).toEqual(want)
    })
  }
})
