import type { components } from '../../generated/types.ts'
import { insertRefreshToken } from '../db/refresh-tokens.ts'
import type { Tx } from '../db/schema.ts'
import { insertSession, type SessionRow } from '../db/sessions.ts'
import { type Profile, userOf } from '../db/users.ts'
import type { Accounts } from './accounts.ts'
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts'

/** What a client says of itself when it logs in. */
export interface Device {
  /** As the user calls it. */
  readonly device: string | undefined
  /** As it calls itself. */
  readonly userAgent: string | undefined
}

/** A session as its tokens are made of it. */
export interface OpenSession {
  readonly user: Profile
  readonly session: SessionRow
  readonly refreshToken: string
}

/** As much of `User-Agent` as is kept. Characters. */
const userAgentLength = 500

/** Starts a session, the first of its family of refresh tokens included. */
export async function startSession(
  tx: Tx,
  user: Profile,
  { device, userAgent }: Device,
  now: number,
): Promise<OpenSession> {
  const of = { device: device ?? null, userAgent: userAgent?.slice(0, userAgentLength) ?? null }
  const session = await insertSession(tx, user.id, of, now)
  const refreshToken = newRefreshToken()
  await insertRefreshToken(tx, user.id, session, refreshTokenHash(refreshToken), now)
  return { user, session, refreshToken }
}

/** The tokens of a session, as register, login, refresh and a change of the password answer them. */
export async function tokensOf(
  accounts: Accounts,
  { user, session, refreshToken }: OpenSession,
): Promise<components['schemas']['Tokens']> {
  const { token, seconds } = await accounts.accessTokens.sign(user.id, session.id, session.expiresAt)
  return {
    tokenType: 'Bearer',
    accessToken: token,
    expiresIn: seconds,
    refreshToken,
    user: userOf(user),
  }
}
