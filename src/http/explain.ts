import { Kind, type TSchema } from '@sinclair/typebox'
import { type ValueError, ValueErrorType } from '@sinclair/typebox/errors'
import type { FieldCode, FieldProblems, Place } from './field-problems.ts'
import { type TextFault, textFault } from './json-schema.ts'
import { pointerTo } from './pointer.ts'
import type { Check } from './schema-check.ts'

type Explanation = readonly [code: FieldCode, message: string]

/** The values that an enum allows, if the schema is one. */
function choices(schema: TSchema): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum
  if ('const' in schema) return [schema.const]
  if (!Array.isArray(schema.anyOf)) return undefined
  const constants = schema.anyOf.map((variant: TSchema) => variant.const)
  return constants.every((constant: unknown) => constant !== undefined) ? constants : undefined
}

function oneOf(values: readonly unknown[]): Explanation {
  const shown = values.map((value) => JSON.stringify(value)).join(', ')
  return ['enum', values.length === 1 ? `Must be ${shown}.` : `Must be one of ${shown}.`]
}

/** How an error of TypeBox reads to the one who sent the value. Nothing of the value is in it. */
function explanation({ type, schema, value }: ValueError): Explanation {
  switch (type) {
    case ValueErrorType.ObjectRequiredProperty:
      return ['required', 'Is required.']
    case ValueErrorType.ObjectAdditionalProperties:
    case ValueErrorType.IntersectUnevaluatedProperties:
      return ['unknown_field', 'Is not a field of this object.']
    case ValueErrorType.ObjectMinProperties:
      return ['min_items', `Must have at least ${schema.minProperties} fields.`]
    case ValueErrorType.ObjectMaxProperties:
      return ['max_items', `Must have at most ${schema.maxProperties} fields.`]
    case ValueErrorType.ArrayMinItems:
      return ['min_items', `Must have at least ${schema.minItems} of them.`]
    case ValueErrorType.ArrayMaxItems:
      return ['max_items', `Must have at most ${schema.maxItems} of them.`]
    case ValueErrorType.ArrayUniqueItems:
      return ['unique', 'Must not have an item twice.']
    case ValueErrorType.StringMinLength:
      return textExplanation(schema, 'min_length')
    case ValueErrorType.StringMaxLength:
      return textExplanation(schema, 'max_length')
    case ValueErrorType.StringPattern:
      return textExplanation(schema, 'pattern')
    case ValueErrorType.StringFormat:
    case ValueErrorType.StringFormatUnknown:
      return textExplanation(schema, 'format')
    case ValueErrorType.IntegerMinimum:
    case ValueErrorType.NumberMinimum:
      return ['minimum', `Must be at least ${schema.minimum}.`]
    case ValueErrorType.IntegerExclusiveMinimum:
    case ValueErrorType.NumberExclusiveMinimum:
      return ['minimum', `Must be more than ${schema.exclusiveMinimum}.`]
    case ValueErrorType.IntegerMaximum:
    case ValueErrorType.NumberMaximum:
      return ['maximum', `Must be at most ${schema.maximum}.`]
    case ValueErrorType.IntegerExclusiveMaximum:
    case ValueErrorType.NumberExclusiveMaximum:
      return ['maximum', `Must be less than ${schema.exclusiveMaximum}.`]
    case ValueErrorType.IntegerMultipleOf:
    case ValueErrorType.NumberMultipleOf:
      return ['multiple_of', `Must be a multiple of ${schema.multipleOf}.`]
    case ValueErrorType.Kind:
      return kindExplanation(schema, value)
    default:
      return typeExplanation(schema)
  }
}

/** The kinds of `json-schema.ts`. */
function kindExplanation(schema: TSchema, value: unknown): Explanation {
  if (schema[Kind] === 'Distinct') return ['unique', 'Must not have an item twice.']
  const fault = schema[Kind] === 'Text' ? textFault(schema, value) : undefined
  return fault === undefined || fault === 'type' ? typeExplanation(schema) : textExplanation(schema, fault)
}

function textExplanation(schema: TSchema, fault: Exclude<TextFault, 'type'>): Explanation {
  switch (fault) {
    case 'min_length':
      return [
        fault,
        schema.minLength === 1 ? 'Must not be empty.' : `Must have at least ${schema.minLength} characters.`,
      ]
    case 'max_length':
      return [fault, `Must have at most ${schema.maxLength} characters.`]
    case 'pattern':
      // A format that comes with a pattern says the same in a word that people know.
      return schema.format === undefined
        ? [fault, `Must match the pattern ${schema.pattern}`]
        : textExplanation(schema, 'format')
    case 'format':
      return [fault, `Must be in the format ${schema.format}.`]
  }
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'text',
}

