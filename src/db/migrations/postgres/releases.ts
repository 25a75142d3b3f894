import { sql } from 'kysely'
import { Unavailable } from '#lib/unavailable.ts'
import { kyselyOf } from '../../engine/kysely.ts'
import { postgresOf } from '../../engine/postgres/direct-of.ts'
import { newerRelease } from '../../engine/postgres/errors.ts'
import type { Db, Reader } from '../../schema/index.ts'
import type { Migrations } from '../index.ts'
import { NewerDatabaseError } from '../newer-database.ts'

/** The table that lists a database's applied migrations. */
export const migrationTable = 'migrations'

/**
 * Whether a migration removes something that nodes of the previous release need, according to its name:
 * `0021-contract-…`. After all others, those nodes keep working while newer ones start.
 */
const isContraction = (name: string) => /^\d{4}-contract-/.test(name)

/** The table that Kysely creates beside it: other programs have a table of migrations too. */
export const migrationLockTable = `${migrationTable}Lock`

/** The database has tables, but not those of Replog. Nothing was changed. */
export class ForeignTablesError extends Error {
  override name = 'ForeignTablesError'
  constructor(table: string) {
    super(`the database has tables of another program, such as ${table}: create an empty one for Replog`)
  }
}

/**
 * The names of a database's migrations; none for a new one.
 *
 * @throws {ForeignTablesError} if it isn't one of Replog's
 */
export async function appliedMigrations(reader: Reader): Promise<ReadonlySet<string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not exists (
      select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    order by 1`.execute(kyselyOf(reader))
  const [table] = tables
  if (!table) return new Set()
  if (!tables.some(({ name }) => name === migrationLockTable)) throw new ForeignTablesError(table.name)
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`.execute(
    kyselyOf(reader),
  )
  return new Set(rows.map(({ name }) => name))
}

/**
 * The migrations that a database still needs; none if a later release has added to it.
 *
 * @throws {NewerDatabaseError} if a later release has removed something that this one needs, or if both
 *   have migrations that the other doesn't know
 */
export function pendingMigrations(applied: ReadonlySet<string>, known: Migrations): string[] {
  const pending = Object.keys(known).filter((name) => !applied.has(name))
  const unknown = unknownMigrations(applied, known)
  if (unknown.some(isContraction) || (unknown.length > 0 && pending.length > 0))
    throw new NewerDatabaseError(unknown)
  return pending
}

const unknownMigrations = (applied: ReadonlySet<string>, known: Migrations) =>
  [...applied].filter((name) => !Object.hasOwn(known, name))

/**
 * Checks that no later release has removed something that this one needs while this node was running.
 *
 * @throws {Unavailable} if one has
 */
export async function assertStillCompatible(db: Db, known: Migrations): Promise<void> {
  if (!postgresOf(db)) return
  const unknown = unknownMigrations(await appliedMigrations(db), known)
  if (unknown.some(isContraction)) throw new Unavailable(newerRelease, 60)
}
