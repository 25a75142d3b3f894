import type { Json } from '../json.ts'

/** The types of JSON Schema. */
export const TYPES = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'] as const

/** A type of JSON Schema. */
export type JsonType = (typeof TYPES)[number]

export function isJsonType(value: Json | undefined): value is JsonType {
  return TYPES.some((type) => type === value)
}

/**
 * Annotations, which don't validate anything. Generators of clients name enum values by
 * `x-enum-varnames`.
 */
export const ANNOTATIONS = [
  'title',
  'description',
  'deprecated',
  'default',
  'example',
  'examples',
  'x-enum-varnames',
] as const

const NUMBER = ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const

/** The keywords supported by `readRules` and `readCases`. */
const RULES = ['not', 'if', 'then', 'else'] as const

/** The supported keywords of each type. */
export const KEYWORDS: Record<JsonType, readonly string[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'contentMediaType', 'x-secret'],
  number: NUMBER,
  integer: NUMBER,
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties', ...RULES],
}
