import type { Db } from '../types.ts'
import { directOf } from './direct.ts'
import { runSql } from './run-sql.ts'

/**
 * A number that changes when another process, such as `bun run import`, has committed something
 * (https://sqlite.org/pragma.html#pragma_data_version).
 */
export function dataVersion(db: Db): unknown {
  const sqlite = directOf(db)?.sqlite
  return sqlite && runSql(sqlite, 'pragma data_version')[0]?.[0]
}
