import type { TSchema } from '@sinclair/typebox'
import { isJson } from './body.ts'
import { firstFaulty, isLongList, type LongList } from './long-list.ts'
import type { Operation, ResponseSpec } from './operation.ts'
import type { Reply } from './reply.ts'
import { checkOf } from './schema-check.ts'

/** An answer that the contract doesn't declare: a defect of ours. The message names the place, never the value. */
export class ContractViolation extends Error {}

/** Why an answer isn't one that the contract declares, or `undefined` if it is. */
export type Violation = string | undefined

/** Tells the violation of an answer; later where its body is a long list. */
export type AnswerCheck = (
  reply: Reply,
  headers: Readonly<Record<string, string>>,
) => Violation | Promise<Violation>

/** Headers that stand outside of an operation's contract: of the body and of CORS. */
const ambient = /^(content-type$|content-length$|access-control-)/i

function bodyViolation(
  reply: Reply,
  content: Readonly<Record<string, TSchema>> | undefined,
): Violation | Promise<Violation> {
  if (content === undefined) return reply.body === null ? undefined : 'a body is not declared'
  if (reply.mediaType === undefined) return 'the body is missing'
  const schema = content[reply.mediaType]
  if (schema === undefined) return `the media type ${reply.mediaType} is not declared`
  if (!isJson(reply.mediaType) || reply.value === undefined) return undefined
  const item: TSchema | undefined = schema.properties?.items?.items
  return item !== undefined && isLongList(reply.value)
    ? longListViolation(schema, item, reply.value)
    : valueViolation(schema, reply.value)
}

/** Each item for itself, and then the rest with the first of them. */
async function longListViolation(schema: TSchema, item: TSchema, value: LongList): Promise<Violation> {
  const { items } = value
  const check = checkOf(item)
  const faulty = await firstFaulty(items, (one) => check.Check(one))
  return faulty === undefined
    ? valueViolation(schema, { ...value, items: items.slice(0, 1) })
    : valueViolation(item, items[faulty], `/items/${faulty}`)
}

function valueViolation(schema: TSchema, value: unknown, place = ''): Violation {
  const check = checkOf(schema)
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

/** The check of an operation's answers. Schemas are compiled when a status is first answered. */
export function answerCheck({ responses }: Operation): AnswerCheck {
  return (reply, headers) => {
    const spec = responses[reply.status]
    if (spec === undefined) return 'the status is not declared'
    const found = bodyViolation(reply, spec.content)
    return found instanceof Promise
      ? found.then((late) => late ?? headerViolation(headers, spec.headers))
      : (found ?? headerViolation(headers, spec.headers))
  }
}

/** How far apart, in milliseconds, checks of one operation and status may be when the server is busy. */
const samplingInterval = 100

/**
 * Tells which answers to check where a violation is only logged: all of them, as long as an operation isn't answered more
 * often than ten times a second with one status, and about ten a second beyond that: a hundred checks a second of a workout
 * took a thirtieth of the time. `now` is of `performance.now()`.
 */
export function answerSampling(): (status: number, now: number) => boolean {
  const checkedAt = new Map<number, number>()
  return (status, now) => {
    const last = checkedAt.get(status)
    if (last !== undefined && now - last < samplingInterval) return false
    checkedAt.set(status, now)
    return true
  }
}
