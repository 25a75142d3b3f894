/** One page of a list, and where the next one starts. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** The last item of the page, when more come after it. */
  readonly last: Item | undefined
}

/** Cuts a page of `limit` items from a result that was queried with one item more. */
export function pageOf<Item>(found: readonly Item[], limit: number): Page<Item> {
  if (found.length <= limit) return { items: found, last: undefined }
  const items = found.slice(0, limit)
  return { items, last: items.at(-1) }
}
