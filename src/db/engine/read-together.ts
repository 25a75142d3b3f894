import { postgresOf } from './postgres/direct-of.ts'
import { directOf } from './sqlite/direct.ts'
import type { Reader } from './types.ts'

/**
 * Reads one consistent state with several prepared queries, which `start` must start together without
 * awaiting them: between queries that are awaited one by one, a save could intervene. Resolves to the
 * result of each.
 *
 *     const [row, sets] = await readTogether(db, () => [selectRow.first(db, key), selectSets.all(db, key)])
 */
export function readTogether<const Queries extends readonly Promise<unknown>[]>(
  reader: Reader,
  start: () => Queries,
): Promise<{ -readonly [Index in keyof Queries]: Awaited<Queries[Index]> }> {
  const postgres = postgresOf(reader)
  if (postgres) return postgres.inSnapshot(() => Promise.all(start()))
  directOf(reader)?.connection.readingTurn.begin()
  return Promise.all(start())
}

/** Whether other requests wait while a query runs and its rows are read. */
export function readsBlockOthers(reader: Reader): boolean {
  return postgresOf(reader) === undefined
}
