import { compareMatches, findMatches, rankMatches } from '#catalogue/search/search.ts'
import { findExercise } from '#db/exercises/find.ts'
import {
  type ExerciseFilter,
  type ListedExercise,
  listExerciseIds,
  listExercises,
} from '#db/exercises/list.ts'
import { exerciseNames } from '#db/exercises/names.ts'
import type { ExerciseRow } from '#db/exercises/rows.ts'
import { listUsedExerciseIds } from '#db/exercises/use.ts'
import type { Reader } from '#db/schema/index.ts'
import { pageOf } from '#lib/page.ts'

/** Which exercises, in which order. Without `sort`: by relevance to `q`, or else by name. */
export interface ExerciseQuery extends Omit<ExerciseFilter, 'ids'> {
  readonly q?: string | undefined
  readonly sort?: 'relevance' | 'name' | 'engagement' | 'recent' | undefined
}

/** Where a page of exercises ends. */
export interface ExercisePlace {
  /** The name; by name, engagement and last use, its folded form. */
  readonly name: string
  readonly id: string
  /** By engagement and last use: see `ListedExercise`. */
  readonly value?: number
  /** By relevance: see `SearchMatch`. */
  readonly rank?: number[]
  /**
   * By relevance: the exercises that the user logged most when the first page was listed, so that the order
   * stays the same until the last one.
   */
  readonly used?: string[]
}

/** A page of exercises. */
export interface ListedPage {
  readonly items: readonly ExerciseRow[]
  /** Where it ends, if more exercises follow. */
  readonly last: ExercisePlace | undefined
}

interface PageRequest {
  readonly after: ExercisePlace | undefined
  readonly limit: number
}

/** A page of built-in exercises and the user's own (if `userId` is given). */
export async function listExercisePage(
  db: Reader,
  userId: string | undefined,
  { q, sort = q === undefined ? 'name' : 'relevance', ...filter }: ExerciseQuery,
  page: PageRequest,
): Promise<ListedPage> {
  if (q !== undefined && sort === 'relevance') return listByRelevance(db, userId, q, filter, page)
  const { after, limit } = page
  const names = q === undefined ? undefined : await exerciseNames(db, userId)
  const ids = names && findMatches(names, q ?? '').map(({ exercise }) => exercise.id)
  const found = await listExercises(
    db,
    userId,
    { ...filter, ids },
    {
      sort: sort === 'relevance' ? 'name' : sort,
      after: after && { value: after.value, nameKey: after.name, id: after.id },
      limit: limit + 1,
    },
  )
  const { items, last } = pageOf(found, limit)
  return { items, last: last && placeOf(last) }
}

function placeOf({ value, nameKey, id }: ListedExercise): ExercisePlace {
  return { name: nameKey, id, ...(value !== null && { value }) }
}

/** More would not fit into a cursor. */
const maxUsed = 16

async function listByRelevance(
  db: Reader,
  userId: string | undefined,
  q: string,
  filter: ExerciseFilter,
  { after, limit }: PageRequest,
): Promise<ListedPage> {
  const names = await exerciseNames(db, userId)
  const allowed = await allowedIds(db, userId, filter)
  const found = findMatches(names, q).filter(({ exercise }) => !allowed || allowed.has(exercise.id))
  const used = after ? (after.used ?? []) : await usedAmong(db, userId, found)
  const place = after && { rank: after.rank ?? [], exercise: after }
  const matches = rankMatches(found, used).filter((match) => !place || compareMatches(match, place) > 0)
  const { items, last } = pageOf(matches, limit)
  const rows = await Promise.all(items.map(({ exercise }) => findExercise(db, userId, exercise.id)))
  return {
    items: rows.flatMap((row) => (row?.deletedAt === null ? [row] : [])),
    last: last && { name: last.exercise.name, id: last.exercise.id, rank: [...last.rank], used: [...used] },
  }
}

/** The exercises that the filters let through; undefined for all. */
async function allowedIds(
  db: Reader,
  userId: string | undefined,
  filter: ExerciseFilter,
): Promise<ReadonlySet<string> | undefined> {
  const isOpen = Object.values(filter).every((value) => value === undefined)
  return isOpen ? undefined : listExerciseIds(db, userId, filter)
}

/** Those of the matches that the user logs most. */
async function usedAmong(
  db: Reader,
  userId: string | undefined,
  matches: readonly { readonly exercise: { readonly id: string } }[],
): Promise<readonly string[]> {
  if (userId === undefined || matches.length < 2) return []
  const found = new Set(matches.map(({ exercise }) => exercise.id))
  return (await listUsedExerciseIds(db, userId)).filter((id) => found.has(id)).slice(0, maxUsed)
}
