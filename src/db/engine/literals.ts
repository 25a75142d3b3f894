import { type RawBuilder, sql } from 'kysely'
import { postgresOf } from './postgres/direct-of.ts'
import type { QueryBuilder } from './types.ts'

/** Bytes as a literal in each engine's syntax, because partial indexes are only matched with literals. */
export function bytesLiteral(db: QueryBuilder, hex: string): RawBuilder<Uint8Array> {
  return postgresOf(db) ? sql`${sql.lit(`\\x${hex}`)}::bytea` : sql`x${sql.lit(hex)}`
}
