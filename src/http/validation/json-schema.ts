import {
  Kind,
  type ObjectOptions,
  type Static,
  type TIntersect,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnsafe,
  Type,
  TypeRegistry,
} from '@sinclair/typebox'
import { canonicalJson } from '#lib/canonical-json.ts'
import { type FormatName, formats } from './formats.ts'

/**
 * Custom TypeBox kinds for the generated schemas, where JSON Schema 2020-12 and TypeBox disagree.
 * `Type.String` counts UTF-16 units where JSON Schema counts code points, and compiles patterns without
 * the `u` flag; `uniqueItems` compares hashes under which `'䅂'` equals `'AB'`; `Type.Intersect` reads
 * property names as patterns.
 */

/** The keywords of a `text` schema. */
export interface TextOptions {
  /** In code points. */
  readonly minLength?: number
  /** In code points. */
  readonly maxLength?: number
  /** ECMA-262 with the `u` flag; not anchored. */
  readonly pattern?: string
  /** What the pattern requires, for the message "Must …". */
  readonly requirement?: string
  readonly format?: FormatName
  readonly default?: string
}

/** The keyword that a string violates. */
export type TextFault = 'type' | 'min_length' | 'max_length' | 'pattern' | 'format'

const patterns = new Map<string, RegExp>()

function compilePattern(pattern: string): RegExp {
  const cached = patterns.get(pattern)
  if (cached) return cached
  const regExp = new RegExp(pattern, 'u')
  patterns.set(pattern, regExp)
  return regExp
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The first keyword of a `text` schema that the value violates, if any. */
export function textFault(schema: TextOptions, value: unknown): TextFault | undefined {
  if (typeof value !== 'string') return 'type'
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = schema
  // A code point takes one or two units: usually, the length in units is enough to know.
  if (value.length < minLength) return 'min_length'
  if (value.length > maxLength * 2) return 'max_length'
  if (value.length > maxLength || value.length < minLength * 2) {
    const length = countCodePoints(value)
    if (length < minLength) return 'min_length'
    if (length > maxLength) return 'max_length'
  }
  if (pattern !== undefined && !compilePattern(pattern).test(value)) return 'pattern'
  if (format !== undefined && !formats[format](value)) return 'format'
  return undefined
}

TypeRegistry.Set<TextOptions>('Text', (schema, value) => textFault(schema, value) === undefined)

/** A string with bounds or a pattern. Violations are errors of type `Kind`; `textFault` finds the keyword. */
export function text(options: TextOptions): TUnsafe<string> {
  return Type.Unsafe<string>({ type: 'string', ...options, [Kind]: 'Text' })
}

/** Whether no two items of an array are the same JSON value; true for anything else. */
export function isDistinct(value: unknown): boolean {
  return !Array.isArray(value) || new Set(value.map(canonicalJson)).size === value.length
}

/** The keywords of a `file` schema. */
export interface FileOptions {
  /** In bytes. */
  readonly minLength?: number
}

TypeRegistry.Set<FileOptions>(
  'File',
  ({ minLength = 0 }, value) => value instanceof Blob && value.size >= minLength,
)

/** A file, as a part of `multipart/form-data`. */
export function file(options: FileOptions = {}): TUnsafe<Blob> {
  return Type.Unsafe<Blob>({ type: 'file', ...options, [Kind]: 'File' })
}

TypeRegistry.Set('Distinct', (_, value) => isDistinct(value))

/** `uniqueItems: true`, to be intersected with the array. A duplicate is an error of type `Kind`. */
export const distinct = Type.Unsafe<unknown>({ uniqueItems: true, [Kind]: 'Distinct' })

/**
 * `allOf` of open objects without shared properties, as one object: `additionalProperties: false` in the
 * options corresponds to the contract's `unevaluatedProperties: false`.
 */
export function allOf<Members extends TObject[]>(
  members: [...Members],
  options: ObjectOptions = {},
): TUnsafe<Static<TIntersect<Members>>> {
  const properties: Record<string, TSchema> = Object.assign({}, ...members.map((member) => member.properties))
  return Type.Unsafe<Static<TIntersect<Members>>>(Type.Object(properties, options))
}

/**
 * An object with properties and any other members (`additionalProperties: true`), typed as openapi-typescript
 * does.
 */
export function openObject<Properties extends TProperties>(
  properties: Properties,
  options: ObjectOptions = {},
): TUnsafe<Static<TObject<Properties>> & { [key: string]: unknown }> {
  return Type.Unsafe<Static<TObject<Properties>> & { [key: string]: unknown }>(
    Type.Object(properties, { ...options, additionalProperties: true }),
  )
}
