import { sql } from 'kysely'
import { kyselyOf } from '../engine/kysely.ts'
import type { Reader, Schema } from '../schema/index.ts'

/** The number of rows to read at a time. */
const pageRows = 500

/** A row of any table, by column. */
export type Row = Readonly<Record<string, unknown>>

/** All rows of a table in the order of its primary key. */
export async function* tablePages(
  reader: Reader,
  table: keyof Schema,
  key: readonly string[],
): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((name) => sql.ref(name)))
  for (let after: Row | undefined; ; ) {
    const from = after ? sql`where (${columns}) > (${sql.join(key.map((name) => after?.[name]))})` : sql``
    const query = sql<Row>`select * from ${sql.table(table)} ${from} order by ${columns} limit ${sql.lit(pageRows)}`
    const { rows } = await query.execute(kyselyOf(reader))
    if (rows.length > 0) yield rows
    if (rows.length < pageRows) return
    after = rows.at(-1)
  }
}
