import type { Reader } from '../schema/index.ts'

/**
 * The tables whose rows are synchronized: each has the `seq` of its last change. A resource names its own in
 * `services/resources.ts`.
 */
export const syncedTables = ['workouts', 'exercises', 'measurements'] as const

/** A table whose rows are synchronized. */
export type SyncedTable = (typeof syncedTables)[number]

/** The changes after the number `after`, up to the number `upTo`; at most `limit` of them. */
export interface ChangesPage {
  readonly userId: string
  readonly after: number
  readonly upTo: number
  readonly limit: number
}

/** What is stored of a resource, deleted or not, and the number of its last change. */
export interface ChangedRow<Stored> {
  readonly seq: number
  readonly stored: Stored
}

/**
 * The number of the last change of a page, whatever its table: the page ends there in each of them. A query
 * finds it by itself, so that none has to wait for another.
 */
export function lastOnPage(db: Reader, p: ChangesPage) {
  const [first, ...others] = syncedTables
  const numbers = others.reduce(
    (all, table) => all.unionAll(numbersIn(db, table, p)),
    numbersIn(db, first, p),
  )
  const page = numbers.orderBy('seq').limit(p.limit)
  return db.selectFrom(page.as('page')).select(({ fn }) => fn.max<number>('page.seq').as('seq'))
}

function numbersIn(db: Reader, table: SyncedTable, p: ChangesPage) {
  return db
    .selectFrom(table)
    .select('seq')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', p.upTo)
}
