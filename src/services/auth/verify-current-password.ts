import { emailKeyOf } from '#db/accounts/email-addresses.ts'
import type { Profile } from '#db/accounts/users.ts'
import { type Credentials, findCredentialsById } from '#db/accounts/users.ts'
import type { AuthDependencies } from './accounts.ts'
import type { Throttled } from './login-throttle.ts'

/** Whether the caller knows the account's password. */
export type CurrentPassword =
  | { readonly kind: 'correct'; readonly credentials: Credentials }
  | { readonly kind: 'wrong_password' }
  | Throttled

/**
 * Verifies the password of a caller who already has a session. Wrong guesses count as failed logins. The
 * session makes the caller's network a known one, so that guesses from elsewhere can't lock out the owner.
 */
export async function verifyCurrentPassword(
  { db, accounts }: AuthDependencies,
  { id, email }: Pick<Profile, 'id' | 'email'>,
  password: string,
  network: string,
): Promise<CurrentPassword> {
  const attempt = await accounts.throttle.attempt({ account: emailKeyOf(email), network, isKnown: true })
  if (attempt.kind === 'throttled') return attempt
  const credentials = await findCredentialsById(db, id)
  const matches = await accounts.passwords.verify(password, credentials?.passwordHash)
  if (!credentials || !matches) return { kind: 'wrong_password' }
  await attempt.recordSuccess()
  return { kind: 'correct', credentials }
}
