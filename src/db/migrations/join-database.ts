import { type OpenDatabase, openAlongside } from '../engine/sqlite/open.ts'
import { DatabaseInUseError } from '../engine/sqlite/writer-lock.ts'
import { appliedMigrations, knownMigrations } from './migrate.ts'
import { openDatabase } from './open-database.ts'

/** A server of a different version is using the database. */
export class OtherSchemaError extends Error {
  override name = 'OtherSchemaError'
  constructor() {
    super('a server of a different version of Replog is using the database: use the commands of that version')
  }
}

/**
 * Opens a database for a command that makes a small change, either alongside the server that is using it
 * or exclusively, creating and migrating it if necessary.
 *
 * @throws {OtherSchemaError} if the server that is using it has a different schema
 */
export async function joinDatabase(file: string): Promise<Pick<OpenDatabase, 'db' | 'close'>> {
  try {
    return await openDatabase({ file })
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error
  }
  const joined = openAlongside(file)
  if (Bun.deepEquals(appliedMigrations(joined.sqlite), knownMigrations())) return joined
  await joined.close()
  throw new OtherSchemaError()
}
