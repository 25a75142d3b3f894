import { Database } from 'bun:sqlite'
import { Kysely } from 'kysely'
import { Unavailable } from '#lib/unavailable.ts'
import { Mutex } from '../mutex.ts'
import { transactionsOn } from '../transactions.ts'
import type { Db, Tables } from '../types.ts'
import { prepareFile } from './data-folder.ts'
import { ReplogDialect } from './dialect.ts'
import { DirectSqlite, registerDirect } from './direct.ts'
import { translatingErrors } from './errors.ts'
import { enterExclusiveMode, isExclusive, leaveExclusiveMode } from './exclusive-mode.ts'
import { GroupCommits } from './group-commits.ts'
import { ReadingTurn } from './reading-turn.ts'
import { runSql } from './run-sql.ts'
import { applySettings } from './settings.ts'
import { Statements } from './statements.ts'
import { lockForWriting } from './writer-lock.ts'

/** An open database, with operations reserved for its owner. */
export interface OpenDatabase {
  readonly db: Db
  /** The underlying connection, for backups and the doctor. Use `db` for queries. */
  readonly sqlite: Database
  /** Closes it once all requested transactions have ended. No query may be running. */
  close(): Promise<void>
}

/** Creates or updates the schema of a newly opened database. */
export type Migrate = (db: Db, sqlite: Database) => Promise<void>

/**
 * Opens a database file for the only process that serves it: creates the file and its folder if
 * necessary, configures the connection, and migrates the schema. `:memory:` opens a database in memory.
 *
 * @throws {DatabaseInUseError} if another server has it open
 */
export async function openFile(file: string, migrate: Migrate): Promise<OpenDatabase> {
  const inMemory = file === ':memory:'
  if (!inMemory) prepareFile(file)
  const lock = inMemory ? undefined : lockForWriting(file)
  try {
    const connected = connectDespiteFullDisk(file)
    const { db, sqlite, readingTurn, groups, close } = connected
    try {
      await migrate(db, sqlite)
    } catch (error) {
      await close()
      throw error
    }
    const retryTimer = isExclusive(sqlite) ? setInterval(retrySharing, retryIntervalMs) : undefined
    retryTimer?.unref()
    function retrySharing() {
      readingTurn.end()
      if (!sqlite.inTransaction && leaveExclusiveMode(sqlite)) clearInterval(retryTimer)
    }
    return {
      db,
      sqlite,
      close: async () => {
        clearInterval(retryTimer)
        await groups.drained()
        readingTurn.end()
        if (!inMemory) checkpointLogIfPossible(sqlite)
        await close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** The interval, in milliseconds, of checks for free space on a disk that was full at startup. */
const retryIntervalMs = 5000

/** Connects even if the disk is full: see `enterExclusiveMode`. */
function connectDespiteFullDisk(file: string): Connected {
  try {
    return connect(file)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return connect(file, enterExclusiveMode)
  }
}

function checkpointLogIfPossible(sqlite: Database): void {
  try {
    runSql(sqlite, 'pragma wal_checkpoint(truncate)')
  } catch {
    // The disk is full or a page is damaged. The log stays next to the file, so nothing is lost.
  }
}

/** Opens a database file while another process serves it, without migrating it. */
export function openAlongside(file: string): OpenDatabase {
  return connect(file)
}

interface Connected extends OpenDatabase {
  readonly readingTurn: ReadingTurn
  readonly groups: GroupCommits
}

/** Opens and configures a connection for Kysely. Closes it if that fails. */
function connect(file: string, prepareConnection?: (sqlite: Database) => void): Connected {
  const sqlite = translatingErrors(() => new Database(file))
  try {
    prepareConnection?.(sqlite)
    applySettings(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  const statements = new Statements(sqlite)
  const readingTurn = new ReadingTurn(sqlite, statements)
  const mutex = new Mutex()
  const groups = new GroupCommits(sqlite, statements, readingTurn, mutex)
  const dialect = new ReplogDialect(sqlite, statements, readingTurn, mutex)
  const db = new Kysely<Tables>({ dialect })
  const transact = transactionsOn(db, dialect, (scope) => groups.join(scope))
  registerDirect(db, new DirectSqlite({ sqlite, statements, readingTurn, transact }))
  async function close() {
    await groups.drained()
    await db.destroy()
    readingTurn.end()
    statements.clear()
    sqlite.close(true)
  }
  return { db, sqlite, readingTurn, groups, close }
}
