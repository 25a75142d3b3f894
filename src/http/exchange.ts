import type { Method } from './operation.ts'
import type { RateHeaders } from './policies/rate-limit.ts'
import { requestIdOf } from './request/request-id.ts'
import { type Target, targetOf } from './request/target.ts'

/** One request and the facts collected while it is processed. */
export interface Exchange {
  readonly request: Request
  readonly target: Target
  readonly requestId: string
  /** On the scale of `performance.now()`. */
  readonly startedAt: number
  /** The caller, once their token has been accepted. */
  userId: string | undefined
  /** Set once the request has been counted. */
  rate: RateHeaders | undefined
}

/** The methods that the binder registers with Elysia by name; any other goes to `ALL`. */
export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** The `Allow` header of a path: `GET` implies `HEAD`, and every path has `OPTIONS`. */
export function allowOf(declared: readonly Method[]): string {
  const declaredNames: readonly string[] = declared.map((method) => method.toUpperCase())
  const allowed = methods.filter(
    (method) => method === 'OPTIONS' || declaredNames.includes(method === 'HEAD' ? 'GET' : method),
  )
  return allowed.join(', ')
}

/** Starts the exchange of a request that has just arrived. */
export function exchangeOf(request: Request): Exchange {
  return {
    request,
    target: targetOf(request.url),
    requestId: requestIdOf(request),
    startedAt: performance.now(),
    userId: undefined,
    rate: undefined,
  }
}
