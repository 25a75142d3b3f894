import { expect, test } from 'bun:test'
import { Contract } from '#scripts/generate/contract.ts'
import { ContractError } from '#scripts/generate/contract-error.ts'
import { modelOf } from '#scripts/generate/model-of.ts'

/** A small contract. Schemas appended to it begin on line 21. */
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

/** The defects that the generator reports in a contract. */
export function defectsOf(text: string): string[] {
  try {
    modelOf(new Contract('api.yaml', text))
    return []
  } catch (error) {
    if (error instanceof ContractError) return error.message.split('\n')
    throw error
  }
}

/** Adds a test per case: the small contract, with `input` appended to its schemas, has the expected defects. */
export function testDefects(cases: readonly [name: string, { input: string; expected: string[] }][]): void {
  for (const [name, { input, expected }] of cases) {
    test(name, () => {
      expect(defectsOf(`${documentHead}${input}\n`)).toEqual(expected)
    })
  }
}
