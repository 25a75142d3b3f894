import { type Expression, type RawBuilder, sql } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Tx } from '../schema/index.ts'
import type { MetaKey } from '../schema/service.ts'

/** Marks of users for whom work is pending, stored in the table `meta` under keys that end with the user's id. */
export interface UserMarks {
  /** Marks a user, replacing an earlier mark. `token` identifies this mark. */
  set(tx: Tx, userId: string, token: string): Promise<void>
  /** The token of a user's mark; undefined if the user isn't marked. */
  find(db: Reader, userId: string): Promise<string | undefined>
  /** Removes a user's mark. False if it no longer has this token, because it was removed or replaced. */
  remove(tx: Tx, userId: string, token: string): Promise<boolean>
  /** The ids of all marked users. */
  listUsers(db: Reader): Promise<string[]>
  /** The key of a user's mark, for a query. */
  keyOf(userId: Expression<string>): RawBuilder<MetaKey>
}

const selectMark = prepare((db, { key }: { readonly key: MetaKey }) =>
  db.selectFrom('meta').select('value').where('key', '=', key),
)

const selectKeys = prepare((db, p: { readonly from: string; readonly before: string }) =>
  db
    .selectFrom('meta')
    .select('key')
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '>=', p.from))
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '<', p.before)),
)

const upsertMark = prepare((db, row: { readonly key: MetaKey; readonly value: string }) =>
  db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))),
)

const deleteMark = prepare((db, { key, value }: { readonly key: MetaKey; readonly value: string }) =>
  db.deleteFrom('meta').where('key', '=', key).where('value', '=', value),
)

/** The marks whose keys begin with this prefix. */
export function userMarks(prefix: 'unswept:' | 'untotaled:'): UserMarks {
  const keyOf = (userId: string): MetaKey => `${prefix}${userId}`
  return {
    async set(tx, userId, token) {
      await upsertMark.run(tx, { key: keyOf(userId), value: token })
    },
    find: async (db, userId) => (await selectMark.first(db, { key: keyOf(userId) }))?.value,
    remove: async (tx, userId, token) =>
      (await deleteMark.run(tx, { key: keyOf(userId), value: token })) === 1,
    async listUsers(db) {
      const rows = await selectKeys.all(db, { from: prefix, before: `${prefix}~` })
      return rows.map(({ key }) => key.slice(prefix.length))
    },
    keyOf: (userId) => sql<MetaKey>`${sql.lit(prefix)} || ${userId}`,
  }
}
