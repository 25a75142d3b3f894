import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import { fromJson, toJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import { noteChange } from '../engine/process/changed-users.ts'
import { deletePackedWorkouts } from '../packed/save.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { UsersTable } from '../schema/users.ts'
import { differs } from '../values/differs.ts'
import { allTime, instant } from '../values/instant.ts'
import { refreshForBodyweights } from '../workouts/refresh-totals.ts'
import { emailKeyOf, findAddressOwner, freeAddress, reserveAddress } from './email-addresses.ts'

type User = Schemas['User']
type UserPatch = Schemas['UserPatch']

/** The columns of an account that its owner may see, and what `transact` needs. */
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
  'goal',
  'workoutsPerWeek',
  'bodyweightGoal',
  'competitionDay',
  'equipment',
  'plates',
  'seq',
  'horizon',
  'revision',
  'createdAt',
  'updatedAt',
] as const

/** An account as its owner may see it, as stored: `userOf` converts it to the contract's `User`. */
export type Profile = Pick<Selectable<UsersTable>, (typeof profileColumns)[number]>

/** The columns needed to check a login. */
export type Credentials = Pick<Selectable<UsersTable>, 'id' | 'passwordHash' | 'disabledAt'>

/** The initial values of an account. */
export type NewUser = Pick<
  Profile,
  'id' | 'email' | 'displayName' | 'unit' | 'distanceUnit' | 'timeZone' | 'dayStartHour' | 'weekStart'
> & { readonly passwordHash: string }

/** A profile in the contract's shape, without unset fields. */
export function userOf(profile: Profile): User {
  const {
    displayName,
    birthYear,
    sex,
    experience,
    goal,
    workoutsPerWeek,
    bodyweightGoal,
    competitionDay,
    equipment,
    plates,
    seq: _seq,
    horizon: _horizon,
    createdAt,
    updatedAt,
    ...otherColumns
  } = profile
  return {
    ...otherColumns,
    ...(displayName !== null && { displayName }),
    ...(birthYear !== null && { birthYear }),
    ...(sex !== null && { sex }),
    ...(experience !== null && { experience }),
    ...(goal !== null && { goal }),
    ...(workoutsPerWeek !== null && { workoutsPerWeek }),
    ...(bodyweightGoal !== null && { bodyweightGoal }),
    ...(competitionDay !== null && { competitionDay }),
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
      .returning(profileColumns),
)

/** Inserts an account; `undefined` if the address already has one. */
export async function insertUser(tx: Tx, user: NewUser, now: number): Promise<Profile | undefined> {
  const emailKey = emailKeyOf(user.email)
  if (!(await reserveAddress(tx, emailKey, user.id))) return undefined
  return insertOne.first(tx, {
    ...user,
    emailKey,
    birthYear: null,
    sex: null,
    experience: null,
    goal: null,
    workoutsPerWeek: null,
    bodyweightGoal: null,
    competitionDay: null,
    equipment: null,
    plates: null,
    createdAt: now,
    updatedAt: now,
  })
}

const selectProfile = prepare((db, p: { id: string }) =>
  db.selectFrom('users').select(profileColumns).where('id', '=', p.id),
)

/** The profile of an account; `undefined` if there is none. */
export function findProfile(db: Reader, userId: string): Promise<Profile | undefined> {
  return selectProfile.first(db, { id: userId })
}

const selectCredentials = prepare((db, p: { id: string }) =>
  db.selectFrom('users').select(['id', 'passwordHash', 'disabledAt']).where('id', '=', p.id),
)

/** The credentials of an account, by its id. */
export function findCredentialsById(db: Reader, userId: string): Promise<Credentials | undefined> {
  return selectCredentials.first(db, { id: userId })
}

/** The credentials of the account with this address. */
export async function findCredentials(db: Reader, email: string): Promise<Credentials | undefined> {
  const userId = await findAddressOwner(db, email)
  return userId === undefined ? undefined : findCredentialsById(db, userId)
}

const updatePasswordHash = prepare((db, p: { id: string; from: string; to: string }) =>
  db
    .updateTable('users')
    .set({ passwordHash: p.to })
    .where('id', '=', p.id)
    .where('passwordHash', '=', p.from),
)

/** Replaces a password hash that was just verified; `false` if it has changed since. */
export async function replacePasswordHash(
  tx: Tx,
  userId: string,
  from: string,
  to: string,
): Promise<boolean> {
  return (await updatePasswordHash.run(tx, { id: userId, from, to })) === 1
}

const updateAnyPasswordHash = prepare((db, p: { id: string; to: string }) =>
  db.updateTable('users').set({ passwordHash: p.to }).where('id', '=', p.id),
)

/** Replaces a password hash unconditionally. */
export async function setPasswordHash(tx: Tx, userId: string, to: string): Promise<void> {
  await updateAnyPasswordHash.run(tx, { id: userId, to })
}

const updateProfileColumns = prepare(
  (db, p: ProfileColumns & { id: string; revision: number; updatedAt: number }) => {
    const { id, ...columns } = p
    return db.updateTable('users').set(columns).where('id', '=', id)
  },
)

/** The columns that `UserPatch` may change. */
type ProfileColumns = Omit<
  Profile,
  'id' | 'email' | 'seq' | 'horizon' | 'revision' | 'createdAt' | 'updatedAt'
>

/** The result of changing a profile. */
export type ProfileUpdate =
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly current: User }
  | { readonly kind: 'saved'; readonly user: User }

