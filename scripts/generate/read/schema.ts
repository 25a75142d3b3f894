import type { Cursor } from '../contract.ts'
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
export function readSchema(cursor: Cursor): Schema {
  const { path, value } = cursor
  if (!isObject(value)) {
    cursor.report(cursor.isPresent ? 'must be a schema object' : 'there is no schema')
    return { kind: 'any', path }
  }
  recordSamples(cursor)
  const shape = readShape(cursor)
  return value.default === undefined ? shape : { ...shape, default: value.default }
}

function recordSamples(cursor: Cursor): void {
  const { samples } = cursor.contract
  const values = [cursor.at('default'), cursor.at('example'), ...cursor.at('examples').items()]
  for (const value of values) if (value.isPresent) samples.push({ value, schema: cursor.path })
}

function readShape(cursor: Cursor): Schema {
  const { path } = cursor
  if (cursor.at('$ref').isPresent) {
    cursor.rejectOtherKeys(['$ref', ...annotations], 'a schema with $ref')
    const target = cursor.target('schemas')
    return target ? { kind: 'ref', name: target.key, path } : { kind: 'any', path }
  }
  if (cursor.at('const').isPresent) return readConst(cursor)
  if (cursor.at('enum').isPresent) return readEnum(cursor)
  if (cursor.at('oneOf').isPresent) return readOneOf(cursor, readSchema)
  if (cursor.at('allOf').isPresent) return readAllOf(cursor, readSchema)
  const type = cursor.at('type')
  if (Array.isArray(type.value)) return readTypes(cursor, type)
  if (type.isPresent) return readType(cursor, type)
  cursor.rejectOtherKeys(annotations, 'a schema without type')
  return { kind: 'any', path }
}

function readType(cursor: Cursor, type: Cursor): Schema {
  if (isJsonType(type.value)) {
    cursor.rejectOtherKeys(
      ['type', ...keywordsByType[type.value], ...annotations],
      `a schema of type ${type.value}`,
    )
    return readOfType(cursor, type.value)
  }
  type.report(`must be one of ${jsonTypes.join(', ')}`)
  return { kind: 'any', path: cursor.path }
}

function readTypes(cursor: Cursor, type: Cursor): Schema {
  const types = type.items().flatMap((item) => {
    if (isJsonType(item.value)) return [item.value]
    item.report(`must be one of ${jsonTypes.join(', ')}`)
    return []
  })
  if (types.length === 0 || new Set(types).size < types.length) type.report('must list each type once')
  if (types.includes('integer') && types.includes('number'))
    type.report('every integer is a number, so integer is redundant')
  cursor.rejectOtherKeys(
    ['type', ...types.flatMap((name) => keywordsByType[name]), ...annotations],
    `a schema of type ${types.join(' or ')}`,
  )
  return { kind: 'types', alternatives: types.map((name) => readOfType(cursor, name)), path: cursor.path }
}

function readOfType(cursor: Cursor, type: JsonType): Schema {
  switch (type) {
    case 'string':
      return readString(cursor)
    case 'number':
    case 'integer':
      return readNumber(cursor, type)
    case 'array':
      return readArray(cursor, readSchema)
    case 'object':
      return readObject(cursor, readSchema)
    case 'boolean':
    case 'null':
      return { kind: type, path: cursor.path }
  }
}
