import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import type { CreateLimiter, RatePolicy } from '#lib/limiter.ts'
import { ProblemError } from '../response/problem-error.ts'

/** A client's remaining quota, in the headers of draft-ietf-httpapi-ratelimit-headers-10 and later. */
export type RateHeaders = Readonly<Record<'RateLimit-Policy' | 'RateLimit', string>>

/**
 * Counts one request of `key` under one policy; returns the headers for its response, or throws a 429
 * that includes them.
 */
export type RateLimit = (key: string) => Promise<RateHeaders>

function secondsUntil(result: RateLimiterRes): number {
  return Math.max(1, Math.ceil(result.msBeforeNext / 1000))
}

/** Creates a limit on the requests in each fixed window of time. */
export function rateLimit(
  name: string,
  { points, seconds }: RatePolicy,
  createLimiter: CreateLimiter,
): RateLimit {
  const limiter = createLimiter(name, { points, seconds })
  const policy = `"${name}";q=${points};w=${seconds}`
  const headers = (result: RateLimiterRes): RateHeaders => ({
    'RateLimit-Policy': policy,
    RateLimit: `"${name}";r=${result.remainingPoints};t=${secondsUntil(result)}`,
  })
  return async (key) => {
    try {
      return headers(await limiter.consume(key))
    } catch (result) {
      if (!(result instanceof RateLimiterRes)) throw result
      const retryAfterSeconds = secondsUntil(result)
      const detail = `Too many requests. Try again in ${retryAfterSeconds} s.`
      throw new ProblemError(429, { code: 'too_many_requests', detail, retryAfterSeconds }, headers(result))
    }
  }
}
