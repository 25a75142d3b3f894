import { postgresOf } from './postgres/direct-of.ts'
import { directOf } from './sqlite/direct.ts'
import type { Reader } from './types.ts'

/** The connection or pool that a database shares with its transactions. */
export function databaseOf(reader: Reader): object {
  return directOf(reader)?.sqlite ?? postgresOf(reader)?.server.pool ?? reader
}
