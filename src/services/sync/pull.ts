import type { Profile } from '#db/accounts/users.ts'
import { readsBlockOthers, readTogether } from '#db/engine/read-together.ts'
import type { Reader } from '#db/schema/index.ts'
import type { ChangesPage } from '#db/sync/changes.ts'
import { findSyncState, type SyncState } from '#db/sync/state.ts'
import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import { pageOf } from '#lib/page.ts'
import { resources } from '../resources.ts'

/**
 * A client's position: it has everything up to `seq`. `floor` is the user's seq at the time when the client started
 * from scratch; earlier deletions concern resources that it never saw.
 */
export interface Position {
  readonly epoch: string
  readonly seq: number
  readonly floor: number
}

/** A page of changes, and where it ends. */
interface PulledPage {
  readonly kind: 'pulled'
  readonly items: OrText<Schemas['SyncChange']>[]
  readonly hasMore: boolean
  readonly end: Position
}

/** There is no page: the account was deleted, or changes since the position were purged. */
interface NotPulled {
  readonly kind: 'session_ended' | 'cursor_expired'
}

/** The number of changes to read in one turn of a few milliseconds, if reading them blocks other requests. */
const turnChanges = 40

/**
 * Reads a page of changes, in turns if other requests would otherwise wait for a thousand workouts. It
 * covers the changes up to the first turn: a resource that changes later moves past the end and appears
 * once, on this page or a later one.
 */
export async function pullChanges(
  db: Reader,
  user: Profile,
  from: Position | undefined,
  limit: number,
): Promise<PulledPage | NotPulled> {
  const items: OrText<Schemas['SyncChange']>[] = []
  let after = from?.seq ?? 0
  let firstState: SyncState | undefined
  const maxTurn = readsBlockOthers(db) ? turnChanges : limit
  for (;;) {
    const upTo = firstState?.seq ?? Number.MAX_SAFE_INTEGER
    const turn = Math.min(maxTurn, limit - items.length)
    const { state, seqs, present } = await readChanges(db, user, {
      userId: user.id,
      after,
      upTo,
      limit: turn + 1,
    })
    if (!state) return { kind: 'session_ended' }
    firstState ??= state
    const { epoch, floor } = from ?? { epoch: firstState.epoch, floor: firstState.seq }
    // Checked in each turn, because a tombstone may expire while the page is read.
    if (!covers({ epoch, seq: after, floor }, state)) return { kind: 'cursor_expired' }
    const { items: part, last } = pageOf(seqs, turn)
    items.push(...(await present(part.at(-1) ?? 0)))
    const hasMore = last !== undefined
    const seq = last ?? firstState.seq
    if (!hasMore || items.length === limit) {
      return { kind: 'pulled', items, hasMore, end: { epoch: state.epoch, seq, floor } }
    }
    after = seq
    await new Promise(setImmediate)
  }
}

/** Reads the changes of all resources on a page, and the user's state at the same time. */
async function readChanges(db: Reader, user: Profile, page: ChangesPage) {
  const [state, ...lists] = await readTogether(db, () => [
    findSyncState(db, user.id),
    ...Object.values(resources).map((resource) => resource.listChanges(db, page)),
  ])
  return {
    state,
    /** Ascending. */
    seqs: lists.flatMap(({ seqs }) => seqs).sort((a, b) => a - b),
    /** The changes up to a number, in order. */
    async present(upTo: number): Promise<OrText<Schemas['SyncChange']>[]> {
      const presented = await Promise.all(lists.map((list) => list.present(db, user, upTo)))
      const inOrder = presented.flat().sort((a, b) => a.seq - b.seq)
      return inOrder.map(({ change }) => change)
    },
  }
}

/** Whether all changes since a position can still be reported. */
function covers({ epoch, seq, floor }: Position, state: SyncState): boolean {
  return epoch === state.epoch && seq <= state.seq && Math.max(seq, floor) >= state.horizon
}
