import type { Reader } from '../db/schema.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from '../password/hash.ts'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import { createLoginThrottle, type LoginThrottle, noThrottle } from './login-throttle.ts'
import type { TokenKeys } from './signing-key.ts'

/** How passwords are hashed and looked at. Each takes 30 ms: never inside a transaction. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a hash: `false`, after the same work. */
  verify(password: string, hash: string | undefined): Promise<boolean>
  /** Whether a hash was made with other parameters than `hash` uses now. */
  isOutdated(hash: string): boolean
}

/** What the handlers of accounts share, beside the database. */
export interface Accounts {
  /** Whether anybody may make an account. */
  readonly registration: 'open' | 'closed'
  readonly passwords: Passwords
  readonly accessTokens: AccessTokens
  /** What a refresh token's successor is derived with. */
  readonly refreshKey: Uint8Array
  readonly throttle: LoginThrottle
}

/** What changes to accounts are made with; a handler's request is one. */
export interface AccountsAtWork {
  readonly db: Reader
  readonly accounts: Accounts
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number
}

/** What accounts are made of: the keys of `loadTokenKeys`, two settings of the configuration, and the time in milliseconds. */
export interface AccountsOptions {
  readonly keys: TokenKeys
  readonly registration: 'open' | 'closed'
  /** `false` switches the throttle of logins off too. */
  readonly rateLimit: boolean
  readonly now: () => number
}

/** The accounts of a server. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { keys, registration, rateLimit, now } = options
  return {
    registration,
    passwords: { hash: hashPassword, verify: verifyPassword, isOutdated: isOutdatedHash },
    accessTokens: await createAccessTokens(keys.access, now),
    refreshKey: keys.refresh,
    throttle: rateLimit ? createLoginThrottle() : noThrottle,
  }
}
