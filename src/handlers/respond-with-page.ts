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

type PageResponse<Item> =
  | { readonly status: 200; readonly body: PageBody<Item> }
  | ProblemFor<{ kind: 'invalid_cursor' }>

/** The response with the page that a query asks for, with the cursor of the next one if there is more. */
export function respondWithPage<Position extends TSchema, Item>(
  cursor: Cursor<Position>,
  query: PageQuery,
  list: (page: PageRequest<Static<Position>>) => Promise<Listed<Item, Static<Position>>>,
): Promise<PageResponse<Item>>
export function respondWithPage<Position extends TSchema, Item, F extends Failure>(
  cursor: Cursor<Position>,
  query: PageQuery,
  list: (page: PageRequest<Static<Position>>) => Promise<Listed<Item, Static<Position>> | F>,
): Promise<PageResponse<Item> | ProblemFor<F>>
export async function respondWithPage<Position extends TSchema, Item, F extends Failure>(
  cursor: Cursor<Position>,
  query: PageQuery,
  list: (page: PageRequest<Static<Position>>) => Promise<Listed<Item, Static<Position>> | F>,
): Promise<PageResponse<Item> | ProblemFor<F>> {
  const after = query.cursor === undefined ? undefined : cursor.decode({ ...query }, query.cursor)
  if (query.cursor !== undefined && after === undefined) return problemFor({ kind: 'invalid_cursor' })
  const listed = await list({ after, limit: query.limit })
  if (!isListed(listed)) return problemFor(listed)
  const { items, next } = listed
  return ok({ items, ...(next !== undefined && { nextCursor: cursor.encode({ ...query }, next) }) })
}

function isListed<Item, Position>(
  result: Listed<Item, Position> | { readonly kind: string },
): result is Listed<Item, Position> {
  return result.kind === 'listed'
}
