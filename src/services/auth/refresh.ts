import { recordNetwork } from '#db/accounts/known-networks.ts'
import { findTokenOwner, type RefreshRotation, rotateRefreshToken } from '#db/accounts/refresh-tokens.ts'
import { transact } from '#db/engine/transact.ts'
import type { AuthDependencies } from './accounts.ts'
import { networkHash, type Origin } from './origin.ts'
import { secretTokenHash, successorOf, userOfToken } from './secret-token.ts'
import type { OpenSession } from './sessions.ts'

/** The result of presenting a refresh token. */
export type RefreshResult =
  | OpenSession
  /** The operator has disabled the account. */
  | { readonly kind: 'account_disabled' }
  /** The token is unknown or has expired, or its session has ended. */
  | { readonly kind: 'session_ended' }
  /**
   * The token has already been used, so either this request or the earlier one was a thief's. The session has been
   * ended.
   */
  | Extract<RefreshRotation, { readonly kind: 'reused' }>

/** Exchanges a refresh token for its successor. */
export async function refresh(
  { db, accounts, now }: AuthDependencies,
  refreshToken: string,
  { network }: Pick<Origin, 'network'>,
): Promise<RefreshResult> {
  const tokenHash = secretTokenHash(refreshToken)
  const userId = await findTokenOwner(db, userOfToken(refreshToken), tokenHash)
  if (userId === undefined) return { kind: 'session_ended' }
  const successor = successorOf(refreshToken, userId, accounts.refreshKey)
  return transact(db, userId, async (tx): Promise<RefreshResult> => {
    const time = now()
    const rotation = await rotateRefreshToken(tx, { userId, tokenHash }, secretTokenHash(successor), time)
    if (rotation.kind === 'disabled') return { kind: 'account_disabled' }
    if (rotation.kind === 'ended') return { kind: 'session_ended' }
    if (rotation.kind === 'reused') return rotation
    const { user, session } = rotation
    await recordNetwork(tx, user.id, networkHash(network, accounts.networkKey), time)
    return { kind: 'open', user, session, refreshToken: successor }
  })
}
