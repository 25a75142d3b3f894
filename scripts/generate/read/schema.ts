import type { ContractNode } from '../contract.ts'
import { isObject } from '../json.ts'
import type { Schema } from '../schema.ts'
import { readAllOf, readOneOf } from './composition.ts'
import { annotations, isJsonType, type JsonType, jsonTypes, keywordsByType } from './keywords.ts'
import { readConst, readEnum } from './literal.ts'
import { readArray, readObject } from './structure.ts'
import { readNumber, readString } from './value.ts'

/**
 * Reads a schema (JSON Schema 2020-12, https://json-schema.org/draft/2020-12) with the supported
 * keywords, and rejects every other keyword.
 */
export function readSchema(node: ContractNode): Schema {
  const { path, value } = node
  if (!isObject(value)) {
    node.report(node.isPresent ? 'must be a schema object' : 'there is no schema')
    return { kind: 'any', path }
  }
  recordSamples(node)
  const shape = readShape(node)
  return value.default === undefined ? shape : { ...shape, default: value.default }
}

function recordSamples(node: ContractNode): void {
  const { samples } = node.contract
  const values = [node.at('default'), node.at('example'), ...node.at('examples').items()]
  for (const value of values) if (value.isPresent) samples.push({ value, schema: node.path })
}

function readShape(node: ContractNode): Schema {
  const { path } = node
  if (node.at('$ref').isPresent) {
    node.rejectOtherKeys(['$ref', ...annotations], 'a schema with $ref')
    const target = node.target('schemas')
    return target ? { kind: 'ref', name: target.key, path } : { kind: 'any', path }
  }
  if (node.at('const').isPresent) return readConst(node)
  if (node.at('enum').isPresent) return readEnum(node)
  if (node.at('oneOf').isPresent) return readOneOf(node, readSchema)
  if (node.at('allOf').isPresent) return readAllOf(node, readSchema)
  const type = node.at('type')
  if (Array.isArray(type.value)) return readTypes(node, type)
  if (type.isPresent) return readType(node, type)
  node.rejectOtherKeys(annotations, 'a schema without type')
  return { kind: 'any', path }
}

function readType(node: ContractNode, type: ContractNode): Schema {
  if (isJsonType(type.value)) {
    node.rejectOtherKeys(
      ['type', ...keywordsByType[type.value], ...annotations],
      `a schema of type ${type.value}`,
    )
    return readOfType(node, type.value)
  }
  type.report(`must be one of ${jsonTypes.join(', ')}`)
  return { kind: 'any', path: node.path }
}

function readTypes(node: ContractNode, type: ContractNode): Schema {
  const types = type.items().flatMap((item) => {
    if (isJsonType(item.value)) return [item.value]
    item.report(`must be one of ${jsonTypes.join(', ')}`)
    return []
  })
  if (types.length === 0 || new Set(types).size < types.length) type.report('must list each type once')
  if (types.includes('integer') && types.includes('number'))
    type.report('every integer is a number, so integer is redundant')
  node.rejectOtherKeys(
    ['type', ...types.flatMap((name) => keywordsByType[name]), ...annotations],
    `a schema of type ${types.join(' or ')}`,
  )
  return { kind: 'types', alternatives: types.map((name) => readOfType(node, name)), path: node.path }
}

function readOfType(node: ContractNode, type: JsonType): Schema {
  switch (type) {
    case 'string':
      return readString(node)
    case 'number':
    case 'integer':
      return readNumber(node, type)
    case 'array':
      return readArray(node, readSchema)
    case 'object':
      return readObject(node, readSchema)
    case 'boolean':
    case 'null':
      return { kind: type, path: node.path }
  }
}
