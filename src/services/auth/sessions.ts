import { insertRefreshToken } from '#db/accounts/refresh-tokens.ts'
import { insertSession, type SessionRow } from '#db/accounts/sessions.ts'
import { type Profile, userOf } from '#db/accounts/users.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Accounts } from './accounts.ts'
import { newSecretToken, secretTokenHash } from './secret-token.ts'

/** How a client describes itself when it logs in. */
export interface Device {
  /** The name that the user chose for it. */
  readonly device: string | undefined
  /** Its `User-Agent`. */
  readonly userAgent: string | undefined
}

/** A session that was started or refreshed, and the data for its tokens. */
export interface OpenSession {
  readonly kind: 'open'
  readonly user: Profile
  readonly session: SessionRow
  readonly refreshToken: string
}

/** The maximum number of characters of `User-Agent` to store. */
const maxUserAgentLength = 500

/** Starts a session, together with its family of refresh tokens. */
export async function startSession(
  tx: Tx,
  user: Profile,
  { device, userAgent }: Device,
  now: number,
): Promise<OpenSession> {
  const client = { device: device ?? null, userAgent: userAgent?.slice(0, maxUserAgentLength) ?? null }
  const session = await insertSession(tx, user.id, client, now)
  const refreshToken = newSecretToken(user.id)
  await insertRefreshToken(tx, user.id, session, secretTokenHash(refreshToken), now)
  return { kind: 'open', user, session, refreshToken }
}

/** A session's tokens, as returned by register, login, refresh and password change. */
export async function tokensOf(
  accounts: Accounts,
  { user, session, refreshToken }: OpenSession,
): Promise<Schemas['Tokens']> {
  const { token, seconds } = await accounts.accessTokens.sign(user.id, session.id, session.expiresAt)
  return {
    tokenType: 'Bearer',
    accessToken: token,
    expiresIn: seconds,
    refreshToken,
    user: userOf(user),
  }
}
