import type { Reader } from '../types.ts'
import type { PostgresDirect } from './direct.ts'

// Not in `direct.ts`, which needs the driver: this file is also loaded on SQLite.

const directs = new WeakMap<Reader, PostgresDirect>()

/** The direct path of a database or transaction, if its engine is PostgreSQL. */
export function postgresOf(reader: Reader): PostgresDirect | undefined {
  return directs.get(reader)
}

/** Registers the direct path of an opened database, or of a transaction while its scope is open. */
export function registerPostgres(reader: Reader, direct: PostgresDirect): void {
  directs.set(reader, direct)
}
