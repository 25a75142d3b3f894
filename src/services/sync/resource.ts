import type { Profile } from '#db/accounts/users.ts'
import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Refused } from '#handlers/refused.ts'

/** The columns that synchronization needs of every resource. */
export interface Stamps {
  readonly revision: number
  /** Null if it was not deleted. */
  readonly deletedAt: number | null
}

/**
 * What a push needs of one kind of resource: how the ordinary operations read and write it, in one form.
 * `Input` is what a client sends, `Ready` its form for writing, `Kept` what is stored.
 */
export interface Resource<Input, Ready extends object, Kept> {
  /** By id, tombstones included. */
  find(tx: Tx, userId: string, id: string): Promise<Kept | Refused | undefined>
  stampsOf(kept: Kept): Stamps
  /** What was sent in its form for writing, or what is wrong with it. */
  ready(userId: string, id: string, input: Input): Ready | Refused
  /** Each resolves to what is stored afterwards. */
  add(tx: Tx, ready: Ready, now: number): Promise<Stamps | Refused>
  change(tx: Tx, kept: Kept, ready: Ready, now: number): Promise<Stamps | Refused>
  bringBack(tx: Tx, tombstone: Kept, ready: Ready, now: number): Promise<Stamps | Refused>
  remove(tx: Tx, kept: Kept, now: number): Promise<Stamps>
  /** The current state, for a client that has another revision. */
  present(tx: Tx, user: Profile, kept: Kept): Promise<Schemas['SyncChange']>
}
