import {
  credentialsOf,
  emailKeyOf,
  findCredentials,
  findProfile,
  replacePasswordHash,
} from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { AccountsAtWork } from './accounts.ts'
import { type OpenSession, startSession } from './sessions.ts'

/** Where a login comes from. */
export interface Origin {
  /** What the throttle counts by, as returned by `networkOf`. */
  readonly network: string
  readonly userAgent: string | undefined
}

/** The result of a login. */
export type Login =
  | { readonly kind: 'open'; readonly opened: OpenSession }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** No such account, or a wrong password: the caller isn't told which. */
  | { readonly kind: 'wrong' }
  /** The password was right, but the operator has disabled the account. */
  | { readonly kind: 'disabled' }

/**
 * Starts a session for whoever knows the password, and rehashes a password that was hashed with older
 * parameters.
 */
export async function logIn(
  { db, accounts, now }: AccountsAtWork,
  { email, password, device }: Schemas['Credentials'],
  { network, userAgent }: Origin,
): Promise<Login> {
  const attempt = await accounts.throttle.attempt(emailKeyOf(email), network)
  if ('retryAfterSeconds' in attempt) return { kind: 'throttled', ...attempt }
  const account = await findCredentials(db, email)
  // The same amount of work whether or not the account exists.
  const right = await accounts.passwords.verify(password, account?.passwordHash)
  if (!account || !right) return { kind: 'wrong' }
  await attempt.succeeded()

  const { id, passwordHash } = account
  const better = accounts.passwords.isOutdated(passwordHash)
    ? await accounts.passwords.hash(password)
    : undefined
  return transact(db, id, async (tx): Promise<Login> => {
    // A lot may have happened while the password was being verified.
    const current = await credentialsOf(tx, id)
    const user = await findProfile(tx, id)
    if (!user || current?.passwordHash !== passwordHash) return { kind: 'wrong' }
    if (current.disabledAt !== null) return { kind: 'disabled' }
    if (better !== undefined) await replacePasswordHash(tx, id, passwordHash, better)
    return { kind: 'open', opened: await startSession(tx, user, { device, userAgent }, now()) }
  })
}
