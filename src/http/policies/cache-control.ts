import type { Operation } from '../operation.ts'

/** `Cache-Control` for a status, for a caller with or without a token. */
export type CacheControl = (status: number, authenticated: boolean) => string

const privateCaching = 'private, no-cache'
const publicCaching = 'public, no-cache'

/**
 * The contract's constant for a status (a `Cache-Control` header with a `const`). Otherwise, errors are
 * not stored, and responses that required a token are private. 304 has the value of 200 (RFC 9110
 * §15.4.5).
 */
export function cacheControl(operation: Operation): CacheControl {
  const constants = new Map<number, string>()
  for (const [status, { headers }] of Object.entries(operation.responses)) {
    const constant: unknown = headers['Cache-Control']?.schema.const
    if (typeof constant === 'string') constants.set(Number(status), constant)
  }
  return (status, authenticated) => {
    const declared = constants.get(status === 304 ? 200 : status)
    if (declared !== undefined) return declared
    if (status >= 400) return 'no-store'
    return authenticated ? privateCaching : publicCaching
  }
}
