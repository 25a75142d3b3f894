import type { PostgresOptions } from '../engine/postgres/open.ts'
import { databaseFile } from '../engine/sqlite/data-folder.ts'
import { assertNoNodes } from '../maintenance/connected-nodes.ts'
import type { Db } from '../schema/index.ts'
import { joinDatabase } from './join-database.ts'
import { openDatabase } from './open-database.ts'
import type { MigrationOptions } from './postgres/migrate.ts'

/** The location of the data: a file on this machine, or a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly kind: 'file'; readonly file: string }
  | ({ readonly kind: 'server' } & PostgresOptions)

/** An open database on either engine. */
export interface AnyDatabase {
  readonly db: Db
  /** Closes it once all requested transactions have ended. No query may be running. */
  close(): Promise<void>
}

/** The part of the configuration that determines the location of the data. */
export interface LocationConfig {
  /** Absolute path of the folder of the file. */
  readonly dataDirectory: string
  /** The server with the data; undefined for a file. */
  readonly database: Pick<PostgresOptions, 'url' | 'connections' | 'preparesStatements'> | undefined
}

/** The location of the data according to the configuration. */
export function locationOf({ dataDirectory, database }: LocationConfig): DatabaseLocation {
  return database ? { kind: 'server', ...database } : { kind: 'file', file: databaseFile(dataDirectory) }
}

/**
 * Opens the database for a server of Replog, and creates or migrates it if necessary.
 *
 * @throws like `openDatabase` and `openPostgres`
 */
export function openLocation(
  location: DatabaseLocation,
  { onMigrating, ...options }: Pick<PostgresOptions, 'onLost'> & MigrationOptions = {},
): Promise<AnyDatabase> {
  return location.kind === 'file'
    ? openDatabase(location)
    : openOnServer({ ...location, ...options }, { onMigrating })
}

/**
 * Opens a database for a command that needs it for itself, for as long as it takes.
 *
 * @throws {NodesConnectedError} if nodes are connected to a PostgreSQL database
 * @throws like `openDatabase` and `openPostgres`
 */
export async function openAlone(location: DatabaseLocation): Promise<AnyDatabase> {
  if (location.kind === 'file') return openDatabase(location)
  const opened = await openOnServer({ ...location, ...patient })
  try {
    await assertNoNodes(opened.db)
  } catch (error) {
    await opened.close()
    throw error
  }
  return opened
}

/** Opens a database to inspect it while servers may be using it, for as long as it takes. */
export function openForInspection(location: DatabaseLocation): Promise<AnyDatabase> {
  return location.kind === 'file' ? joinDatabase(location.file) : openOnServer({ ...location, ...patient })
}

const patient = { connections: 2, unlimited: true, applicationName: 'replog command' } as const

/**
 * Opens a database for a command that makes a small change, while servers may be using it.
 *
 * @throws like `joinDatabase` and `openPostgres`
 */
export function joinLocation(location: DatabaseLocation): Promise<AnyDatabase> {
  return location.kind === 'file' ? joinDatabase(location.file) : openOnServer(location)
}

/** The driver is loaded only when it is used, because it would slow down every start. */
async function openOnServer(
  options: PostgresOptions,
  migrationOptions?: MigrationOptions,
): Promise<AnyDatabase> {
  const { openPostgres } = await import('./postgres/open-database.ts')
  return openPostgres(options, migrationOptions)
}
