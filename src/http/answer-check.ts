import type { TSchema } from '@sinclair/typebox'
import { isJson } from './body.ts'
import type { Operation, ResponseSpec } from './operation.ts'
import type { Reply } from './reply.ts'
import { type Check, checkOf } from './schema-check.ts'

/** An answer that the contract doesn't declare: a defect of ours. The message names the place, never the value. */
export class ContractViolation extends Error {}

/** Headers that stand outside of an operation's contract: transfer and CORS. */
const ambient = /^(content-type|content-length|access-control-)/i

/** Why an answer isn't one that the contract declares, or `undefined` if it is. */
export type AnswerCheck = (reply: Reply, headers: Readonly<Record<string, string>>) => string | undefined

function checkBody(reply: Reply, content: Readonly<Record<string, TSchema>>): string | undefined {
  if (reply.mediaType === undefined) return reply.body === null ? undefined : 'a body without a media type'
  const schema = content[reply.mediaType]
  if (schema === undefined) return `the media type ${reply.mediaType} is not declared`
  if (!isJson(reply.mediaType) || reply.value === undefined) return undefined
  const check = checkOf(schema)
  if (check.Check(reply.value)) return undefined
  const first = check.Errors(reply.value).First()
  return `the body at '${first?.path ?? ''}': ${first?.message ?? 'does not match'}`
}

function headerChecks(spec: ResponseSpec): (headers: Readonly<Record<string, string>>) => string | undefined {
  const checks: [name: string, required: boolean, check: Check][] = Object.entries(spec.headers).map(
    ([name, { required, schema }]) => [name, required, checkOf(schema)],
  )
  return (headers) => {
    for (const [name, required, check] of checks) {
      const value = headers[name]
      if (value === undefined) {
        if (required) return `the header ${name} is missing`
      } else if (!check.Check(value)) return `the header ${name} does not match`
    }
    for (const name in headers) {
      if (!(name in spec.headers) && !ambient.test(name)) return `the header ${name} is not declared`
    }
    return undefined
  }
}

/** Compiles the check of an operation's answers; each status when it is first answered. */
export function answerCheck(operation: Operation): AnswerCheck {
  const byStatus = new Map<number, AnswerCheck>()
  const compile = (status: number): AnswerCheck => {
    const spec = operation.responses[status]
    if (spec === undefined) return () => `the status ${status} is not declared`
    const checkHeaders = headerChecks(spec)
    const content = spec.content ?? {}
    const bodyless = spec.content === undefined
    return (reply, headers) => {
      const wrongBody = checkBody(reply, content)
      if (wrongBody !== undefined) return wrongBody
      if (!bodyless && reply.mediaType === undefined) return 'the body is missing'
      return checkHeaders(headers)
    }
  }
  return (reply, headers) => {
    const known = byStatus.get(reply.status)
    if (known) return known(reply, headers)
    const check = compile(reply.status)
    byStatus.set(reply.status, check)
    return check(reply, headers)
  }
}
