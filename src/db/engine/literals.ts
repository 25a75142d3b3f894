import { type RawBuilder, sql } from 'kysely'
import { postgresOf } from './postgres/direct.ts'
import type { QueryBuilder } from './types.ts'

/** Bytes as part of a query's text, which a partial index must be able to recognize, as each engine spells them. */
export function bytesLiteral(db: QueryBuilder, hex: string): RawBuilder<Uint8Array> {
  return postgresOf(db) ? sql`${sql.lit(`\\x${hex}`)}::bytea` : sql`x${sql.lit(hex)}`
}
