import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Unavailable } from '#lib/unavailable.ts'
import { postgresOf } from '../engine/postgres/direct-of.ts'
import { readSnapshot } from '../engine/read-snapshot.ts'
import { transactMigration } from '../engine/transact.ts'
import type { Db, Reader, Schema, Tx } from '../schema/index.ts'
import { copiedTables } from './copied-tables.ts'
import { type Row, tablePages } from './table-pages.ts'

/** The target already has data. Nothing was changed. */
export class TargetNotEmptyError extends Error {
  override name = 'TargetNotEmptyError'
  constructor() {
    super('the target already has accounts: choose an empty database')
  }
}

/** A row of the source violates a constraint of the target. Nothing was changed. */
class RejectedRowError extends Error {
  override name = 'RejectedRowError'
  constructor(table: string, cause: Error) {
    super(`a row of ${table} is invalid: ${cause.message}`, { cause })
  }
}

/** The data read back from the target differs from the source. Nothing was changed. */
class CopyDiffersError extends Error {
  override name = 'CopyDiffersError'
  constructor(table: string) {
    super(`the copy of ${table} differs from its source: nothing was copied`)
  }
}

/** The number of copied rows of a table. */
export interface CopiedTable {
  readonly table: keyof Schema
  readonly rows: number
}

/**
 * Copies everything from one database to an empty one, of either engine, in one transaction, then reads it back and
 * compares it with the source. Of a source that is in use, copies the state at the start.
 *
 * @throws {TargetNotEmptyError} if the target has an account
 */
export function copyAll(
  source: Db,
  target: Db,
  onTable: (copied: CopiedTable) => void = () => undefined,
): Promise<CopiedTable[]> {
  return transactMigration(target, async (tx) => {
    const accounts = await tx.selectFrom('users').select('id').limit(1).execute()
    if (accounts.length > 0) throw new TargetNotEmptyError()
    // A new database already has an epoch and perhaps the catalogue, which the source's replace.
    for (const [table] of copiedTables.toReversed()) await tx.deleteFrom(table).execute()
    const copied = await readSnapshot(source, (reader) => copyTables(reader, tx, onTable))
    // Without statistics, PostgreSQL would plan as if the tables were almost empty.
    if (postgresOf(tx)) await sql`analyze`.execute(tx)
    return copied
  })
}

async function copyTables(
  source: Reader,
  tx: Tx,
  onTable: (copied: CopiedTable) => void,
): Promise<CopiedTable[]> {
  const copied: CopiedTable[] = []
  for (const [table, key] of copiedTables) {
    const rows = await copyTable(source, tx, table, key)
    onTable({ table, rows })
    copied.push({ table, rows })
  }
  for (const [table, key] of copiedTables) {
    if ((await digest(source, table, key)) !== (await digest(tx, table, key)))
      throw new CopyDiffersError(table)
  }
  return copied
}

async function copyTable(
  source: Reader,
  tx: Tx,
  table: keyof Schema,
  key: readonly string[],
): Promise<number> {
  let count = 0
  for await (const rows of tablePages(source, table, key)) {
    for (let start = 0; start < rows.length; start += rowsPerInsert)
      await insertRows(tx, table, rows.slice(start, start + rowsPerInsert)).catch((error: unknown) => {
        throw error instanceof Error && !(error instanceof Unavailable)
          ? new RejectedRowError(table, error)
          : error
      })
    count += rows.length
  }
  return count
}

/** The number of rows per insert, because SQLite allows 32,766 parameters. */
const rowsPerInsert = 100

/** Inserts rows of any table, with the columns that they have in the source. */
async function insertRows(tx: Tx, table: keyof Schema, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values ${sql.join(values)}`.execute(tx)
}

/** A digest of all rows of a table, the same on both engines. */
async function digest(reader: Reader, table: keyof Schema, key: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for await (const rows of tablePages(reader, table, key)) {
    for (const row of rows) {
      for (const name of Object.keys(row).sort())
        hash.update(`${name}:`).update(textOf(row[name])).update('\n')
    }
  }
  return hash.digest('hex')
}

function textOf(value: unknown): string {
  // As JSON, NaN would equal the null that SQLite stores instead.
  if (Number.isNaN(value)) return 'NaN'
  return value instanceof Uint8Array ? value.toHex() : JSON.stringify(value)
}
