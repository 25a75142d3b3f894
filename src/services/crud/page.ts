import { type PageRequest, pageOf } from '#lib/page.ts'
import type { Listed } from './results.ts'

/**
 * Reads one page of a list, plus one row to detect whether there is another page. `positionOf` returns a
 * row's sort key.
 */
export async function listPage<Row, Position, Item>(
  { after, limit }: PageRequest<Position>,
  read: (page: PageRequest<Position>) => Promise<readonly Row[]>,
  positionOf: (row: Row) => Position,
  present: (rows: readonly Row[]) => Item[] | Promise<Item[]>,
): Promise<Listed<Item, Position>> {
  const { items, last } = pageOf(await read({ after, limit: limit + 1 }), limit)
  return { kind: 'listed', items: await present(items), next: last && positionOf(last) }
}
