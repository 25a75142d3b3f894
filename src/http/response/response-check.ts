import type { TSchema } from '@sinclair/typebox'
import { parsed } from '#lib/json-text.ts'
import type { Operation, ResponseSpec } from '../operation.ts'
import { isJson } from '../request/body.ts'
import { checkOf } from '../validation/schema-check.ts'
import { firstFaulty, isLongList, type LongList } from './long-list.ts'
import type { OutgoingResponse } from './outgoing.ts'

/**
 * A response that violates the contract, which is a bug in the server. The message contains the location
 * but never the value.
 */
export class ContractViolation extends Error {}

/** How a response violates the contract; `undefined` if it doesn't. */
export type Violation = string | undefined

/** Checks a response; asynchronously if its body is a long list. */
export type ResponseCheck = (
  response: OutgoingResponse,
  headers: Readonly<Record<string, string>>,
) => Violation | Promise<Violation>

/** Headers that no operation declares, for the body and CORS. */
const ambient = /^(content-type$|content-length$|access-control-)/i

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
  const faulty = await firstFaulty(items, (one) => check.Check(parsed(one)), step)
  return faulty === undefined
    ? valueViolation(schema, { ...value, items: items.slice(0, 1) })
    : valueViolation(item, items[faulty], `/items/${faulty}`)
}

function valueViolation(schema: TSchema, given: unknown, place = ''): Violation {
  const check = checkOf(schema)
  const value = parsed(given)
  if (check.Check(value)) return undefined
  const first = check.Errors(value).First()
  return `the body at '${place}${first?.path ?? ''}': ${first?.message ?? 'does not match'}`
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
  const stranger = Object.keys(headers).find((name) => !Object.hasOwn(declared, name) && !ambient.test(name))
  return stranger && `the header ${stranger} is not declared`
}

/**
 * Checks an operation's responses; in a long list, only `maxItems` items. A status's schema is compiled
 * when the status is first sent.
 */
export function responseCheck({ responses }: Operation, maxItems = Number.POSITIVE_INFINITY): ResponseCheck {
  return (response, headers) => {
    const spec = responses[response.status]
    if (spec === undefined) return 'the status is not declared'
    const found = bodyViolation(response, spec.content, maxItems)
    return found instanceof Promise
      ? found.then((late) => late ?? headerViolation(headers, spec.headers))
      : (found ?? headerViolation(headers, spec.headers))
  }
}

/**
 * The number of items of a long list to check if violations are only logged, because checking a thousand
 * workouts took a third of the time of a pull.
 */
export const sampledItems = 20

/** The interval, in milliseconds, between checks of one operation and status when the server is busy. */
const samplingInterval = 100

/**
 * Decides which responses to check where a violation is only logged: all of them up to ten a second per
 * operation and status, then about ten a second. A hundred checks of a workout per second took a
 * thirtieth of the CPU time. `now` is on the scale of `performance.now()`.
 */
export function checkSampling(): (status: number, now: number) => boolean {
  const checkedAt = new Map<number, number>()
  return (status, now) => {
    const last = checkedAt.get(status)
    if (last !== undefined && now - last < samplingInterval) return false
    checkedAt.set(status, now)
    return true
  }
}
