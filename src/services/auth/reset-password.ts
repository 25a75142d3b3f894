import { emailKeyOf } from '#db/accounts/email-addresses.ts'
import { recordNetwork } from '#db/accounts/known-networks.ts'
import { deletePasswordReset, findResetOwner, insertPasswordReset } from '#db/accounts/password-resets.ts'
import { endAllSessions } from '#db/accounts/sessions.ts'
import { findCredentials, setPasswordHash } from '#db/accounts/users.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Done, Invalid } from '#services/crud/results.ts'
import type { AuthDependencies } from './accounts.ts'
import { networkHash, type Origin } from './origin.ts'
import { validateNewPassword } from './password/rules.ts'
import { newSecretToken, secretTokenHash, userOfToken } from './secret-token.ts'

/** The result of creating a password reset link. */
export type PasswordResetLink =
  | { readonly kind: 'created'; readonly url: string; readonly expiresAt: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'account_disabled' }

/**
 * Creates a password reset link for the account with this address. It works once, within an hour, and
 * replaces the account's earlier link. The token is in the fragment, which browsers don't send, so that it
 * appears in no log and no `Referer`.
 */
export async function createResetLink(
  db: Db,
  email: string,
  publicUrl: string,
  now: number,
): Promise<PasswordResetLink> {
  return transactAccounts(db, async (tx): Promise<PasswordResetLink> => {
    const account = await findCredentials(tx, email)
    if (!account) return { kind: 'missing' }
    if (account.disabledAt !== null) return { kind: 'account_disabled' }
    const token = newSecretToken(account.id)
    const { expiresAt } = await insertPasswordReset(tx, account.id, secretTokenHash(token), now)
    return { kind: 'created', url: `${publicUrl}/reset#${token}`, expiresAt }
  })
}

/** The result of setting a new password. */
export type PasswordResetResult =
  | Done
  | Invalid
  /** The token is unknown, was used or replaced, or has expired. */
  | { readonly kind: 'invalid_reset_token' }
  | { readonly kind: 'account_disabled' }

/** Sets a new password for the account that a token was created for, and ends all of its sessions. */
export async function resetPassword(
  { db, accounts, now }: AuthDependencies,
  { token, newPassword }: Schemas['PasswordReset'],
  { network }: Pick<Origin, 'network'>,
): Promise<PasswordResetResult> {
  const [userId, tokenHash] = [userOfToken(token), secretTokenHash(token)]
  const owner = await findResetOwner(db, userId, tokenHash, now())
  if (!owner) return { kind: 'invalid_reset_token' }
  if (owner.disabledAt !== null) return { kind: 'account_disabled' }
  const invalid = await validateNewPassword(
    accounts.passwords,
    { pointer: '/newPassword' },
    newPassword,
    owner,
  )
  if (invalid) return invalid
  const passwordHash = await accounts.passwords.hash(newPassword)

  const result = await transact(db, owner.id, async (tx): Promise<PasswordResetResult> => {
    const time = now()
    // The token may have been used, or the account disabled, while the new password was being hashed.
    const current = await findResetOwner(tx, userId, tokenHash, time)
    if (!current) return { kind: 'invalid_reset_token' }
    if (current.disabledAt !== null) return { kind: 'account_disabled' }
    await setPasswordHash(tx, owner.id, passwordHash)
    await deletePasswordReset(tx, owner.id)
    await endAllSessions(tx, owner.id, time)
    await recordNetwork(tx, owner.id, networkHash(network, accounts.networkKey), time)
    return { kind: 'done' }
  })
  if (result.kind === 'done') await accounts.throttle.forgive(emailKeyOf(owner.email), network)
  return result
}
