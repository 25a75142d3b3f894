/** One page of a list, and where the next one starts. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** The last item of the page, when more come after it. */
  readonly last: Item | undefined
}

/** A request for a page: where it starts, and the maximum number of items. */
export interface PageRequest<Position> {
  /** The position of the previous page's last item; undefined for the first page. */
  readonly after: Position | undefined
  readonly limit: number
}

/** Takes a page of `limit` items from a result that was queried with one extra item. */
export function pageOf<Item>(rows: readonly Item[], limit: number): Page<Item> {
  if (rows.length <= limit) return { items: rows, last: undefined }
  const items = rows.slice(0, limit)
  return { items, last: items.at(-1) }
}

/** Reads a whole list page by page, each page starting after the last row of the previous one. */
export async function* allPages<Row, Position>(
  limit: number,
  read: (page: PageRequest<Position>) => Promise<readonly Row[]>,
  positionOf: (row: Row) => Position,
): AsyncGenerator<readonly Row[]> {
  let after: Position | undefined
  do {
    const page = await read({ after, limit })
    yield page
    const last = page.length < limit ? undefined : page.at(-1)
    after = last && positionOf(last)
  } while (after)
}
