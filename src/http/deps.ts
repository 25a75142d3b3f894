import type { TokenFailure } from './bearer.ts'
import type { CorsConfig } from './cors.ts'
import type { Idempotency } from './idempotency.ts'
import type { RatePolicy } from './rate-limit.ts'

/** The least that the binder has to know of who asks: by whom limits count. */
export interface AnyPrincipal {
  readonly user: { readonly id: string }
}

/** What became of a token. */
export type Authentication<Principal> = { readonly principal: Principal } | { readonly failure: TokenFailure }

/** One request, answered: for the access log and the metrics. */
export interface Answered {
  /** `undefined` for a path or method that no operation has. */
  readonly operationId: string | undefined
  readonly method: string
  /** The path as the contract spells it; `undefined` when no path matched. */
  readonly route: string | undefined
  /** Of the answer that was sent. */
  readonly status: number
  /** From the first byte of work to the answer; a streamed body goes on after it. */
  readonly durationMs: number
  readonly requestId: string
  readonly userId: string | undefined
}

/** What the app gives the binder. */
export interface BinderDeps<Context, Principal extends AnyPrincipal> {
  /** Handed to every handler, spread into its request. */
  readonly context: Context
  /** Judges an access token. Throwing is for failures of ours. */
  authenticate(token: string): Authentication<Principal> | Promise<Authentication<Principal>>
  readonly idempotency: Idempotency<Context, Principal>
  /** The policies that `x-rate-limit` names; `undefined` switches limits off. */
  readonly rateLimit: Readonly<Record<string, RatePolicy>> | undefined
  readonly cors: CorsConfig
  /** Addresses and CIDR networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /**
   * What to do with an answer that isn't as the contract says: `throw` checks each and answers 500 instead; `log` sends it
   * and reports it, and checks no more than a sample when the server is busy.
   */
  readonly answers: 'throw' | 'log'
  /** Called once for each request, with what was sent. */
  onAnswer(answered: Answered): void
  /** Called for every failure of ours, with the error that the client isn't shown. */
  onError(error: unknown, requestId: string): void
}
