import { type Static, Type } from '@sinclair/typebox'
import { listChanges } from '../../db/sync/changes.ts'
import type { SyncState } from '../../db/sync/state.ts'
import { ok, problem } from '../../http/answer.ts'
import { Cursor } from '../../http/cursor.ts'
import { sessionEnded } from '../account-problems.ts'
import type { AppHandlers } from '../context.ts'
import { invalidCursor } from '../invalid.ts'
import { pageOf } from '../page.ts'
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
const cursor = new Cursor('pullChanges', position)

/** `GET /api/sync/changes` */
export const pullChanges: AppHandlers['pullChanges'] = async ({ query, principal: { user }, db }) => {
  // Bound to the user, where other lists have filters.
  const whose = { user: user.id }
  const from = query.cursor === undefined ? undefined : cursor.decode(whose, query.cursor)
  if (query.cursor !== undefined && !from) return invalidCursor()
  const found = await listChanges(db, user.id, { after: from?.seq ?? 0, limit: query.limit + 1 })
  if (!found) return sessionEnded()
  const { state, resources } = found
  if (from && !holds(from, state)) return expired
  const { items, last } = pageOf(resources, query.limit)
  const seq = last?.seq ?? state.seq
  return ok({
    items: await presentChanges(db, user, items),
    nextCursor: cursor.encode(whose, { epoch: state.epoch, seq, floor: from?.floor ?? state.seq }),
    hasMore: last !== undefined,
    epoch: state.epoch,
    seq,
  })
}

const expired = problem(
  410,
  'cursor_expired',
  'This cursor is no longer valid. Pull everything again without a cursor, and keep what you have not pushed.',
)

/** Whether all changes since a position can still be reported. */
function holds({ epoch, seq, floor }: Static<typeof position>, state: SyncState): boolean {
  return epoch === state.epoch && seq <= state.seq && Math.max(seq, floor) >= state.horizon
}
