import { Kysely } from 'kysely'
import { transactionsOn } from '../transactions.ts'
import type { Db, Tables } from '../types.ts'
import { acquireClient } from './acquire-client.ts'
import { ClusterCommits } from './cluster-commits.ts'
import { PostgresConnection } from './connection.ts'
import { connectionProblem, missingRights } from './connection-problem.ts'
import { ContestedUsers } from './contested-users.ts'
import { ReplogPostgresDialect } from './dialect.ts'
import { PostgresDirect } from './direct.ts'
import { registerPostgres } from './direct-of.ts'
import { GroupCommits } from './group-commits.ts'
import { createPool, type PoolOptions } from './pool.ts'
import { ReadableTexts } from './readable-texts.ts'
import { assertSuitable, isCluster, UnsuitableServerError } from './server.ts'
import { SharedConnections } from './shared-connections.ts'
import { StatementNames } from './statement-names.ts'
import { tlsFileProblems } from './tls-files.ts'
import { UnlockedConnection } from './unlocked-connection.ts'
import { UserTurns } from './user-turns.ts'

/** Options for opening a PostgreSQL database. */
export interface PostgresOptions extends PoolOptions {
  /** False behind a pooler that doesn't support prepared statements. */
  readonly preparesStatements?: boolean
  /** False for a test server, which may lose acknowledged writes. */
  readonly durable?: boolean
  /**
   * The tables whose rows can't change without a change of the user's `seq` or `horizon`, except for what is derived
   * from other columns. Transactions that lock their user only when they commit may read no other tables.
   */
  readonly tablesWithSeq?: ReadonlySet<string>
}

/** An open PostgreSQL database. */
export interface OpenServerDatabase {
  readonly db: Db
  /** Closes all connections. No query may be running. */
  close(): Promise<void>
}

/**
 * Connects to PostgreSQL and migrates the schema. Several nodes may do so at the same time.
 *
 * @throws {UnsuitableServerError} if the server isn't suitable or refuses the connection, its user lacks rights, or a
 *   file that its URL names can't be read
 * @throws {Unavailable} if it can't be reached
 */
export async function openServer(
  options: PostgresOptions,
  migrate: (db: Db) => Promise<void>,
): Promise<OpenServerDatabase> {
  const unreadableFiles = tlsFileProblems(options.url)
  if (unreadableFiles.length > 0) throw new UnsuitableServerError(unreadableFiles)
  const starting = connect({ ...options, connections: 1, unlimited: true }, true)
  let isOnCluster: boolean
  try {
    await assertSuitable(starting.db, { durable: options.durable ?? true }).catch((error: unknown) => {
      throw connectionProblem(error)
    })
    await migrate(starting.db).catch((error: unknown) => {
      throw missingRights(error)
    })
    isOnCluster = await isCluster(starting.db)
  } finally {
    await starting.close()
  }
  return connect(options, isOnCluster)
}

function connect(options: PostgresOptions, isOnCluster: boolean): OpenServerDatabase {
  const pool = createPool(options)
  const names = (options.preparesStatements ?? true) ? new StatementNames() : undefined
  const dialect = new ReplogPostgresDialect(pool, names)
  const db = new Kysely<Tables>({ dialect })
  const sharedConnections = new SharedConnections(pool)
  const readableTexts = new ReadableTexts(options.tablesWithSeq)
  const commits = isOnCluster ? new ClusterCommits(pool, names) : new GroupCommits(pool, names)
  const unlocked = { sharedConnections, names, readableTexts, commits }
  const transact = transactionsOn(db, dialect, async (scope) =>
    scope.expectedUser
      ? new UnlockedConnection(unlocked, scope, scope.expectedUser)
      : new PostgresConnection(await acquireClient(pool), scope, names),
  )
  const server = {
    pool,
    sharedConnections,
    names,
    userTurns: new UserTurns(),
    contestedUsers: new ContestedUsers(),
    usersChangedElsewhere: new ContestedUsers(),
    // A distinct object with the same connections: transactions on it must check a presumed session.
    presumingDb: isOnCluster ? undefined : db.withoutPlugins(),
    transact,
  }
  const direct = new PostgresDirect(server)
  registerPostgres(db, direct)
  if (server.presumingDb) registerPostgres(server.presumingDb, direct)
  return {
    db,
    async close() {
      sharedConnections.close()
      await db.destroy()
      // Kysely doesn't end the pool if it has run nothing itself.
      if (!pool.ending) await pool.end()
    },
  }
}
