import type { CreateLimiter, RatePolicy } from '#lib/limiter.ts'
import type { Schemes } from './operation.ts'
import type { CorsConfig } from './policies/cors.ts'
import type { Idempotency } from './policies/idempotency.ts'
import type { TokenFailure } from './request/bearer.ts'

/**
 * The part of a principal that the binder uses: the user's id, by which requests are counted. `kind`
 * discriminates principals.
 */
export interface AnyPrincipal {
  readonly kind: string
  readonly user: { readonly id: string }
}

/** The result of authenticating a token. */
export type Authentication<Principal> = Principal | { readonly kind: TokenFailure }

/**
 * The presumption, based on earlier requests, that a token is still good. It is made anew for each attempt to process a
 * request by a handler that `presumingSession` marks.
 */
export interface Presumption<Context, Principal> {
  readonly principal: Principal
  /** The handler's context in the attempt. It can save nothing unless the presumption is true. */
  readonly context: Context
  /**
   * Call it once, after the attempt. If it returns false, the attempt has saved nothing, and its outcome must not be
   * disclosed: the request has to be authenticated first.
   */
  conclude(): boolean
}

/** A completed request, for the access log and the metrics. */
export interface CompletedRequest {
  /** `undefined` if no operation has this path and method. */
  readonly operationId: string | undefined
  readonly method: string
  /** The path template from the contract; `undefined` if no path matched. */
  readonly route: string | undefined
  /** The status of the response. */
  readonly status: number
  /** Until the response was ready to be sent; the rest of a streamed body takes longer. */
  readonly durationMs: number
  readonly requestId: string
  readonly userId: string | undefined
}

/** What the app passes to the binder. */
export interface BinderDeps<Context, Principal extends AnyPrincipal> {
  /** Spread into every handler's request. */
  readonly context: Context
  /**
   * Authenticates a token by one of the security schemes that the operation accepts. It throws only when
   * the server itself fails.
   */
  authenticate(
    token: string,
    accepted: Schemes,
  ): Authentication<Principal> | Promise<Authentication<Principal>>
  /** Presumes that a token is still good; returns `undefined` if that isn't likely. Missing if it never saves time. */
  readonly presume?: ((token: string) => Presumption<Context, Principal> | undefined) | undefined
  readonly idempotency: Idempotency<Context, Principal>
  /** The policies that `x-rate-limit` names; `undefined` switches limits off. */
  readonly rateLimit: Readonly<Record<string, RatePolicy>> | undefined
  /** Creates the limiter of each policy; in memory by default. */
  readonly createLimiter?: CreateLimiter
  readonly cors: CorsConfig
  /** Whether the public URL is HTTPS; responses then have `Strict-Transport-Security`. */
  readonly https: boolean
  /** Addresses and CIDR networks whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[]
  /**
   * What to do if a response violates the contract: `throw` checks every response and sends 500 instead;
   * `log` sends and reports it, and checks only a sample of a long list and, when the server is busy, of responses.
   */
  readonly responseViolations: 'throw' | 'log'
  /** Called once per request, just before the response is sent. */
  onResponse(request: CompletedRequest): void
  /** Called with each unexpected error; the client isn't shown its details. */
  onError(error: unknown, requestId: string): void
}
