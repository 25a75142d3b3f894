import type { TSchema } from '@sinclair/typebox'
import { withParsedTexts } from '#lib/json-text.ts'
import type { Operation, ResponseSpec } from '../operation.ts'
import { isJson } from '../request/body.ts'
import { checkOf } from '../validation/schema-check.ts'
import { firstInvalid, isLongList, type LongList } from './long-list.ts'
import type { OutgoingResponse } from './outgoing.ts'

/**
 * A response that violates the contract, which is a bug in the server. The message contains the location
 * but never the value.
 */
export class ContractViolation extends Error {}

/** A description of how a response violates the contract; `undefined` if it doesn't. */
export type Violation = string | undefined

/** Checks a response; asynchronously if its body is a long list. */
export type ResponseCheck = (
  response: OutgoingResponse,
  headers: Readonly<Record<string, string>>,
) => Violation | Promise<Violation>

/** Headers about the body and for CORS, which no operation declares. */
const undeclaredNames = /^(content-type$|content-length$|access-control-)/i

function bodyViolation(
  response: OutgoingResponse,
  content: Readonly<Record<string, TSchema>> | undefined,
  maxItems: number,
): Violation | Promise<Violation> {
  if (content === undefined) return response.body === null ? undefined : 'a body is not declared'
  if (response.mediaType === undefined) return 'the body is missing'
  const schema = content[response.mediaType]
  if (schema === undefined) return `the media type ${response.mediaType} is not declared`
  if (!isJson(response.mediaType) || response.value === undefined) return undefined
  const item: TSchema | undefined = schema.properties?.items?.items
  return item !== undefined && isLongList(response.value)
    ? longListViolation(schema, item, response.value, maxItems)
    : valueViolation(schema, response.value)
}

/** Checks up to `maxItems` items separately, evenly spaced, then the rest of the body with only the first item. */
async function longListViolation(
  schema: TSchema,
  item: TSchema,
  value: LongList,
  maxItems: number,
): Promise<Violation> {
  const { items } = value
  const check = checkOf(item)
  const step = Math.max(1, Math.ceil(items.length / maxItems))
  const invalid = await firstInvalid(items, (unparsed) => check.Check(withParsedTexts(unparsed)), step)
  return invalid === undefined
    ? valueViolation(schema, { ...value, items: items.slice(0, 1) })
    : valueViolation(item, items[invalid], `/items/${invalid}`)
}

function valueViolation(schema: TSchema, body: unknown, pointer = ''): Violation {
  const check = checkOf(schema)
  const value = withParsedTexts(body)
  if (check.Check(value)) return undefined
  const first = check.Errors(value).First()
  return `the body at '${pointer}${first?.path ?? ''}': ${first?.message ?? 'does not match'}`
}

function headerViolation(
  headers: Readonly<Record<string, string>>,
  declared: ResponseSpec['headers'],
): string | undefined {
  for (const [name, { required, schema }] of Object.entries(declared)) {
    const value = headers[name]
    if (value === undefined) {
      if (required) return `the header ${name} is missing`
    } else if (!checkOf(schema).Check(value)) return `the header ${name} does not match`
  }
  const undeclared = Object.keys(headers).find(
    (name) => !Object.hasOwn(declared, name) && !undeclaredNames.test(name),
  )
  return undeclared && `the header ${undeclared} is not declared`
}

/**
 * Checks an operation's responses; in a long list, only `maxItems` items. A status's schema is compiled
 * when the status is first sent.
 */
export function responseCheck({ responses }: Operation, maxItems = Number.POSITIVE_INFINITY): ResponseCheck {
  return (response, headers) => {
    const spec = responses[response.status]
    if (spec === undefined) return 'the status is not declared'
    const violation = bodyViolation(response, spec.content, maxItems)
    return violation instanceof Promise
      ? violation.then((resolved) => resolved ?? headerViolation(headers, spec.headers))
      : (violation ?? headerViolation(headers, spec.headers))
  }
}

/**
 * The number of items of a long list to check if violations are only logged: checking all of a thousand workouts
 * took a third of the time of a pull.
 */
export const sampledItems = 20

/** The interval, in milliseconds, between checks of one operation and status when the server is busy. */
const samplingInterval = 100

/**
 * Decides which responses to check if violations are only logged: at most about ten a second per status of an
 * operation. Checking a hundred workouts a second took 3% of the CPU time. `now` is on the scale of
 * `performance.now()`.
 */
export function checkSampling(): (status: number, now: number) => boolean {
  const checkedAt = new Map<number, number>()
  return (status, now) => {
    const lastChecked = checkedAt.get(status)
    if (lastChecked !== undefined && now - lastChecked < samplingInterval) return false
    checkedAt.set(status, now)
    return true
  }
}
