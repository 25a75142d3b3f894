import type { Profile } from '#db/accounts/users.ts'
import { type Credentials, credentialsOf, emailKeyOf } from '#db/accounts/users.ts'
import type { AuthDeps } from './accounts.ts'
import type { Throttled } from './login-throttle.ts'

/** Whether the caller knows the account's password. */
export type CurrentPassword =
  | { readonly kind: 'right'; readonly credentials: Credentials }
  | { readonly kind: 'wrong_password' }
  | Throttled

/**
 * Asks whoever has a session for the password as well. Wrong guesses count like failed logins; a session of the
 * account makes the network a known one, so that guesses from elsewhere can't keep its owner from this.
 */
export async function verifyCurrentPassword(
  { db, accounts }: AuthDeps,
  { id, email }: Pick<Profile, 'id' | 'email'>,
  password: string,
  network: string,
): Promise<CurrentPassword> {
  const attempt = await accounts.throttle.attempt({ account: emailKeyOf(email), network, isKnown: true })
  if (attempt.kind === 'throttled') return attempt
  const credentials = await credentialsOf(db, id)
  const matches = await accounts.passwords.verify(password, credentials?.passwordHash)
  if (!credentials || !matches) return { kind: 'wrong_password' }
  await attempt.succeeded()
  return { kind: 'right', credentials }
}
