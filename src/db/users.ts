import type { Selectable } from 'kysely'
import type { components } from '../../generated/types.ts'
import { noteChange } from './changed-users.ts'
import { differs } from './differs.ts'
import { instant } from './instant.ts'
import { fromJson, toJson } from './json.ts'
import { prepare } from './prepared.ts'
import type { UsersTable } from './schema/users.ts'
import type { Reader, Tx } from './schema.ts'

type User = components['schemas']['User']
type UserPatch = components['schemas']['UserPatch']

/** The columns of an account that its owner may see. */
export const profileColumns = [
  'id',
  'email',
  'displayName',
  'unit',
  'distanceUnit',
  'timeZone',
  'dayStartHour',
  'weekStart',
  'birthYear',
  'sex',
  'experience',
  'equipment',
  'plates',
  'revision',
  'createdAt',
  'updatedAt',
] as const

/** An account as its owner may see it, as the database holds it: `userOf` makes the contract's `User` of it. */
export type Profile = Pick<Selectable<UsersTable>, (typeof profileColumns)[number]>

/** What a login is judged by. */
export type Credentials = Pick<Selectable<UsersTable>, 'id' | 'passwordHash' | 'disabledAt'>

/** What an account starts with. */
export type NewUser = Pick<
  Profile,
  'id' | 'email' | 'displayName' | 'unit' | 'distanceUnit' | 'timeZone' | 'dayStartHour' | 'weekStart'
> & { readonly passwordHash: string }

/** What tells accounts apart: the address composed (NFC) and in lower case. */
export function emailKeyOf(email: string): string {
  return email.normalize('NFC').toLowerCase()
}

/** A profile in the contract's shape: what isn't set is left out. */
export function userOf(profile: Profile): User {
  const { displayName, birthYear, sex, experience, equipment, plates, createdAt, updatedAt, ...same } =
    profile
  return {
    ...same,
    ...(displayName !== null && { displayName }),
    ...(birthYear !== null && { birthYear }),
    ...(sex !== null && { sex }),
    ...(experience !== null && { experience }),
    ...(equipment !== null && { equipment: fromJson(equipment) }),
    ...(plates !== null && { plates: fromJson(plates) }),
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  }
}

const insertOne = prepare(
  (db, p: Omit<Selectable<UsersTable>, 'seq' | 'horizon' | 'revision' | 'disabledAt'>) =>
    db
      .insertInto('users')
      .values({ ...p, seq: 0, revision: 1 })
      .onConflict((conflict) => conflict.column('emailKey').doNothing())
      .returning(profileColumns),
)

/** Makes an account; `undefined` when the address has one. */
export function insertUser(tx: Tx, user: NewUser, now: number): Promise<Profile | undefined> {
  return insertOne.first(tx, {
    ...user,
    emailKey: emailKeyOf(user.email),
    birthYear: null,
    sex: null,
    experience: null,
    equipment: null,
    plates: null,
    createdAt: now,
    updatedAt: now,
  })
}

const selectProfile = prepare((db, p: { id: string }) =>
  db.selectFrom('users').select(profileColumns).where('id', '=', p.id),
)

/** The profile of an account; `undefined` when there is none. */
export function findProfile(db: Reader, userId: string): Promise<Profile | undefined> {
  return selectProfile.first(db, { id: userId })
}

const selectByEmail = prepare((db, p: { emailKey: string }) =>
  db.selectFrom('users').select(['id', 'passwordHash', 'disabledAt']).where('emailKey', '=', p.emailKey),
)

/** What a login to the account of this address is judged by. */
export function findCredentials(db: Reader, email: string): Promise<Credentials | undefined> {
  return selectByEmail.first(db, { emailKey: emailKeyOf(email) })
}

const selectCredentials = prepare((db, p: { id: string }) =>
  db.selectFrom('users').select(['id', 'passwordHash', 'disabledAt']).where('id', '=', p.id),
)

/** The same of an account that is known. */
export function credentialsOf(db: Reader, userId: string): Promise<Credentials | undefined> {
  return selectCredentials.first(db, { id: userId })
}

const updatePasswordHash = prepare((db, p: { id: string; from: string; to: string }) =>
  db
    .updateTable('users')
    .set({ passwordHash: p.to })
    .where('id', '=', p.id)
    .where('passwordHash', '=', p.from),
)

/** Puts another hash in place of one that was just verified; `false` when that one is there no more. */
export async function replacePasswordHash(
  db: Reader,
  userId: string,
  from: string,
  to: string,
): Promise<boolean> {
  return (await updatePasswordHash.run(db, { id: userId, from, to })) === 1
}

const updateProfileColumns = prepare(
  (db, p: ProfileColumns & { id: string; revision: number; updatedAt: number }) => {
    const { id, ...columns } = p
    return db.updateTable('users').set(columns).where('id', '=', id)
  },
)

