import { type TSchema, Type } from '@sinclair/typebox'
import { isObject } from '#lib/is-object.ts'
import type { ValidatedItem } from '../contract-types.ts'
import type { Operation } from '../operation.ts'
import { explain } from '../validation/explain.ts'
import { FieldProblems } from '../validation/field-problems.ts'
import { pointerTo } from '../validation/pointer.ts'
import { checkOf } from '../validation/schema-check.ts'
import { reportUnstorable } from './json.ts'

/** A body whose items were validated one by one. */
interface ValidatedBody {
  /** The problems outside the items. */
  readonly problems: FieldProblems
  /** The body, with each item of its list as a {@link ValidatedItem}. */
  readonly body: unknown
}

/** Validates a request's body; `unstorable` if parsing found a number or text that can't be stored. */
export type EachValidator = (body: unknown, unstorable: boolean) => ValidatedBody

/** The maximum number of problems reported per item; 50 for each of hundreds of items would be too many. */
const maxPerItem = 10

/** Creates the validator of an operation with `x-validate-each`; `undefined` for any other. */
export function eachValidator({ requestBody }: Operation): EachValidator | undefined {
  const each = requestBody?.validateEach
  // The generator ensures that the body is JSON and has the list and the ids.
  const schema = requestBody?.content['application/json']
  if (each === undefined || schema === undefined) return undefined
  const list: TSchema = schema.properties[each.list]
  const item: TSchema = list.items
  const id: TSchema = (item.anyOf?.[0] ?? item).properties[each.id]
  const anyItems = { ...list, items: Type.Unknown() }
  const envelope: TSchema = { ...schema, properties: { ...schema.properties, [each.list]: anyItems } }

  const validate = (value: unknown, index: number, unstorable: boolean): ValidatedItem<unknown> => {
    const pointer = pointerTo(pointerTo('', each.list), String(index))
    const problems = new FieldProblems(maxPerItem)
    if (unstorable) reportUnstorable(value, pointer, problems)
    const check = checkOf(item)
    if (!check.Check(value)) explain(check, value, problems, 'pointer', pointer)
    if (problems.list.length === 0) return { valid: true, item: value }
    const sentId = isObject(value) && Object.hasOwn(value, each.id) ? value[each.id] : undefined
    const hasValidId = typeof sentId === 'string' && checkOf(id).Check(sentId)
    return { valid: false, problems: problems.list, ...(hasValidId && { id: sentId }) }
  }

  return (body, unstorable) => {
    const problems = new FieldProblems()
    const { [each.list]: items, ...rest } = isObject(body) ? body : {}
    if (unstorable) reportUnstorable(isObject(body) ? rest : body, '', problems)
    const check = checkOf(envelope)
    if (!check.Check(body)) explain(check, body, problems)
    if (problems.list.length > 0 || !Array.isArray(items)) return { problems, body }
    const validated = items.map((value: unknown, index) => validate(value, index, unstorable))
    return { problems, body: { ...rest, [each.list]: validated } }
  }
}
