import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { generate } from '#scripts/generate/generate.ts'
import { documentHead } from './defects-of.ts'

const fixture = (name: string) => Bun.file(join(import.meta.dir, name))

test('operations.ts of things.yaml equals the committed things.operations.txt', async () => {
  const { 'operations.ts': operations } = await generate('things.yaml', await fixture('things.yaml').text())
  // After an intended change: bun scripts/generate/main.ts --spec tests/scripts/generate/things.yaml
  // --out FOLDER
  expect(operations).toBe(await fixture('things.operations.txt').text())
})

/** A contract whose one response has a body of this schema. */
function contractWithResponse(schema: string): string {
  return documentHead.replace(
    "'204': { description: Done. }",
    `'200': { description: Done., content: { application/json: { schema: ${schema} } } }`,
  )
}

const secretSchemas = `
    Token: { type: string, x-secret: true }
    Holder: { type: object, additionalProperties: false, properties: { token: { $ref: '#/components/schemas/Token' } } }
    List: { type: array, items: { $ref: '#/components/schemas/Holder' } }
    Tree: { type: object, additionalProperties: false, properties: { of: { $ref: '#/components/schemas/Tree' } } }
    Public: { type: string, x-secret: false }
`

test.each([
  ['{ type: string, x-secret: true }', true],
  ["{ oneOf: [{ $ref: '#/components/schemas/Token' }, { type: 'null' }] }", true],
  ["{ $ref: '#/components/schemas/Holder' }", true],
  ["{ $ref: '#/components/schemas/List' }", true],
  ["{ type: object, additionalProperties: { $ref: '#/components/schemas/List' } }", true],
  ["{ $ref: '#/components/schemas/Tree' }", false],
  ["{ $ref: '#/components/schemas/Public' }", false],
  ["{ $ref: '#/components/schemas/Thing' }", false],
])('for a response with the schema %s, the secret flag is %p', async (schema, isSecret) => {
  const { 'operations.ts': operations } = await generate(
    'api.yaml',
    contractWithResponse(schema) + secretSchemas,
  )
  expect(operations.includes('secret: true')).toBe(isSecret)
})

test('the client serializes lists according to explode', async () => {
  const text = await fixture('things.yaml').text()
  const repeated = await generate('things.yaml', text)
  const joined = await generate(
    'things.yaml',
    text.replace(
      'in: query\n          schema: { type: array',
      'in: query\n          explode: false\n          schema: { type: array',
    ),
  )
  expect(repeated['client.ts']).not.toContain('querySerializer')
  expect(joined['client.ts']).toContain("querySerializer: { array: { style: 'form', explode: false } }")
  expect(joined['operations.ts']).toContain("list: 'comma'")
})