function typeExplanation(schema: TSchema): Explanation {
  const allowed = choices(schema)
  if (allowed) return oneOf(allowed)
  const words = typeof schema.type === 'string' ? typeWords[schema.type] : undefined
  return ['type', words === undefined ? 'Is not of the right type.' : `Must be ${words}.`]
}

function isTypeError(error: ValueError): boolean {
  return error.type !== ValueErrorType.Union && explanation(error)[0] === 'type'
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The property that holds a literal in every variant of a union of objects. */
function discriminatorOf(variants: readonly TSchema[]): string | undefined {
  const names = Object.keys(variants[0]?.properties ?? {})
  return names.find((name) => variants.every((variant) => choices(variant.properties?.[name] ?? {})))
}

/** Adds what is wrong with a value that failed its check, one problem for each place and kind. */
class Explainer {
  readonly #problems: FieldProblems
  readonly #locate: (path: string) => readonly [place: Place, name: string]
  /** Places about whose inside there is nothing to say: the value isn't there. */
  readonly #missing = new Set<string>()

  constructor(problems: FieldProblems, locate: (path: string) => readonly [Place, string]) {
    this.#problems = problems
    this.#locate = locate
  }

  all(errors: Iterable<ValueError>): void {
    for (const error of errors) {
      if (this.#problems.full) return
      this.#one(error)
    }
  }

  #one(error: ValueError): void {
    if (this.#missing.has(error.path)) return
    // It only says that a member of an `allOf` failed, which has been told.
    if (error.type === ValueErrorType.Intersect) return
    if (error.type === ValueErrorType.ObjectRequiredProperty) this.#missing.add(error.path)
    if (error.type === ValueErrorType.Union && !choices(error.schema)) this.#union(error)
    else this.#add(error.path, ...explanation(error))
  }

  #add(path: string, code: FieldCode, message: string): void {
    const [place, name] = this.#locate(path)
    this.#problems.add(place, name, code, message)
  }

  /** Says what is wrong with the variant that the value was meant to be. */
  #union(error: ValueError): void {
    const variants: readonly TSchema[] = error.schema.anyOf
    const discriminator = discriminatorOf(variants)
    if (discriminator === undefined) this.#nearest(error)
    else if (isObject(error.value)) this.#chosen(error, error.value, variants, discriminator)
    else this.#add(error.path, 'type', 'Must be an object.')
  }

  #chosen(
    { path, errors }: ValueError,
    value: Fields,
    variants: readonly TSchema[],
    discriminator: string,
  ): void {
    const place = `${path}/${discriminator}`
    const options = variants.map((variant) => choices(variant.properties[discriminator]) ?? [])
    const iterator = errors[options.findIndex((allowed) => allowed.includes(value[discriminator]))]
    if (iterator !== undefined) this.all(iterator)
    else if (Object.hasOwn(value, discriminator)) this.#add(place, ...oneOf(options.flat()))
    else this.#add(place, 'required', 'Is required.')
  }

  /** Without a discriminator: a variant of the value's own type, else any, and of those the one with the fewest errors. */
  #nearest({ path, errors: variants }: ValueError): void {
    let nearest: readonly ValueError[] = []
    let least = Number.POSITIVE_INFINITY
    for (const variant of variants) {
      const errors = [...take(variant, 50)].filter((error) => error.type !== ValueErrorType.Intersect)
      const isOtherType = errors.some((error) => error.path === path && isTypeError(error))
      const distance = errors.length + (isOtherType ? 100 : 0)
      if (distance >= least) continue
      least = distance
      nearest = errors
    }
    this.all(nearest)
  }
}

function* take<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let taken = 0
  for (const item of items) {
    if (taken++ === most) return
    yield item
  }
}

/** TypeBox's own path, with names that aren't safe to give back cut off. */
function safePointer(path: string): string {
  if (path === '') return path
  const names = path.slice(1).split('/')
  return names.reduce(
    (parent, name) => pointerTo(parent, name.replaceAll('~1', '/').replaceAll('~0', '~')),
    '',
  )
}

/**
 * Adds what is wrong with a value that failed its check: by JSON Pointer for a body, and under the parameter's name for
 * a parameter or header.
 */
export function explain(
  check: Check,
  value: unknown,
  problems: FieldProblems,
  place: Place = 'pointer',
  name = '',
): void {
  const locate = (path: string) =>
    place === 'pointer' ? ([place, safePointer(path)] as const) : ([place, name] as const)
  new Explainer(problems, locate).all(check.Errors(value))
}
