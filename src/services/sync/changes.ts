import { type Static, Type } from '@sinclair/typebox'
import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { listChanges } from '#db/sync/changes.ts'
import type { SyncState } from '#db/sync/state.ts'
import type { Schemas } from '#generated/types.ts'
import { sessionEnded } from '#handlers/account-problems.ts'
import type { AppHandlers } from '#handlers/context.ts'
import { invalidCursor } from '#handlers/problems.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { ok, problem } from '#http/response/constructors.ts'
import { pageOf } from '#lib/page.ts'
import { presentChanges } from './present.ts'

const counter = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/**
 * A client's position: it has everything up to `seq`. `floor` is where the changes stood when it started from
 * nothing: deletions up to there concern things that it never saw.
 */
const position = Type.Object(
  { epoch: Type.String(), seq: counter, floor: counter },
  { additionalProperties: false },
)
type Position = Static<typeof position>
const cursor = new Cursor('pullChanges', position)

/** `GET /api/sync/changes` */
export const pullChanges: AppHandlers['pullChanges'] = async ({ query, principal: { user }, db }) => {
  // Bound to the user, where other lists have filters.
  const whose = { user: user.id }
  const from = query.cursor === undefined ? undefined : cursor.decode(whose, query.cursor)
  if (query.cursor !== undefined && !from) return invalidCursor()
  const page = await readPage(db, user, from, query.limit)
  if ('status' in page) return page
  const { items, hasMore, ...end } = page
  return ok({
    items,
    nextCursor: cursor.encode(whose, end),
    hasMore,
    epoch: end.epoch,
    seq: end.seq,
  })
}

/** As many changes are read in one turn: some milliseconds. */
const turnChanges = 40

/** A page, and where it ends. */
interface Page extends Position {
  readonly items: Schemas['SyncChange'][]
  readonly hasMore: boolean
}

/**
 * Reads a page in turns, so that others need not wait for a thousand workouts. It tells of what had changed by the first turn: what
 * changes later moves behind its end, and so comes once, now or with a later page.
 */
async function readPage(db: Reader, user: Profile, from: Position | undefined, limit: number) {
  const items: Schemas['SyncChange'][] = []
  let after = from?.seq ?? 0
  let first: SyncState | undefined
  for (;;) {
    const upTo = first?.seq ?? Number.MAX_SAFE_INTEGER
    const turn = Math.min(turnChanges, limit - items.length)
    const found = await listChanges(db, user.id, { after, upTo, limit: turn + 1 })
    if (!found) return sessionEnded()
    const { state } = found
    first ??= state
    const { epoch, floor } = from ?? { epoch: first.epoch, floor: first.seq }
    // In each turn: what a deletion was that is forgotten by now, can't be told.
    if (!holds({ epoch, seq: after, floor }, state)) return expired
    const { items: part, last } = pageOf(found.resources, turn)
    items.push(...(await presentChanges(db, user, part)))
    const hasMore = last !== undefined
    const seq = last?.seq ?? first.seq
    if (!hasMore || items.length === limit) {
      return { items, hasMore, epoch: state.epoch, seq, floor } satisfies Page
    }
    after = seq
    await new Promise(setImmediate)
  }
}

const expired = problem(
  410,
  'cursor_expired',
  'This cursor is no longer valid. Pull everything again without a cursor, and keep what you have not pushed.',
)

/** Whether all changes since a position can still be reported. */
function holds({ epoch, seq, floor }: Position, state: SyncState): boolean {
  return epoch === state.epoch && seq <= state.seq && Math.max(seq, floor) >= state.horizon
}
