import { type ProfileUpdate, updateProfile, userOf } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { AuthDependencies } from './accounts.ts'
import type { SessionPrincipal } from './authenticate.ts'

/** The profile of the calling user. */
export function ownProfile({ user }: SessionPrincipal): Schemas['User'] {
  return userOf(user)
}

/** Changes the members of a profile that the patch contains, if its revision may be changed. */
export function updateOwnProfile(
  { db, now }: Pick<AuthDependencies, 'db' | 'now'>,
  { user }: SessionPrincipal,
  patch: Schemas['UserPatch'],
  mayChange: (revision: number) => boolean,
): Promise<ProfileUpdate> {
  return transact(db, user.id, (tx) => updateProfile(tx, user.id, patch, mayChange, now()))
}
