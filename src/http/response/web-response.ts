import type { Exchange } from '../exchange.ts'
import type { Security } from '../operation.ts'
import type { CacheControl } from '../policies/cache-control.ts'
import { matchedTag } from '../policies/etag.ts'
import { addSharedHeaders, type SharedHeaders } from '../policies/shared-headers.ts'
import { errorResponse, type OutgoingResponse } from './outgoing.ts'
import { ContractViolation, type ResponseCheck, type Violation } from './response-check.ts'

/** Rules for all responses of an operation. */
export interface ResponseRules {
  readonly security: Security
  readonly cacheControl: CacheControl
  readonly check: ResponseCheck
  /** Whether to check this response; see `checkSampling`. */
  isChecked(status: number, now: number): boolean
  /** Whether `If-None-Match` may turn 200 into 304. */
  readonly conditional: boolean
}

/** What to do if a response violates the contract. */
export interface ViolationPolicy {
  readonly violations: 'throw' | 'log'
  onError(error: unknown, requestId: string): void
}

/** Replaces a 200 that the client already has with 304. */
function applyIfNoneMatch(response: OutgoingResponse, exchange: Exchange): OutgoingResponse {
  const tag = response.headers.ETag
  if (response.status !== 200 || tag === undefined) return response
  const header = exchange.request.headers.get('if-none-match')
  const ETag = header === null ? undefined : matchedTag(header, tag)
  if (ETag === undefined) return response
  return { status: 304, mediaType: undefined, headers: { ETag }, body: null }
}

/** `Vary` of responses that don't depend on who asks. */
export const varyForAll = 'Accept-Encoding, Origin'
const varyByCaller = 'Accept-Encoding, Authorization, Origin'

/** All headers of a response: the operation's own, and those that every response has. */
export function headersOf(
  response: OutgoingResponse,
  exchange: Exchange,
  shared: SharedHeaders,
  rules?: ResponseRules,
): Record<string, string> {
  const { headers } = response
  if (response.mediaType !== undefined) {
    headers['Content-Type'] = response.mediaType.startsWith('text/')
      ? `${response.mediaType}; charset=utf-8`
      : response.mediaType
  }
  headers['X-Request-Id'] = exchange.requestId
  headers['Cache-Control'] ??=
    rules?.cacheControl(response.status, exchange.userId !== undefined) ?? 'no-store'
  headers.Vary = rules === undefined || rules.security === 'none' ? varyForAll : varyByCaller
  if (exchange.rate !== undefined) {
    headers['RateLimit-Policy'] = exchange.rate['RateLimit-Policy']
    headers.RateLimit = exchange.rate.RateLimit
  }
  addSharedHeaders(headers, exchange.request, shared)
  return headers
}

/**
 * Replaces a 200 that the client already has with 304, completes the headers, and checks the response against the
 * contract; asynchronously if it is a long list.
 */
export function completeResponse(
  unconditional: OutgoingResponse,
  exchange: Exchange,
  shared: SharedHeaders,
  rules: ResponseRules,
  policy: ViolationPolicy,
): OutgoingResponse | Promise<OutgoingResponse> {
  const response = rules.conditional ? applyIfNoneMatch(unconditional, exchange) : unconditional
  const headers = headersOf(response, exchange, shared, rules)
  if (!rules.isChecked(response.status, exchange.startedAt)) return response
  const afterCheck = (violation: Violation): OutgoingResponse => {
    if (violation === undefined) return response
    const error = new ContractViolation(`${response.status}: ${violation}`)
    if (policy.violations === 'log') {
      policy.onError(error, exchange.requestId)
      return response
    }
    const problem = errorResponse(exchange, error, policy.onError)
    headersOf(problem, exchange, shared, rules)
    return problem
  }
  const violation = rules.check(response, headers)
  return violation instanceof Promise ? violation.then(afterCheck) : afterCheck(violation)
}

/** The response as Bun sends it; for `HEAD` without its body, but with its length if it is known. */
export function webResponse({ status, headers, body }: OutgoingResponse, isHead: boolean): Response {
  if (!isHead || body === null) return new Response(body, { status, headers })
  if (body instanceof ReadableStream) {
    body.cancel().catch(() => undefined)
    // Otherwise, Bun sends Content-Length: 0, but HEAD may only state the length of GET's body (RFC 9110, section 8.6).
    headers['Transfer-Encoding'] = 'chunked'
  } else {
    headers['Content-Length'] = String(typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength)
  }
  return new Response(null, { status, headers })
}
