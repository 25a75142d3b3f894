import type { Contract } from '../contract.ts'
import type { Operation, Schema } from '../model.ts'
import type { Schemas } from '../walk.ts'

/** Whatever goes in is closed: a member that the contract doesn't know is an error, not dropped. */
export function lintRequests(contract: Contract, operations: readonly Operation[], schemas: Schemas): void {
  for (const { requestBody } of operations) {
    for (const { schema } of requestBody?.content ?? []) {
      const reachable = schemas.reachable(schema)
      const closed = new Set(
        reachable.flatMap((inner) => (isClosedAllOf(inner) ? partsOf(inner, schemas) : [])),
      )
      for (const inner of reachable) if (isOpen(inner) && !closed.has(inner)) refuse(contract, inner)
    }
  }
}

function isClosedAllOf(schema: Schema): boolean {
  return schema.kind === 'allOf' && schema.closed
}

function isOpen(schema: Schema): boolean {
  if (schema.kind === 'object') return schema.additional === undefined || schema.additional === true
  return schema.kind === 'allOf' && !schema.closed
}

/** The objects and lists of objects that a closed `allOf` closes by its own `unevaluatedProperties`. */
function partsOf(schema: Schema, schemas: Schemas): Schema[] {
  if (schema.kind !== 'allOf') return [schema]
  const members = schema.members.flatMap((member) => schemas.resolve(member) ?? [])
  return [schema, ...members.flatMap((member) => partsOf(member, schemas))]
}

function refuse(contract: Contract, schema: Schema): void {
  const keyword = schema.kind === 'allOf' ? 'unevaluatedProperties' : 'additionalProperties'
  contract.refuse(schema.path, `goes into a request, and so needs ${keyword}: false`)
}
