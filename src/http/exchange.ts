import type { Method } from './operation.ts'
import type { RateHeaders } from './rate-limit.ts'
import { requestIdOf } from './request-id.ts'
import { type Target, targetOf } from './target.ts'

/** One request, and what becomes known of it on its way. */
export interface Exchange {
  readonly request: Request
  readonly target: Target
  readonly requestId: string
  /** Of `performance.now()`. */
  readonly startedAt: number
  /** Who asks, once a token was accepted. */
  userId: string | undefined
  /** Once the request was counted. */
  rate: RateHeaders | undefined
}

/** The methods that the binder gives to Elysia by name; what else HTTP has, falls under `ALL`. */
export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** The methods of a path, for `Allow`: `HEAD` comes with `GET`, and `OPTIONS` with every path. */
export function allowOf(declared: readonly Method[]): string {
  const upper: readonly string[] = declared.map((method) => method.toUpperCase())
  const allowed = methods.filter(
    (method) => method === 'OPTIONS' || upper.includes(method === 'HEAD' ? 'GET' : method),
  )
  return allowed.join(', ')
}

/** Starts the exchange of a request that has just come in. */
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
