import { sql } from 'kysely'
import { kyselyOf } from '../engine/kysely.ts'
import { isCluster } from '../engine/postgres/server.ts'
import type { Tx } from '../schema/index.ts'
import { distribution, type Placement } from './distribution.ts'

/** The database can't be distributed. The message says what is missing. */
export class NotClusteredError extends Error {
  override name = 'NotClusteredError'
  constructor(advice: string) {
    super(`the database can't be distributed: ${advice}`)
  }
}

/**
 * Distributes tables that aren't distributed yet: those of a database that was on one server, or a
 * migration's new ones. Resolves to the names of the tables. Nothing may be writing, and no node of an
 * earlier release may be running.
 *
 * @throws {NotClusteredError} if it isn't a Citus database, or has no servers
 */
export async function distribute(tx: Tx): Promise<string[]> {
  if (!(await isCluster(tx))) throw new NotClusteredError('run `create extension citus` in it')
  if (!(await hasWorkers(tx))) throw new NotClusteredError('add servers with `citus_add_node`')
  const distributed = await distributedTables(tx)
  const pending = [...distribution].filter(([table]) => !distributed.has(table))
  // Tables connected by foreign keys are copied together.
  await sql`set local citus.multi_shard_modify_mode = 'sequential'`.execute(kyselyOf(tx))
  if (pending.some(([table]) => table === 'users')) await dropCrossServerConstraints(tx)
  for (const [table, placement] of pending)
    await sql.raw(statementFor(table, placement)).execute(kyselyOf(tx))
  return pending.map(([table]) => table)
}

/** Whether a database is distributed, in which case new tables must be too. */
export async function isDistributed(tx: Tx): Promise<boolean> {
  return (await isCluster(tx)) && (await distributedTables(tx)).has('users')
}

/** Citus functions: https://docs.citusdata.com/en/stable/develop/api_udf.html */
function statementFor(table: string, placement: Placement): string {
  const name = `'"${table}"'`
  if (placement === 'everywhere') return `select create_reference_table(${name})`
  // All rows of a user are on the same server; other tables are distributed independently.
  const colocated = placement.by === 'userId' ? 'users' : 'none'
  return `select create_distributed_table(${name}, '${placement.by}', colocate_with => '${colocated}')`
}

/**
 * Drops constraints that only a single server can enforce (that an address belongs to one account, which
 * `emailAddresses` also ensures, and that the account exists), and triggers that only the previous release needs.
 */
async function dropCrossServerConstraints(tx: Tx): Promise<void> {
  await sql`alter table "users" drop constraint if exists "users_emailKey_key"`.execute(kyselyOf(tx))
  await sql`alter table "emailAddresses" drop constraint if exists "emailAddressesUser"`.execute(kyselyOf(tx))
  for (const trigger of ['taken', 'deleted'])
    await sql`drop trigger if exists ${sql.ref(trigger)} on "users"`.execute(kyselyOf(tx))
}

async function hasWorkers(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from citus_get_active_worker_nodes()`.execute(kyselyOf(tx))
  return rows.length > 0
}

async function distributedTables(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_dist_partition join pg_class on pg_class.oid = logicalrelid
    where relnamespace = current_schema()::regnamespace`.execute(kyselyOf(tx))
  return new Set(rows.map(({ name }) => name))
}
