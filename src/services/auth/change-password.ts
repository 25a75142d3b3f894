import { deletePasswordReset } from '#db/accounts/password-resets.ts'
import { endAllSessions, findSessionAccess } from '#db/accounts/sessions.ts'
import { replacePasswordHash } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { Invalid } from '#services/crud/results.ts'
import type { AuthDependencies } from './accounts.ts'
import type { SessionPrincipal } from './authenticate.ts'
import type { Throttled } from './login-throttle.ts'
import type { Origin } from './origin.ts'
import { validateEnteredPassword, validateNewPassword } from './password/rules.ts'
import { type OpenSession, startSession } from './sessions.ts'
import { verifyCurrentPassword } from './verify-current-password.ts'

export type PasswordChangeResult =
  | OpenSession
  | Invalid
  | Throttled
  | { readonly kind: 'wrong_password' }
  /** The session ended, or the account was deleted, while the passwords were being verified. */
  | { readonly kind: 'session_ended' }

/** Replaces the current password, ends all sessions, and starts a new one. */
export async function changePassword(
  dependencies: AuthDependencies,
  { user, session }: SessionPrincipal,
  { currentPassword, newPassword, device }: Schemas['PasswordChange'],
  { network, userAgent }: Origin,
): Promise<PasswordChangeResult> {
  const { db, accounts, now } = dependencies
  const invalid =
    validateEnteredPassword({ pointer: '/currentPassword' }, currentPassword) ??
    (await validateNewPassword(accounts.passwords, { pointer: '/newPassword' }, newPassword, user))
  if (invalid) return invalid
  const current = await verifyCurrentPassword(dependencies, user, currentPassword, network)
  if (current.kind === 'wrong_password') {
    // If a concurrent change has replaced the password, it has also ended this session: report that instead.
    const access = await findSessionAccess(db, user.id, session.id, now())
    return access.kind === 'open' ? current : { kind: 'session_ended' }
  }
  if (current.kind !== 'correct') return current

  const { id, passwordHash } = current.credentials
  const newHash = await accounts.passwords.hash(newPassword)
  return transact(db, id, async (tx): Promise<PasswordChangeResult> => {
    const time = now()
    const access = await findSessionAccess(tx, id, session.id, time)
    if (access.kind !== 'open') return { kind: 'session_ended' }
    // The second of two concurrent changes finds that its current password is no longer correct.
    if (!(await replacePasswordHash(tx, id, passwordHash, newHash))) return { kind: 'wrong_password' }
    await endAllSessions(tx, id, time)
    await deletePasswordReset(tx, id)
    const client = { device: device ?? session.device ?? undefined, userAgent }
    return startSession(tx, access.user, client, time)
  })
}