/** The columns that `UserPatch` may change. */
type ProfileColumns = Omit<Profile, 'id' | 'email' | 'revision' | 'createdAt' | 'updatedAt'>

/** What became of a change to a profile. */
export type ProfileUpdate =
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly current: User }
  | { readonly kind: 'saved'; readonly user: User }

/**
 * Lays a JSON merge patch over a profile, if `allows` lets its revision be changed. A patch that changes nothing leaves the
 * revision as it is.
 */
export async function updateProfile(
  tx: Tx,
  userId: string,
  patch: UserPatch,
  allows: (revision: number) => boolean,
  now: number,
): Promise<ProfileUpdate> {
  const profile = await findProfile(tx, userId)
  if (!profile) return { kind: 'missing' }
  if (!allows(profile.revision)) return { kind: 'stale', current: userOf(profile) }
  const columns = { ...columnsOf(profile), ...patchColumns(patch) }
  if (!differs(columns, profile)) return { kind: 'saved', user: userOf(profile) }
  const stamps = { revision: profile.revision + 1, updatedAt: now }
  await updateProfileColumns.run(tx, { ...columns, ...stamps, id: userId })
  return { kind: 'saved', user: userOf({ ...profile, ...columns, ...stamps }) }
}

function columnsOf(profile: Profile): ProfileColumns {
  const {
    id: _id,
    email: _email,
    revision: _revision,
    createdAt: _created,
    updatedAt: _updated,
    ...columns
  } = profile
  return columns
}

/** The patch as columns: those that it names, lists as JSON. */
function patchColumns({ equipment, plates, ...plain }: UserPatch): Partial<ProfileColumns> {
  return {
    ...plain,
    ...(equipment !== undefined && { equipment: equipment && toJson(equipment) }),
    ...(plates !== undefined && { plates: plates && toJson(plates) }),
  }
}

const deleteOne = prepare((db, p: { id: string }) => db.deleteFrom('users').where('id', '=', p.id))

/** What became of the deletion of an account. */
export type UserDeletion =
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly current: User }
  | { readonly kind: 'deleted' }

/** Deletes an account and, by the foreign keys of all that is a user's, everything that is its own. */
export async function deleteUser(
  tx: Tx,
  userId: string,
  allows: (revision: number) => boolean,
): Promise<UserDeletion> {
  const profile = await findProfile(tx, userId)
  if (!profile) return { kind: 'missing' }
  if (!allows(profile.revision)) return { kind: 'stale', current: userOf(profile) }
  await deleteOne.run(tx, { id: userId })
  noteChange(tx, userId)
  return { kind: 'deleted' }
}

const raiseSeq = prepare((db, p: { id: string }) =>
  db
    .updateTable('users')
    .set((column) => ({ seq: column('seq', '+', 1) }))
    .where('id', '=', p.id)
    .returning(['seq', 'horizon']),
)

const seqQuery = prepare((db, { id }: { readonly id: string }) =>
  db.selectFrom('users').select(['seq', 'horizon']).where('id', '=', id),
)

/** The user's `seq` now: as long as it stays nothing of their training has changed; and the highest of a deletion that was forgotten. */
export async function findSeq(
  db: Reader,
  id: string,
): Promise<{ readonly seq: number; readonly horizon: number }> {
  return (await seqQuery.first(db, { id })) ?? { seq: 0, horizon: 0 }
}

/**
 * The number of a user's next change, to stamp it with. It is raised in the change's own transaction, so that the order of
 * the numbers is the order of the commits.
 */
export async function nextSeq(tx: Tx, userId: string): Promise<number> {
  return (await raise(tx, userId)).seq
}

/**
 * The number of a change that makes a workout or a measurement, and its first revision: above that of each deletion that was
 * forgotten, since one of these may have had the same id, and a client may still know it.
 */
export async function firstStamps(tx: Tx, userId: string): Promise<{ seq: number; revision: number }> {
  const { seq, horizon } = await raise(tx, userId)
  // Each revision that was made here took a number, so that none is above that of its deletion.
  return { seq, revision: horizon + 1 }
}

async function raise(tx: Tx, userId: string): Promise<{ seq: number; horizon: number }> {
  const row = await raiseSeq.first(tx, { id: userId })
  if (!row) throw new Error('the account of a change is gone')
  noteChange(tx, userId)
  return row
}

const raiseSeqMore = prepare((db, p: { id: string; count: number }) =>
  db
    .updateTable('users')
    .set((column) => ({ seq: column('seq', '+', p.count) }))
    .where('id', '=', p.id)
    .returning('seq'),
)

/** Takes as many numbers for changes made together. The first of them is one more than what this resolves to. */
export async function raiseSeqBy(tx: Tx, userId: string, count: number): Promise<number> {
  const row = await raiseSeqMore.first(tx, { id: userId, count })
  if (!row) throw new Error('the account of a change is gone')
  noteChange(tx, userId)
  return row.seq - count
}
