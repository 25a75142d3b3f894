import { type RateLimiterAbstract, RateLimiterMemory } from 'rate-limiter-flexible'

/** A number of points per number of seconds. */
export interface RatePolicy {
  readonly points: number
  readonly seconds: number
}

/** Creates what counts by key under one policy. The name tells it from others that count in the same place. */
export type CreateLimiter = (name: string, policy: RatePolicy) => RateLimiterAbstract

/** Counts in this process's memory, which a restart clears. */
export const memoryLimiter: CreateLimiter = (_name, { points, seconds }) =>
  new RateLimiterMemory({ points, duration: seconds, keyPrefix: '' })
