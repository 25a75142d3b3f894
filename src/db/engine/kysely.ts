import { Kysely } from 'kysely'
import type { QueryBuilder, Reader } from './types.ts'

/**
 * The Kysely instance behind a database or transaction.
 *
 * @throws {TypeError} if the engine opened neither
 */
export function kyselyOf(reader: Reader): QueryBuilder {
  if (reader instanceof Kysely) return reader
  throw new TypeError('this database was not opened by the engine')
}
