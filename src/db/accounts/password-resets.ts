import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'

/** How long a password reset link is valid, in milliseconds. */
const passwordResetMs = 60 * 60 * 1000

const upsertOne = prepare((db, p: { userId: string; tokenHash: Uint8Array; expiresAt: number }) =>
  db
    .insertInto('passwordResets')
    .values(p)
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet({ tokenHash: p.tokenHash, expiresAt: p.expiresAt }),
    ),
)

/**
 * Stores the hash of a token that may set a new password once, within an hour. It replaces the account's
 * earlier token.
 */
export async function insertPasswordReset(
  tx: Tx,
  userId: string,
  tokenHash: Uint8Array,
  now: number,
): Promise<{ readonly expiresAt: number }> {
  const expiresAt = now + passwordResetMs
  await upsertOne.run(tx, { userId, tokenHash, expiresAt })
  return { expiresAt }
}

const selectOwner = prepare((db, p: { userId: string; tokenHash: Uint8Array; now: number }) =>
  db
    .selectFrom('passwordResets')
    .innerJoin('users', 'users.id', 'passwordResets.userId')
    .select(['users.id', 'users.email', 'users.displayName', 'users.disabledAt'])
    .where('users.id', '=', p.userId)
    .where('passwordResets.userId', '=', p.userId)
    .where('passwordResets.tokenHash', '=', p.tokenHash)
    .where('passwordResets.expiresAt', '>', p.now),
)

/** The account whose password may be set with a token. */
export interface ResetOwner {
  readonly id: string
  readonly email: string
  readonly displayName: string | null
  readonly disabledAt: number | null
}

/** The account of a valid token. */
export function findResetOwner(
  db: Reader,
  userId: string,
  tokenHash: Uint8Array,
  now: number,
): Promise<ResetOwner | undefined> {
  return selectOwner.first(db, { userId, tokenHash, now })
}

const deleteOne = prepare((db, p: { userId: string }) =>
  db.deleteFrom('passwordResets').where('userId', '=', p.userId),
)

/** Deletes the token of an account, if there is one. */
export async function deletePasswordReset(tx: Tx, userId: string): Promise<void> {
  await deleteOne.run(tx, { userId })
}
