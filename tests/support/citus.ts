import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { transactMigration } from '#db/engine/transact.ts'
import { distribute } from '#db/maintenance/distribute.ts'
import { distribution } from '#db/maintenance/distribution.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { administer, urlOf } from './postgres.ts'
import { hasPostgres, type PostgresServer, programFolder, startPostgres } from './postgres-server.ts'

/** Whether Citus is installed with PostgreSQL. Tests on Citus are only run manually. */
export const hasCitus =
  hasPostgres &&
  existsSync(programFolder().replace(/^\/usr\/lib(.*)\/bin$/, '/usr/share$1/extension/citus.control'))

const settings = [
  "shared_preload_libraries='citus'",
  'wal_level=logical',
  'max_prepared_transactions=200',
  // Fewer than by default, because each test database has this many shards of every table.
  'citus.shard_count=2',
]

/** A coordinator and its workers. */
export interface Cluster {
  readonly coordinator: PostgresServer
  readonly workers: readonly PostgresServer[]
}

/** Starts a cluster of a coordinator and two workers. */
export async function startCitus(durable = false): Promise<Cluster> {
  const start = () => startPostgres({ durable, settings })
  return { coordinator: await start(), workers: [await start(), await start()] }
}

/** Creates an empty database on all servers of a cluster, ready to be distributed. */
export async function createOnCluster(
  name: string,
  coordinator: string,
  workers: readonly string[],
): Promise<void> {
  for (const server of [coordinator, ...workers]) {
    await administer(server, `create database ${name}`)
    await onDatabase(urlOf(server, name), ['create extension citus'])
  }
  const address = (server: string) => `'${new URL(server).hostname}', ${new URL(server).port}`
  await onDatabase(urlOf(coordinator, name), [
    `select citus_set_coordinator_host(${address(coordinator)})`,
    ...workers.map((worker) => `select citus_add_node(${address(worker)})`),
  ])
}

/** Distributes a database on a cluster, as `bun run shard` does, and inserts the catalogue. */
export async function distributeAll(url: string): Promise<void> {
  const { db, close } = await openPostgres({ url, durable: false, connections: 1, unlimited: true })
  await transactMigration(db, distribute)
  await seedCatalogue(db, Date.parse('2026-01-01T00:00:00Z'))
  await close()
}

/** Empties all distributed tables of a database, but keeps its epoch. */
export async function emptyDatabase(url: string): Promise<void> {
  const names = [...distribution.keys()].filter((table) => table !== 'meta').map((table) => `"${table}"`)
  await onDatabase(url, [`truncate ${names.join()}`, `delete from "meta" where "key" <> 'epoch'`])
}

async function onDatabase(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
