import type { Static, TSchema } from '@sinclair/typebox'
import type { Cursor } from '#http/policies/cursor.ts'
import { ok } from '#http/response/constructors.ts'
import type { PageRequest } from '#lib/page.ts'
import type { Listed } from '#services/crud/results.ts'
import { type Failure, type ProblemFor, problemFor } from './problems.ts'

interface PageQuery {
  readonly cursor?: string
  readonly limit: number
}

interface PageBody<Item> {
  items: Item[]
  nextCursor?: string
}

type PageResponse<Result> =
  Result extends Listed<infer Item, unknown>
    ? { readonly status: 200; readonly body: PageBody<Item> }
    : Result extends Failure
      ? ProblemFor<Result>
      : never

/** Responds with the requested page, and the cursor of the next one if there are more items. */
export function respondWithPage<
  Position extends TSchema,
  Result extends Listed<unknown, Static<Position>> | Failure,
>(
  cursor: Cursor<Position>,
  query: PageQuery,
  list: (page: PageRequest<Static<Position>>) => Promise<Result>,
): Promise<PageResponse<Result> | ProblemFor<{ kind: 'invalid_cursor' }>>
export async function respondWithPage<Position extends TSchema>(
  cursor: Cursor<Position>,
  query: PageQuery,
  list: (page: PageRequest<Static<Position>>) => Promise<Listed<unknown, Static<Position>> | Failure>,
): Promise<unknown> {
  const start = readCursor(cursor, { ...query }, query.cursor)
  if (start.kind !== 'position') return problemFor(start)
  const result = await list({ after: start.after, limit: query.limit })
  if (result.kind !== 'listed') return problemFor(result)
  const { items, next } = result
  return ok({ items, ...(next !== undefined && { nextCursor: cursor.encode({ ...query }, next) }) })
}

/** The position where a page starts: the one in the cursor, or the beginning if there is no cursor. */
export function readCursor<Position extends TSchema>(
  cursor: Cursor<Position>,
  scope: Readonly<Record<string, unknown>>,
  text: string | undefined,
):
  | { readonly kind: 'position'; readonly after: Static<Position> | undefined }
  | { readonly kind: 'invalid_cursor' } {
  if (text === undefined) return { kind: 'position', after: undefined }
  const after = cursor.decode(scope, text)
  return after === undefined ? { kind: 'invalid_cursor' } : { kind: 'position', after }
}
