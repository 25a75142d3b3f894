import { type OpenDatabase, openFile } from '../engine/sqlite/open.ts'
import { migrate } from './migrate.ts'

/**
 * Opens a server's database, and creates or migrates it if necessary. `:memory:` gives one that lives as long
 * as it is open.
 *
 * @throws {DatabaseInUseError} if another server has it open
 * @throws {NewerDatabaseError} if a later version of Replog made it
 * @throws {NoRoomToMigrateError} if the disk has no room to migrate it
 * @throws {ForeignDatabaseError} if another program made it
 */
export function openDatabase({ file }: { file: string }): Promise<OpenDatabase> {
  return openFile(file, migrate)
}
