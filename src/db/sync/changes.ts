import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader, Schema } from '../schema/index.ts'
import { type SyncedTable, syncedTableNames } from './tables.ts'

/** The changes after the number `after`, up to the number `upTo`; at most `limit` of them. */
export interface ChangesPage {
  readonly userId: string
  readonly after: number
  readonly upTo: number
  readonly limit: number
}

/** A stored resource, deleted or not, and the number of its last change. */
export interface ChangedRow<Stored> {
  readonly seq: number
  readonly stored: Stored
}

/**
 * The number of the last change on a page across all tables, where the page ends in every table. It is a
 * subquery of each table's query, so that the queries can run at the same time.
 */
export function lastOnPage(db: Reader, p: ChangesPage) {
  const [first, ...others] = syncedTableNames.map((table) => numbersIn(db, table, p))
  if (!first) throw new Error('no table is synchronized')
  const numbers = others.reduce((all, more) => all.unionAll(more), first)
  const page = numbers.orderBy('seq').limit(p.limit)
  return db.selectFrom(page.as('page')).select(({ fn }) => fn.max<number>('page.seq').as('seq'))
}

/** Creates the query for a table's rows on a page of changes. */
export function changedIn<Table extends SyncedTable>(table: Table) {
  const selectChanged = prepare((db, p: ChangesPage) =>
    db
      .selectFrom<SyncedTable>(table)
      .selectAll()
      .where('userId', '=', p.userId)
      .where('seq', '>', p.after)
      .where('seq', '<=', lastOnPage(db, p)),
  )
  return async (db: Reader, page: ChangesPage): Promise<ChangedRow<Selectable<Schema[Table]>>[]> =>
    (await selectChanged.all(db, page)).map((row) => ({
      seq: row.seq,
      // The query selects all columns of this table.
      stored: row as Selectable<Schema[Table]>,
    }))
}

function numbersIn(db: Reader, table: SyncedTable, p: ChangesPage) {
  return db
    .selectFrom(table)
    .select('seq')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', p.upTo)
}
