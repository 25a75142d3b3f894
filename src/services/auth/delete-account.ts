import { credentialsOf, deleteUser } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { Done, Invalid, Stale } from '#services/crud/results.ts'
import type { AuthDeps } from './accounts.ts'
import type { SessionPrincipal } from './authenticate.ts'
import type { Throttled } from './login-throttle.ts'
import type { Origin } from './origin.ts'
import { enteredPasswordFault, type PasswordPlace } from './password/rules.ts'
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

/** The password of a deletion, and where it was given. */
export interface EnteredPassword {
  readonly place: PasswordPlace
  readonly password: string
}

/** Deletes an account with all of its data, for whoever has a session and knows the password. */
export async function deleteAccount(
  deps: AuthDeps,
  { user }: SessionPrincipal,
  { place, password }: EnteredPassword,
  mayChange: (revision: number) => boolean,
  { network }: Pick<Origin, 'network'>,
): Promise<AccountDeletionResult> {
  const fault = enteredPasswordFault(place, password)
  if (fault) return fault
  const current = await verifyCurrentPassword(deps, user, password, network)
  if (current.kind !== 'right') return current

  return transact(deps.db, user.id, async (tx): Promise<AccountDeletionResult> => {
    const now = await credentialsOf(tx, user.id)
    if (now && now.passwordHash !== current.credentials.passwordHash) return { kind: 'wrong_password' }
    const deletion = await deleteUser(tx, user.id, mayChange)
    if (deletion.kind === 'missing') return { kind: 'session_ended' }
    return deletion.kind === 'deleted' ? { kind: 'done' } : deletion
  })
}
