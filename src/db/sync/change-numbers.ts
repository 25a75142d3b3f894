import { postgresOf } from '../engine/postgres/direct-of.ts'
import { prepare } from '../engine/prepare.ts'
import { noteChange } from '../engine/process/changed-users.ts'
import type { Reader, Tx } from '../schema/index.ts'

const raiseSeq = prepare((db, p: { id: string }) =>
  db
    .updateTable('users')
    .set((column) => ({ seq: column('seq', '+', 1) }))
    .where('id', '=', p.id),
)

const raiseAndReturnSeq = prepare((db, p: { id: string }) =>
  db
    .updateTable('users')
    .set((column) => ({ seq: column('seq', '+', 1) }))
    .where('id', '=', p.id)
    .returning(['seq', 'horizon']),
)

const selectSeq = prepare((db, { id }: { readonly id: string }) =>
  db.selectFrom('users').select(['seq', 'horizon']).where('id', '=', id),
)

/**
 * The user's current `seq`; while it is the same, none of their training has changed. `horizon` is the
 * highest `seq` of an expired tombstone.
 */
export async function findSeq(
  db: Reader,
  id: string,
): Promise<{ readonly seq: number; readonly horizon: number }> {
  return (await selectSeq.first(db, { id })) ?? { seq: 0, horizon: 0 }
}

/**
 * The number of a user's next change. It is incremented in the change's own transaction, so that numbers
 * are in commit order.
 */
export async function nextSeq(tx: Tx, userId: string): Promise<number> {
  return (await incrementSeq(tx, userId)).seq
}

/**
 * The number of a change that creates a resource, and the resource's first revision, which is higher
 * than that of any expired tombstone, because one of those may have had the same id and still be known to
 * a client.
 */
export async function firstStamps(tx: Tx, userId: string): Promise<{ seq: number; revision: number }> {
  const { seq, horizon } = await incrementSeq(tx, userId)
  // Each change gives a resource at most one revision, so a tombstone's revision is never above its `seq`, nor above
  // the horizon once it has expired.
  return { seq, revision: horizon + 1 }
}

const setSeq = prepare((db, { id, seq }: { readonly id: string; readonly seq: number }) =>
  db.updateTable('users').set({ seq }).where('id', '=', id),
)

async function incrementSeq(tx: Tx, userId: string): Promise<{ seq: number; horizon: number }> {
  const postgres = postgresOf(tx)
  const locked = await postgres?.lockedUser()
  if (locked) {
    locked.seq++
    await setSeq.send(tx, { id: userId, seq: locked.seq })
    noteChange(tx, userId, locked.seq)
    return locked
  }
  const row = postgres
    ? await raiseAndReturnSeq.first(tx, { id: userId })
    : await raiseSeqOnSqlite(tx, userId)
  if (!row) throw new Error('the user whose data is being changed no longer exists')
  noteChange(tx, userId, row.seq)
  return row
}

/** On SQLite, where a query costs no round trip, two statements take a third of the time of one with `returning`. */
async function raiseSeqOnSqlite(
  tx: Tx,
  id: string,
): Promise<{ readonly seq: number; readonly horizon: number } | undefined> {
  await raiseSeq.run(tx, { id })
  return selectSeq.first(tx, { id })
}

const raiseSeqByCount = prepare((db, p: { id: string; count: number }) =>
  db
    .updateTable('users')
    .set((column) => ({ seq: column('seq', '+', p.count) }))
    .where('id', '=', p.id)
    .returning('seq'),
)

/** Reserves numbers for changes made together, and resolves to the number before the first. */
export async function raiseSeqBy(tx: Tx, userId: string, count: number): Promise<number> {
  const row = await raiseSeqByCount.first(tx, { id: userId, count })
  if (!row) throw new Error('the user whose data is being changed no longer exists')
  noteChange(tx, userId, row.seq)
  return row.seq - count
}
