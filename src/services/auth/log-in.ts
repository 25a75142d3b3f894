import { emailKeyOf } from '#db/accounts/email-addresses.ts'
import { isKnownNetwork, recordNetwork } from '#db/accounts/known-networks.ts'
import { findCredentials, findCredentialsById, findProfile, replacePasswordHash } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { Invalid } from '#services/crud/results.ts'
import type { AuthDependencies } from './accounts.ts'
import type { Throttled } from './login-throttle.ts'
import { networkHash, type Origin } from './origin.ts'
import { validateEnteredPassword } from './password/rules.ts'
import { type OpenSession, startSession } from './sessions.ts'

export type LoginResult =
  | OpenSession
  | Invalid
  | Throttled
  /** There is no such account, or the password is wrong; the response doesn't say which. */
  | { readonly kind: 'wrong_credentials' }
  /** The password is correct, but the operator has disabled the account. */
  | { readonly kind: 'account_disabled' }

/**
 * Starts a session if the password is correct, and rehashes a password that was hashed with older parameters.
 */
export async function logIn(
  { db, accounts, now }: AuthDependencies,
  { email, password, device }: Schemas['Credentials'],
  { network, userAgent }: Origin,
): Promise<LoginResult> {
  const invalid = validateEnteredPassword({ pointer: '/password' }, password)
  if (invalid) return invalid
  const account = await findCredentials(db, email)
  const hash = networkHash(network, accounts.networkKey)
  const isKnown = account !== undefined && (await isKnownNetwork(db, account.id, hash))
  const attempt = await accounts.throttle.attempt({ account: emailKeyOf(email), network, isKnown })
  if (attempt.kind === 'throttled') return attempt
  // The same amount of work whether or not the account exists.
  const matches = await accounts.passwords.verify(password, account?.passwordHash)
  if (!account || !matches) return { kind: 'wrong_credentials' }
  await attempt.recordSuccess()

  const { id, passwordHash } = account
  const newHash = accounts.passwords.isOutdated(passwordHash)
    ? await accounts.passwords.hash(password)
    : undefined
  return transact(db, id, async (tx): Promise<LoginResult> => {
    // The account may have changed while the password was being verified.
    const current = await findCredentialsById(tx, id)
    const user = await findProfile(tx, id)
    if (!user || current?.passwordHash !== passwordHash) return { kind: 'wrong_credentials' }
    if (current.disabledAt !== null) return { kind: 'account_disabled' }
    if (newHash !== undefined) await replacePasswordHash(tx, id, passwordHash, newHash)
    const time = now()
    await recordNetwork(tx, id, hash, time)
    return startSession(tx, user, { device, userAgent }, time)
  })
}
