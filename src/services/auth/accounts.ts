import type { Reader } from '#db/schema/index.ts'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import { createLoginThrottle, type LoginThrottle, loginLimits, noThrottle } from './login-throttle.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from './password/hash.ts'
import { isGuessable } from './password/strength.ts'
import type { TokenKeys } from './signing-key.ts'

/** Hashes, verifies and judges passwords. Each takes 30 ms or more: never inside a transaction. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a hash: `false`, after the same amount of work. */
  verify(password: string, hash: string | undefined): Promise<boolean>
  /** Whether a hash was made with parameters other than those that `hash` uses now. */
  isOutdated(hash: string): boolean
  /** Whether a password is easy to guess for somebody who knows these words about its owner. */
  isGuessable(password: string, known: readonly string[]): Promise<boolean>
}

/** What the account handlers share, apart from the database. */
export interface Accounts {
  /** Whether anybody may make an account. */
  readonly registration: 'open' | 'closed'
  readonly passwords: Passwords
  readonly accessTokens: AccessTokens
  /** Derives a refresh token's successor. */
  readonly refreshKey: Uint8Array
  /** Hides the networks from which an account has been used. */
  readonly networkKey: Uint8Array
  readonly throttle: LoginThrottle
}

/** What the functions of this folder need; the request of a handler satisfies it. */
export interface AuthDeps {
  readonly db: Reader
  readonly accounts: Accounts
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
}

/** What accounts are built from: the keys of `loadTokenKeys`, two settings, and the time in milliseconds. */
export interface AccountsOptions {
  readonly keys: TokenKeys
  readonly registration: 'open' | 'closed'
  /** `false` switches off login throttling too. */
  readonly rateLimit: boolean
  readonly now: () => number
}

/** The accounts of one server. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { keys, registration, rateLimit, now } = options
  return {
    registration,
    passwords: { hash: hashPassword, verify: verifyPassword, isOutdated: isOutdatedHash, isGuessable },
    accessTokens: await createAccessTokens(keys.access, now),
    refreshKey: keys.refresh,
    networkKey: keys.network,
    throttle: rateLimit ? createLoginThrottle(loginLimits, now) : noThrottle,
  }
}