/**
 * Applies a JSON merge patch to a profile, if `mayChange` accepts its revision. A patch without changes
 * keeps the revision.
 */
export async function updateProfile(
  tx: Tx,
  userId: string,
  patch: UserPatch,
  mayChange: (revision: number) => boolean,
  now: number,
): Promise<ProfileUpdate> {
  const profile = await findProfile(tx, userId)
  if (!profile) return { kind: 'missing' }
  if (!mayChange(profile.revision)) return { kind: 'stale', current: userOf(profile) }
  const columns = { ...columnsOf(profile), ...patchColumns(patch) }
  if (!differs(columns, profile)) return { kind: 'saved', user: userOf(profile) }
  const stamps = { revision: profile.revision + 1, updatedAt: now }
  await updateProfileColumns.run(tx, { ...columns, ...stamps, id: userId })
  noteChange(tx, userId)
  // The day of a bodyweight depends on `dayStartHour`.
  if (columns.dayStartHour !== profile.dayStartHour) await refreshForBodyweights(tx, { userId, ...allTime })
  return { kind: 'saved', user: userOf({ ...profile, ...columns, ...stamps }) }
}

function columnsOf(profile: Profile): ProfileColumns {
  const {
    id: _id,
    email: _email,
    seq: _seq,
    horizon: _horizon,
    revision: _revision,
    createdAt: _created,
    updatedAt: _updated,
    ...columns
  } = profile
  return columns
}

/** The columns that a patch sets, with lists as JSON. */
function patchColumns({ equipment, plates, ...otherColumns }: UserPatch): Partial<ProfileColumns> {
  return {
    ...otherColumns,
    ...(equipment !== undefined && { equipment: equipment && toJson(equipment) }),
    ...(plates !== undefined && { plates: plates && toJson(plates) }),
  }
}

const deleteOne = prepare((db, p: { id: string }) =>
  db.deleteFrom('users').where('id', '=', p.id).returning('emailKey'),
)

/** The result of deleting an account. */
export type UserDeletion =
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly current: User }
  | { readonly kind: 'deleted' }

/** Deletes an account and, mostly through foreign keys, all of its data. */
export async function deleteUser(
  tx: Tx,
  userId: string,
  mayChange: (revision: number) => boolean,
): Promise<UserDeletion> {
  const profile = await findProfile(tx, userId)
  if (!profile) return { kind: 'missing' }
  if (!mayChange(profile.revision)) return { kind: 'stale', current: userOf(profile) }
  await deletePackedWorkouts(tx, userId)
  const deleted = await deleteOne.first(tx, { id: userId })
  if (deleted) await freeAddress(tx, deleted.emailKey, userId)
  noteChange(tx, userId)
  return { kind: 'deleted' }
}
