import type { Json } from '../json.ts'

/** The types of JSON Schema. */
export const jsonTypes = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'] as const

/** A type of JSON Schema. */
export type JsonType = (typeof jsonTypes)[number]

export function isJsonType(value: Json | undefined): value is JsonType {
  return jsonTypes.some((type) => type === value)
}

/**
 * Annotations, which don't validate anything. Client generators name enum values by
 * `x-enum-varnames`.
 */
export const annotations = [
  'title',
  'description',
  'deprecated',
  'default',
  'example',
  'examples',
  'x-enum-varnames',
] as const

const numberKeywords = [
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
] as const

/** The keywords supported by `readRules` and `readCases`. */
const ruleKeywords = ['not', 'if', 'then', 'else'] as const

/** The supported keywords of each type. */
export const keywordsByType: Record<JsonType, readonly string[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'x-requirement', 'format', 'contentMediaType', 'x-secret'],
  number: numberKeywords,
  integer: numberKeywords,
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: [
    'properties',
    'required',
    'additionalProperties',
    'minProperties',
    'maxProperties',
    ...ruleKeywords,
  ],
}
