import type { ReplogClient } from '#generated/client.ts'
import type { Page } from './stored-catalogue.ts'

/**
 * The pages of the built-in exercises. The server sends only those that have changed.
 *
 * @param before the pages as they were last received
 * @returns undefined if nothing has changed, or if the server can't be reached now
 */
export async function fetchPages(
  client: ReplogClient,
  before: readonly Page[],
): Promise<readonly Page[] | undefined> {
  const pages: Page[] = []
  let cursor: string | undefined
  let isChanged = false
  do {
    const previous = before[pages.length]
    // The ETag belongs to a request with this cursor.
    const isSame = previous && before[pages.length - 1]?.nextCursor === cursor
    const { data, response } = await client.GET('/api/exercises', {
      params: {
        query: { source: 'builtin', limit: 200, ...(cursor !== undefined && { cursor }) },
        ...(isSame && { header: { 'If-None-Match': previous.etag } }),
      },
    })
    if (data) {
      const { items, nextCursor } = data
      pages.push({ etag: response.headers.get('etag') ?? '', items, nextCursor })
      isChanged = true
    } else if (isSame && response.status === 304) pages.push(previous)
    else return
    cursor = pages.at(-1)?.nextCursor
  } while (cursor !== undefined)
  return isChanged || pages.length !== before.length ? pages : undefined
}
