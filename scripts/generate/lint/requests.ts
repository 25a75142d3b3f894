import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'
import type { Schema } from '../schema.ts'
import { childSchemas, type Schemas } from '../walk.ts'

/** Every request object must be closed, so that an unknown member is an error instead of being dropped. */
export function lintRequests(contract: Contract, operations: readonly Operation[], schemas: Schemas): void {
  const visited = new Set<string>()

  const visitNamed = (name: string, isPart: boolean): void => {
    const key = `${name} ${isPart}`
    const target = schemas.get(name)
    if (!target || visited.has(key)) return
    visited.add(key)
    visit(target.schema, isPart)
  }

  /** `isPart`: whether it is part of an `allOf`, whose `unevaluatedProperties` covers its objects. */
  const visit = (schema: Schema, isPart: boolean): void => {
    if (schema.kind === 'ref') visitNamed(schema.name, isPart)
    if (schema.kind === 'oneOf') for (const { name } of schema.branches) visitNamed(name, false)
    if (!isPart && isOpen(schema)) {
      const keyword = schema.kind === 'allOf' ? 'unevaluatedProperties' : 'additionalProperties'
      contract.report(schema.path, `is part of a request, so it needs ${keyword}: false`)
    }
    for (const child of childSchemas(schema)) visit(child, schema.kind === 'allOf')
  }

  for (const { requestBody } of operations) {
    for (const { schema } of requestBody?.content ?? []) visit(schema, false)
  }
}

function isOpen(schema: Schema): boolean {
  if (schema.kind === 'object') return schema.additional === undefined || schema.additional === true
  return schema.kind === 'allOf' && !schema.closed
}
