import { postgresOf } from './postgres/direct.ts'
import { directOf } from './sqlite/direct.ts'
import type { Reader } from './types.ts'

/** What a database and its transactions have in common: the connection or the pool that they are on. */
export function databaseOf(reader: Reader): object {
  return directOf(reader)?.sqlite ?? postgresOf(reader)?.server.pool ?? reader
}
