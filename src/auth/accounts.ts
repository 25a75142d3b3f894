import { hashPassword, verifyPassword } from '../password/hash.ts'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import { createLoginThrottle, type LoginThrottle, noThrottle } from './login-throttle.ts'
import type { TokenKeys } from './signing-key.ts'

/** How passwords are hashed and looked at. Each takes 30 ms: never inside a transaction. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a hash: `false`, after the same work. */
  verify(password: string, hash: string | undefined): Promise<boolean>
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
    passwords: { hash: hashPassword, verify: verifyPassword },
    accessTokens: await createAccessTokens(keys.access, now),
    refreshKey: keys.refresh,
    throttle: rateLimit ? createLoginThrottle() : noThrottle,
  }
}
