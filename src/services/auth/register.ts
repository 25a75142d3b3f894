import { recordNetwork } from '#db/accounts/known-networks.ts'
import { findCredentials, insertUser, type NewUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { Invalid } from '#services/crud/results.ts'
import type { AuthDependencies } from './accounts.ts'
import { networkHash, type Origin } from './origin.ts'
import { validateNewPassword } from './password/rules.ts'
import { type OpenSession, startSession } from './sessions.ts'

/** The default profile of a new account. */
export const defaultProfile = {
  displayName: null,
  unit: 'kg',
  distanceUnit: 'km',
  timeZone: 'UTC',
  dayStartHour: 0,
  weekStart: 'monday',
} as const satisfies Partial<NewUser>

export type RegistrationResult =
  | OpenSession
  | Invalid
  | { readonly kind: 'email_taken' }
  | { readonly kind: 'registration_closed' }

/** Creates an account and its first session. */
export async function register(
  { db, accounts, now }: AuthDependencies,
  registration: Schemas['Registration'],
  { network, userAgent }: Origin,
): Promise<RegistrationResult> {
  if (accounts.registration === 'closed') return { kind: 'registration_closed' }
  const { password, device, ...profile } = registration
  const owner = { email: profile.email, displayName: profile.displayName ?? null }
  const invalid = await validateNewPassword(accounts.passwords, { pointer: '/password' }, password, owner)
  if (invalid) return invalid
  // Checked before hashing, and again by the insert.
  if (await findCredentials(db, profile.email)) return { kind: 'email_taken' }
  const passwordHash = await accounts.passwords.hash(password)
  const time = now()
  const user: NewUser = { ...defaultProfile, ...profile, id: Bun.randomUUIDv7('hex', time), passwordHash }
  return transactAccounts(db, async (tx): Promise<RegistrationResult> => {
    const inserted = await insertUser(tx, user, time)
    if (!inserted) return { kind: 'email_taken' }
    await recordNetwork(tx, user.id, networkHash(network, accounts.networkKey), time)
    return startSession(tx, inserted, { device, userAgent }, time)
  })
}
