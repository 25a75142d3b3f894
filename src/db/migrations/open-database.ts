import { type OpenDatabase, openFile } from '../engine/sqlite/open.ts'
import { migrate } from './migrate.ts'

/**
 * Opens a server's database, and creates or migrates it if necessary. `:memory:` opens a database in
 * memory.
 *
 * @throws {DatabaseInUseError} if another server has it open
 * @throws {NewerDatabaseError} if a later version of Replog created it
 * @throws {InsufficientSpaceError} if the disk has no space to migrate it
 * @throws {ForeignDatabaseError} if another program created it
 */
export function openDatabase({ file }: { file: string }): Promise<OpenDatabase> {
  return openFile(file, migrate)
}
