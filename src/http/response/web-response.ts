import type { Exchange } from '../exchange.ts'
import type { Security } from '../operation.ts'
import type { CacheControl } from '../policies/cache-control.ts'
import { noneMatchNames } from '../policies/etag.ts'
import { addSharedHeaders, type SharedHeaders } from '../policies/shared-headers.ts'
import { type Reply, replyToError } from './outgoing.ts'
import { type AnswerCheck, ContractViolation, type Violation } from './response-check.ts'

/** What applies to all answers of an operation. */
export interface AnswerRules {
  readonly security: Security
  readonly cacheControl: CacheControl
  readonly check: AnswerCheck
  /** Whether to check this one; see `answerSampling`. */
  isChecked(status: number, now: number): boolean
  /** Whether `If-None-Match` may turn 200 into 304. */
  readonly conditional: boolean
}

/** What to do with an answer that the contract doesn't declare. */
export interface ViolationPolicy {
  readonly answers: 'throw' | 'log'
  onError(error: unknown, requestId: string): void
}

/** 304 instead of a 200 that the caller already has. */
function unlessMatched(reply: Reply, exchange: Exchange): Reply {
  const tag = reply.headers.ETag
  if (reply.status !== 200 || tag === undefined) return reply
  const header = exchange.request.headers.get('if-none-match')
  if (header === null || !noneMatchNames(header, tag)) return reply
  return { status: 304, mediaType: undefined, headers: { ETag: tag }, body: null }
}

/** All headers of an answer: the operation's own, and those that every answer has. */
export function headersOf(
  reply: Reply,
  exchange: Exchange,
  shared: SharedHeaders,
  rules?: AnswerRules,
): Record<string, string> {
  const { headers } = reply
  if (reply.mediaType !== undefined) {
    headers['Content-Type'] = reply.mediaType.startsWith('text/')
      ? `${reply.mediaType}; charset=utf-8`
      : reply.mediaType
  }
  headers['X-Request-Id'] = exchange.requestId
  headers['Cache-Control'] ??= rules?.cacheControl(reply.status, exchange.userId !== undefined) ?? 'no-store'
  headers.Vary = rules === undefined || rules.security === 'none' ? 'Origin' : 'Authorization, Origin'
  if (exchange.rate !== undefined) {
    headers['RateLimit-Policy'] = exchange.rate['RateLimit-Policy']
    headers.RateLimit = exchange.rate.RateLimit
  }
  addSharedHeaders(headers, exchange.request, shared)
  return headers
}

/** Checks an answer against the contract, and completes its headers; asynchronously if there is much to check. */
export function completeReply(
  given: Reply,
  exchange: Exchange,
  shared: SharedHeaders,
  rules: AnswerRules,
  policy: ViolationPolicy,
): Reply | Promise<Reply> {
  const reply = rules.conditional ? unlessMatched(given, exchange) : given
  const headers = headersOf(reply, exchange, shared, rules)
  if (!rules.isChecked(reply.status, exchange.startedAt)) return reply
  const judged = (violation: Violation): Reply => {
    if (violation === undefined) return reply
    const error = new ContractViolation(`${reply.status}: ${violation}`)
    if (policy.answers === 'log') {
      policy.onError(error, exchange.requestId)
      return reply
    }
    const instead = replyToError(exchange, error, policy.onError)
    headersOf(instead, exchange, shared, rules)
    return instead
  }
  const violation = rules.check(reply, headers)
  return violation instanceof Promise ? violation.then(judged) : judged(violation)
}

/** The response for a complete reply; for `HEAD` without its body, but with its length. */
export function responseOf({ status, headers, body }: Reply, head: boolean): Response {
  if (!head || body === null) return new Response(body, { status, headers })
  if (body instanceof ReadableStream) body.cancel().catch(() => undefined)
  else
    headers['Content-Length'] = String(typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength)
  return new Response(null, { status, headers })
}
