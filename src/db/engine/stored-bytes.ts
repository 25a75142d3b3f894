import { postgresOf } from './postgres/direct-of.ts'
import { directOf } from './sqlite/direct.ts'
import { fileBytes } from './sqlite/files.ts'
import type { Db } from './types.ts'

/** The size of a database in bytes; on SQLite, including its write-ahead log. */
export async function storedBytes(db: Db): Promise<number> {
  const sqlite = directOf(db)?.sqlite
  if (sqlite) return fileBytes(sqlite.filename) + fileBytes(`${sqlite.filename}-wal`)
  const result = await postgresOf(db)?.run('select pg_database_size(current_database()) as bytes', [])
  const [row] = result?.rows ?? []
  return typeof row === 'object' && row !== null && 'bytes' in row ? Number(row.bytes) : 0
}
