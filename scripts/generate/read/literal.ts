import type { ContractNode } from '../contract.ts'
import { isObject, type Json } from '../json.ts'
import type { Schema } from '../schema.ts'
import { annotations, type JsonType } from './keywords.ts'
import { nameProblem } from './structure.ts'

function typesOf(value: Json): readonly JsonType[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number']
  if (typeof value === 'string') return ['string']
  return [typeof value === 'boolean' ? 'boolean' : 'object']
}

/** Rejects a value that doesn't match the sibling `type`. */
function checkType(node: ContractNode, value: Json, location: ContractNode): void {
  const type = node.at('type').value
  if (type === undefined) return
  const types: readonly Json[] = Array.isArray(type) ? type : [type]
  if (!typesOf(value).some((name) => types.includes(name))) location.report('does not have the declared type')
}

/** The names of all members of a value, at any depth. */
function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  return isObject(value) ? Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]) : []
}

/** https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.3 */
export function readConst(node: ContractNode): Schema {
  const { path } = node
  node.rejectOtherKeys(['const', 'type', ...annotations], 'a schema with const')
  const value = node.at('const')
  if (value.value === undefined || value.value === null) {
    value.report("openapi-typescript ignores `const: null`; use `type: 'null'`")
    return { kind: 'any', path }
  }
  checkType(node, value.value, value)
  const problem = namesIn(value.value)
    .map(nameProblem)
    .find((message) => message !== undefined)
  if (problem !== undefined) value.report(problem)
  return { kind: 'const', value: value.value, path }
}

/** https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 */
export function readEnum(node: ContractNode): Schema {
  node.rejectOtherKeys(['enum', 'type', ...annotations], 'a schema with enum')
  const items = node.at('enum').items()
  const values = items.flatMap((item) => {
    const { value } = item
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      checkType(node, value, item)
      return [value]
    }
    item.report('an enum may contain only strings, numbers, booleans and null')
    return []
  })
  if (values.length === 0 || new Set(values).size < values.length) {
    node.at('enum').report('must list distinct values')
  }
  const type = node.at('type').value
  if (Array.isArray(type) && type.includes('null') && !values.includes(null)) {
    node.at('type').report('allows null, which the enum does not list')
  }
  return { kind: 'enum', values, path: node.path }
}
