import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'

/** The number of points that can be consumed within a number of seconds. */
export interface RatePolicy {
  readonly points: number
  readonly seconds: number
}

/**
 * Creates a limiter that counts by key under one policy. The name separates its counts from those of other limiters in
 * the same store.
 */
export type CreateLimiter = (name: string, policy: RatePolicy) => RateLimiterAbstract

/** Counts in memory, which a restart clears. */
export const memoryLimiter: CreateLimiter = (_name, { points, seconds }) =>
  new RateLimiterMemory({ points, duration: seconds, keyPrefix: '' })
