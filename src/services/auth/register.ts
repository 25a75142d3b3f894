import { findCredentials, insertUser, type NewUser } from '#db/accounts/users.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import type { Schemas } from '#generated/types.ts'
import type { AccountsAtWork } from './accounts.ts'
import { type OpenSession, startSession } from './sessions.ts'

/** The profile of a new account. */
export const newProfile = {
  displayName: null,
  unit: 'kg',
  distanceUnit: 'km',
  timeZone: 'UTC',
  dayStartHour: 0,
  weekStart: 'monday',
} as const satisfies Partial<NewUser>

/** Creates an account and its first session. The password must have passed `newPasswordProblem`. */
export async function register(
  { db, accounts, now }: AccountsAtWork,
  registration: Schemas['Registration'],
  userAgent: string | undefined,
): Promise<OpenSession | 'email_taken'> {
  const { password, device, ...profile } = registration
  // Checked before the hashing, and again by the insert.
  if (await findCredentials(db, profile.email)) return 'email_taken'
  const passwordHash = await accounts.passwords.hash(password)
  const time = now()
  const user: NewUser = { ...newProfile, ...profile, id: Bun.randomUUIDv7('hex', time), passwordHash }
  return transactAccounts(db, async (tx) => {
    const made = await insertUser(tx, user, time)
    return made ? startSession(tx, made, { device, userAgent }, time) : 'email_taken'
  })
}
