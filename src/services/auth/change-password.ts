import { endAllSessions, findSessionAccess } from '#db/accounts/sessions.ts'
import { credentialsOf, emailKeyOf, replacePasswordHash } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { AccountsAtWork } from './accounts.ts'
import type { Principal } from './authenticate.ts'
import type { Origin } from './log-in.ts'
import { type OpenSession, startSession } from './sessions.ts'

/** The result of a password change. */
export type PasswordChange =
  | { readonly kind: 'open'; readonly opened: OpenSession }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'wrong' }
  /** The session ended, or the account was deleted, while the passwords were being verified. */
  | { readonly kind: 'ended' }

/**
 * Replaces the current password, ends all sessions, and starts a new one. The new password must have passed
 * `newPasswordProblem`. Wrong guesses at the current one count like failed logins.
 */
export async function changePassword(
  { db, accounts, now }: AccountsAtWork,
  { user, session }: Principal,
  { currentPassword, newPassword, device }: Schemas['PasswordChange'],
  { network, userAgent }: Origin,
): Promise<PasswordChange> {
  const attempt = await accounts.throttle.attempt(emailKeyOf(user.email), network)
  if ('retryAfterSeconds' in attempt) return { kind: 'throttled', ...attempt }
  const account = await credentialsOf(db, user.id)
  const right = await accounts.passwords.verify(currentPassword, account?.passwordHash)
  if (!account || !right) return { kind: 'wrong' }
  await attempt.succeeded()

  const { id, passwordHash } = account
  const newHash = await accounts.passwords.hash(newPassword)
  return transact(db, id, async (tx): Promise<PasswordChange> => {
    const time = now()
    const access = await findSessionAccess(tx, id, session.id, time)
    if (access.kind !== 'open') return { kind: 'ended' }
    // Of two concurrent changes, the second one's current password is no longer right.
    if (!(await replacePasswordHash(tx, id, passwordHash, newHash))) return { kind: 'wrong' }
    await endAllSessions(tx, id, time)
    const of = { device: device ?? session.device ?? undefined, userAgent }
    return { kind: 'open', opened: await startSession(tx, access.user, of, time) }
  })
}
