import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'
import type { Schema } from '../schema.ts'
import { children, type Schemas } from '../walk.ts'

/** Every request object is closed: a member that the contract doesn't know is an error, not dropped. */
export function lintRequests(contract: Contract, operations: readonly Operation[], schemas: Schemas): void {
  const seen = new Set<string>()

  const named = (name: string, isPart: boolean): void => {
    const key = `${name} ${isPart}`
    const target = schemas.get(name)
    if (!target || seen.has(key)) return
    seen.add(key)
    visit(target.schema, isPart)
  }

  /** `isPart`: of an `allOf`, whose `unevaluatedProperties` covers the objects in it. */
  const visit = (schema: Schema, isPart: boolean): void => {
    if (schema.kind === 'ref') named(schema.name, isPart)
    if (schema.kind === 'oneOf') for (const { name } of schema.branches) named(name, false)
    if (!isPart && isOpen(schema)) {
      const keyword = schema.kind === 'allOf' ? 'unevaluatedProperties' : 'additionalProperties'
      contract.report(schema.path, `goes into a request, and so needs ${keyword}: false`)
    }
    for (const child of children(schema)) visit(child, schema.kind === 'allOf')
  }

  for (const { requestBody } of operations) {
    for (const { schema } of requestBody?.content ?? []) visit(schema, false)
  }
}

function isOpen(schema: Schema): boolean {
  if (schema.kind === 'object') return schema.additional === undefined || schema.additional === true
  return schema.kind === 'allOf' && !schema.closed
}
