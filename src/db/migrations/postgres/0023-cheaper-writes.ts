import { type QueryExecutorProvider, sql } from 'kysely'
import { isDistributed } from '../../maintenance/distribute.ts'
import type { Tx } from '../../schema/index.ts'

/** Tables whose constraints cost more than a third of the time of saving a workout. */
const checkedTables = ['users', 'workouts', 'packedWorkouts']

/** Tables that are derived from workouts. Each new row cost a check that its user exists. */
const derivedTables = ['packedWorkouts', 'performedExercises']

/** Columns with a few kilobytes of text that requests write. */
const longTexts = {
  workouts: 'content',
  workoutRevisions: 'content',
  memoryCheckpoints: 'content',
  idempotencyKeys: 'body',
}

/**
 * Makes saving a workout cheaper. PostgreSQL parses all check constraints of a table for each statement that writes to
 * it, even if only `seq` changes. They aren't needed, because the contract checks the same rules, and so does SQLite. A
 * distributed database keeps its constraints, because it can have no trigger for nodes of the previous release.
 */
export async function up(db: Tx): Promise<void> {
  if (await isDistributed(db)) return
  for (const table of checkedTables) await dropChecks(db, table)
  for (const table of derivedTables)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(`${table}_userId_fkey`)}`.execute(db)
  await deleteWithUser(db)
  for (const [table, column] of Object.entries(longTexts)) await compressFaster(db, table, column)
}

async function dropChecks(db: QueryExecutorProvider, table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select conname as name from pg_constraint
    where contype = 'c' and conrelid = ${sql.lit(`"${table}"`)}::regclass order by 1`.execute(db)
  for (const { name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db)
}

/** Nodes of the previous release delete an account and rely on its other rows being deleted with it. */
async function deleteWithUser(db: QueryExecutorProvider): Promise<void> {
  await sql`create function "deleteDerivedRows"() returns trigger language plpgsql as $$
    begin
      delete from "packedWorkouts" where "userId" = old."id";
      delete from "performedExercises" where "userId" = old."id";
      return null;
    end $$`.execute(db)
  await sql`create trigger "deleted" after delete on "users" for each row execute function "deleteDerivedRows"()`.execute(
    db,
  )
}

/** LZ4 takes a fraction of the time of the default; a server may have been built without it. */
async function compressFaster(db: QueryExecutorProvider, table: string, column: string): Promise<void> {
  await sql`do $$ begin
    alter table ${sql.table(table)} alter column ${sql.ref(column)} set compression lz4;
  exception when feature_not_supported then null; end $$`.execute(db)
}
