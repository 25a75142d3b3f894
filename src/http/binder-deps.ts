import type { Schemes } from './operation.ts'
import type { CorsConfig } from './policies/cors.ts'
import type { Idempotency } from './policies/idempotency.ts'
import type { RatePolicy } from './policies/rate-limit.ts'
import type { TokenFailure } from './request/bearer.ts'

/** The least that the binder must know about the caller: whom limits count for. `kind` tells principals apart. */
export interface AnyPrincipal {
  readonly kind: string
  readonly user: { readonly id: string }
}

/** The result of authenticating a token. */
export type Authentication<Principal> = Principal | { readonly kind: TokenFailure }

/** A completed request, for the access log and the metrics. */
export interface CompletedRequest {
  /** `undefined` for a path or method that no operation has. */
  readonly operationId: string | undefined
  readonly method: string
  /** The path as the contract spells it; `undefined` if no path matched. */
  readonly route: string | undefined
  /** The status that was sent. */
  readonly status: number
  /** Up to the response's headers; a streamed body takes longer. */
  readonly durationMs: number
  readonly requestId: string
  readonly userId: string | undefined
}

/** What the app passes to the binder. */
export interface BinderDeps<Context, Principal extends AnyPrincipal> {
  /** Handed to every handler, spread into its request. */
  readonly context: Context
  /**
   * Authenticates a token by one of the security schemes that the operation accepts. It throws only when
   * something on our side fails.
   */
  authenticate(
    token: string,
    accepted: Schemes,
  ): Authentication<Principal> | Promise<Authentication<Principal>>
  readonly idempotency: Idempotency<Context, Principal>
  /** The policies that `x-rate-limit` names; `undefined` switches limits off. */
  readonly rateLimit: Readonly<Record<string, RatePolicy>> | undefined
  readonly cors: CorsConfig
  /** Whether the public reaches the app over HTTPS: browsers are then told to use nothing else. */
  readonly https: boolean
  /** Addresses and CIDR networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /**
   * What to do with a response that violates the contract: `throw` checks every response and sends 500 instead;
   * `log` sends it and reports it, and checks only a sample when the server is busy.
   */
  readonly responseViolations: 'throw' | 'log'
  /** Called once per request, with what was sent. */
  onResponse(request: CompletedRequest): void
  /** Called with each of our own failures, which the client isn't shown. */
  onError(error: unknown, requestId: string): void
}
