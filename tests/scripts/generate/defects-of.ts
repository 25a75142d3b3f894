import { expect, test } from 'bun:test'
import { Contract } from '#scripts/generate/contract.ts'
import { ContractError } from '#scripts/generate/contract-error.ts'
import { modelOf } from '#scripts/generate/model-of.ts'

/** A small contract. The schemas begin on line 21. */
export const documentHead = `openapi: 3.1.1
info: { title: Small, version: '1' }
security: []
tags: [{ name: Things }]
paths:
  /things/{id}:
    put:
      operationId: putThing
      tags: [Things]
      summary: Put a thing
      description: Puts a thing.
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Thing' } }
      responses: { '204': { description: Done. } }
components:
  schemas:
    Thing: { type: object, additionalProperties: false, properties: { n: { type: integer } } }
`

/** The generator's defects for a string, one per line. */
export function defectsOf(text: string): string[] {
  try {
    modelOf(new Contract('api.yaml', text))
    return []
  } catch (error) {
    if (error instanceof ContractError) return error.message.split('\n')
    throw error
  }
}

/** Adds a test per case: a contract with the given schemas, from line 21 on, has these defects. */
export function testDefects(schemas: readonly [name: string, { input: string; expected: string[] }][]): void {
  for (const [name, { input, expected }] of schemas) {
    test(name, () => {
      expect(defectsOf(`${documentHead}${input}\n`)).toEqual(expected)
    })
  }
}
