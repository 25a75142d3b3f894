import { Kind, type TSchema } from '@sinclair/typebox'
import { type ValueError, ValueErrorType } from '@sinclair/typebox/errors'
import { countText } from '#lib/count-text.ts'
import type { FieldCode } from './field-problems.ts'
import { type TextFault, textFault } from './json-schema.ts'
import { memberFault, memberRuleOf } from './member-rules.ts'

/** A problem with a value: a code and a message. */
export type CodedMessage = readonly [code: FieldCode, message: string]

/** The allowed values, if the schema is an enum; including null, if it is an enum or null. */
export function choices(schema: TSchema): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum
  if ('const' in schema) return [schema.const]
  if (!Array.isArray(schema.anyOf)) return undefined
  const values: unknown[] = []
  for (const variant of schema.anyOf) {
    const inner = variant.type === 'null' ? [null] : choices(variant)
    if (inner === undefined) return undefined
    values.push(...inner)
  }
  return values
}

/** The problem of a value that is none of these. */
export function enumMessage(values: readonly unknown[]): CodedMessage {
  const list = values.map((value) => JSON.stringify(value)).join(', ')
  return ['enum', values.length === 1 ? `Must be ${list}.` : `Must be one of ${list}.`]
}

/** Explains a TypeBox error to the sender of the value, without revealing the value. */
export function messageOf({ type, schema, value }: ValueError): CodedMessage {
  switch (type) {
    case ValueErrorType.ObjectRequiredProperty:
      return ['required', 'Is required.']
    case ValueErrorType.ObjectAdditionalProperties:
    case ValueErrorType.IntersectUnevaluatedProperties:
      return ['unknown_field', 'Is not a field of this object.']
    case ValueErrorType.ObjectMinProperties:
      return ['min_items', `Must have at least ${countText(schema.minProperties, 'field')}.`]
    case ValueErrorType.ObjectMaxProperties:
      return ['max_items', `Must have at most ${countText(schema.maxProperties, 'field')}.`]
    case ValueErrorType.ArrayMinItems:
      return ['min_items', `Must have at least ${countText(schema.minItems, 'item')}.`]
    case ValueErrorType.ArrayMaxItems:
      return ['max_items', `Must have at most ${countText(schema.maxItems, 'item')}.`]
    case ValueErrorType.ArrayUniqueItems:
      return ['unique', 'Must not contain duplicates.']
    case ValueErrorType.StringMinLength:
      return textMessage(schema, 'min_length')
    case ValueErrorType.StringMaxLength:
      return textMessage(schema, 'max_length')
    case ValueErrorType.StringPattern:
      return textMessage(schema, 'pattern')
    case ValueErrorType.StringFormat:
    case ValueErrorType.StringFormatUnknown:
      return textMessage(schema, 'format')
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
      return kindMessage(schema, value)
    default:
      return typeMessage(schema)
  }
}

/** The location and kind of a broken rule of `withRules`; undefined for any other error. */
export function brokenRule({ schema, value }: ValueError): { member: string; message: string } | undefined {
  const rule = memberRuleOf(schema)
  if (!rule) return undefined
  const [first, second] = rule.names
  return memberFault(rule, value) === 'both'
    ? { member: `/${second}`, message: `Specify ${first} or ${second}, not both.` }
    : { member: '', message: `Specify ${first} or ${second}.` }
}

/** The message for a schema of a kind that `json-schema.ts` defines. */
function kindMessage(schema: TSchema, value: unknown): CodedMessage {
  if (schema[Kind] === 'File' && value instanceof Blob) return ['file_empty', 'Must not be empty.']
  if (schema[Kind] === 'Distinct') return ['unique', 'Must not contain duplicates.']
  const fault = schema[Kind] === 'Text' ? textFault(schema, value) : undefined
  return fault === undefined || fault === 'type' ? typeMessage(schema) : textMessage(schema, fault)
}

function textMessage(schema: TSchema, fault: Exclude<TextFault, 'type'>): CodedMessage {
  switch (fault) {
    case 'min_length':
      return [
        fault,
        schema.minLength === 1
          ? 'Must not be empty.'
          : `Must have at least ${countText(schema.minLength, 'character')}.`,
      ]
    case 'max_length':
      return [fault, `Must have at most ${countText(schema.maxLength, 'character')}.`]
    case 'pattern':
      if (schema.requirement !== undefined) return [fault, `Must ${schema.requirement}.`]
      // The name of a format is easier to understand than the pattern next to it.
      return schema.format === undefined
        ? [fault, `Must match the pattern ${schema.pattern}`]
        : textMessage(schema, 'format')
    case 'format':
      return [fault, `Must be in the format ${schema.format}.`]
  }
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'an array',
  file: 'a file',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

function typeMessage(schema: TSchema): CodedMessage {
  const allowed = choices(schema)
  if (allowed) return enumMessage(allowed)
  const words = typeof schema.type === 'string' ? typeWords[schema.type] : undefined
  return ['type', words === undefined ? 'Must have a different type.' : `Must be ${words}.`]
}
