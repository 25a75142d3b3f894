import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { MetaKey } from '../schema/service.ts'

const prefix = 'unswept:'

function keyOf(userId: string): MetaKey {
  return `unswept:${userId}`
}

const findMark = prepare((db, { key }: { readonly key: MetaKey }) =>
  db.selectFrom('meta').select('value').where('key', '=', key),
)
const allMarks = prepare((db, p: { readonly from: string; readonly to: string }) =>
  db
    .selectFrom('meta')
    .select('key')
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '>=', p.from))
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '<', p.to)),
)
const setMark = prepare((db, row: { readonly key: MetaKey; readonly value: string }) =>
  db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))),
)
const deleteMark = prepare((db, { key, value }: { readonly key: MetaKey; readonly value: string }) =>
  db.deleteFrom('meta').where('key', '=', key).where('value', '=', value),
)

/** Records that a user's tombstones may have contents until they are swept. `token` identifies the writer. */
export async function markUnswept(tx: Tx, userId: string, token: string): Promise<void> {
  await setMark.run(tx, { key: keyOf(userId), value: token })
}

/**
 * Removes that record. False if it no longer exists or belongs to another writer, which means that a
 * sweep has run.
 */
export async function unmark(tx: Tx, userId: string, token: string): Promise<boolean> {
  return (await deleteMark.run(tx, { key: keyOf(userId), value: token })) === 1
}

/** The token of the writer that may have left rows for the user; undefined if there is nothing to sweep. */
export async function findUnswept(db: Reader, userId: string): Promise<string | undefined> {
  return (await findMark.first(db, { key: keyOf(userId) }))?.value
}

/** The users for whom an unfinished import may have left rows. */
export async function unsweptUsers(db: Reader): Promise<string[]> {
  const marks = await allMarks.all(db, { from: prefix, to: `${prefix}~` })
  return marks.map(({ key }) => key.slice(prefix.length))
}
