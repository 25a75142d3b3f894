import type { Reader } from '#db/schema/index.ts'
import type { CreateLimiter } from '#lib/limiter.ts'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import { createLoginThrottle, type LoginThrottle, loginLimits, noThrottle } from './login-throttle.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from './password/hash.ts'
import { isGuessable } from './password/strength.ts'
import type { TokenKeys } from './signing-key.ts'

/**
 * Hashes, verifies and rates passwords. Each call except `isOutdated` takes 30 ms or more, so don't call them in a
 * transaction.
 */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Resolves to `false` without a hash, after the same amount of work. */
  verify(password: string, hash: string | undefined): Promise<boolean>
  /** Whether a hash was created with parameters other than the current ones. */
  isOutdated(hash: string): boolean
  /** Whether a password is easy to guess for someone who knows these words about its owner. */
  isGuessable(password: string, ownerWords: readonly string[]): Promise<boolean>
}

/** Everything that the account services share, except the database. */
export interface Accounts {
  /** Whether anyone may create an account. */
  readonly registration: 'open' | 'closed'
  readonly passwords: Passwords
  readonly accessTokens: AccessTokens
  /** Derives the refresh token that replaces another. */
  readonly refreshKey: Uint8Array
  /** Keys the hashes of the networks from which an account has been used. */
  readonly networkKey: Uint8Array
  readonly throttle: LoginThrottle
}

/** What the functions in this folder depend on; a handler's request has all of it. */
export interface AuthDependencies {
  readonly db: Reader
  readonly accounts: Accounts
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
}

/** The options of {@link createAccounts}. */
export interface AccountsOptions {
  readonly keys: TokenKeys
  readonly registration: 'open' | 'closed'
  /** `false` also turns off login throttling. */
  readonly rateLimit: boolean
  readonly now: () => number
  /** Counts failed logins; in memory by default. */
  readonly createLimiter?: CreateLimiter
}

/** Creates what the account services share. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { keys, registration, rateLimit, now, createLimiter } = options
  return {
    registration,
    passwords: { hash: hashPassword, verify: verifyPassword, isOutdated: isOutdatedHash, isGuessable },
    accessTokens: await createAccessTokens(keys.access, now),
    refreshKey: keys.refresh,
    networkKey: keys.network,
    throttle: rateLimit ? createLoginThrottle(loginLimits, now, createLimiter) : noThrottle,
  }
}
