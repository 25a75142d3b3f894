import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

/** What a user's sync cursors are compared with. */
export interface SyncState {
  /** Identifies the database; restoring a backup sets a new one. */
  readonly epoch: string
  /** The number of the user's last change. */
  readonly seq: number
  /** The highest number of an expired tombstone; 0 if there is none. */
  readonly horizon: number
}

const selectState = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('users')
    .innerJoin('meta', (join) => join.on('meta.key', '=', 'epoch'))
    .select(['users.seq', 'users.horizon', 'meta.value as epoch'])
    .where('users.id', '=', userId),
)

/** The state of a user's changes; `undefined` if the account no longer exists. */
export function findSyncState(db: Reader, userId: string): Promise<SyncState | undefined> {
  return selectState.first(db, { userId })
}
