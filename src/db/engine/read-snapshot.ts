import { sql } from 'kysely'
import { postgresOf } from './postgres/direct-of.ts'
import { transactAccounts } from './transact.ts'
import type { Db, Reader } from './types.ts'

/**
 * Reads one state of the database with any number of queries, one after another, while nodes may be writing. On SQLite,
 * which has one process, that process must not write meanwhile.
 */
export function readSnapshot<T>(db: Db, read: (reader: Reader) => Promise<T>): Promise<T> {
  if (!postgresOf(db)) return read(db)
  return transactAccounts(db, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    return read(tx)
  })
}
