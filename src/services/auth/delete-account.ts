import { deleteUser, findCredentialsById } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { Done, Invalid, Stale } from '#services/crud/results.ts'
import type { AuthDependencies } from './accounts.ts'
import type { SessionPrincipal } from './authenticate.ts'
import type { Throttled } from './login-throttle.ts'
import type { Origin } from './origin.ts'
import { type PasswordLocation, validateEnteredPassword } from './password/rules.ts'
import { verifyCurrentPassword } from './verify-current-password.ts'

/** The result of deleting an account. */
export type AccountDeletionResult =
  | Done
  | Invalid
  | Throttled
  | Stale<Schemas['User']>
  | { readonly kind: 'wrong_password' }
  /** The account was deleted while the password was being verified. */
  | { readonly kind: 'session_ended' }

/** The password sent with a deletion, and its location in the request. */
export interface EnteredPassword {
  readonly location: PasswordLocation
  readonly password: string
}

/** Deletes an account and all of its data, if the password is correct. */
export async function deleteAccount(
  dependencies: AuthDependencies,
  { user }: SessionPrincipal,
  { location, password }: EnteredPassword,
  mayChange: (revision: number) => boolean,
  { network }: Pick<Origin, 'network'>,
): Promise<AccountDeletionResult> {
  const invalid = validateEnteredPassword(location, password)
  if (invalid) return invalid
  const current = await verifyCurrentPassword(dependencies, user, password, network)
  if (current.kind !== 'correct') return current

  return transact(dependencies.db, user.id, async (tx): Promise<AccountDeletionResult> => {
    const credentials = await findCredentialsById(tx, user.id)
    if (credentials && credentials.passwordHash !== current.credentials.passwordHash)
      return { kind: 'wrong_password' }
    const deletion = await deleteUser(tx, user.id, mayChange)
    if (deletion.kind === 'missing') return { kind: 'session_ended' }
    return deletion.kind === 'deleted' ? { kind: 'done' } : deletion
  })
}
