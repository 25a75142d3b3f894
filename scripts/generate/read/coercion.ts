import type { Coercion } from '#http/operation.ts'
import type { ContractNode } from '../contract.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'

/**
 * How the text of a parameter or a header becomes a value, depending on the type of its schema; undefined if it can't.
 */
export function coercionOf(schema: ContractNode): Coercion | undefined {
  if (!isObject(schema.value)) return 'string'
  const [type, ...others] = new Set(scalarTypes(schema.value))
  if (others.length > 0) return undefined
  if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean') return type
  return undefined
}

function scalarTypes({ type, const: constant, enum: values }: JsonObject): readonly Json[] {
  if (typeof type === 'string') return [type]
  if (constant !== undefined) return [typeof constant]
  return Array.isArray(values) ? values.map((value) => typeof value) : []
}
