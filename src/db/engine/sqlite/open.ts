import { Database } from 'bun:sqlite'
import { Kysely } from 'kysely'
import { migrate } from '../../migrations/migrate.ts'
import type { Db, Schema } from '../../schema/index.ts'
import { prepareFile } from './data-folder.ts'
import { ReplogDialect } from './dialect.ts'
import { Direct, registerDirect } from './direct.ts'
import { ReadingTurn } from './reading-turn.ts'
import { applySettings, isInMemory } from './settings.ts'
import { Statements } from './statements.ts'
import { lockForWriting } from './writer-lock.ts'

/** An open database, with what only its owner may do with it. */
export interface OpenDatabase {
  readonly db: Db
  /** The underlying connection, for backups and the doctor. Queries use `db`. */
  readonly sqlite: Database
  /** Checkpoints the log into the file and closes it. Nothing may be running. */
  close(): Promise<void>
}

/**
 * Opens a server's database: creates the file and its folder if necessary, configures the connection, and
 * migrates the schema. `:memory:` gives one that lives as long as it is open.
 *
 * @throws {DatabaseInUseError} if another server has it open
 * @throws {NewerDatabaseError} if a later version of Replog made it
 * @throws {ForeignDatabaseError} if another program made it
 */
export async function openDatabase({ file }: { file: string }): Promise<OpenDatabase> {
  const inMemory = file === ':memory:'
  if (!inMemory) prepareFile(file)
  const lock = inMemory ? undefined : lockForWriting(file)
  try {
    const opened = connect(new Database(file))
    try {
      await migrate(opened.db, opened.sqlite)
    } catch (error) {
      await opened.db.destroy()
      throw error
    }
    return {
      db: opened.db,
      sqlite: opened.sqlite,
      close: async () => {
        opened.readingTurn.end()
        if (!isInMemory(opened.sqlite)) opened.sqlite.run('pragma wal_checkpoint(truncate)')
        await opened.db.destroy()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** Configures a fresh connection and puts Kysely on it. Closes it if that fails. */
export function connect(sqlite: Database): { db: Db; sqlite: Database; readingTurn: ReadingTurn } {
  try {
    applySettings(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  const statements = new Statements(sqlite)
  const readingTurn = new ReadingTurn(sqlite, statements)
  const db = new Kysely<Schema>({ dialect: new ReplogDialect(sqlite, statements, readingTurn) })
  registerDirect(db, new Direct(sqlite, statements, readingTurn))
  return { db, sqlite, readingTurn }
}
