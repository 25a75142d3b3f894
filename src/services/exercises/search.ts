import { compareMatches, findMatches, rankMatches } from '#catalogue/search/search.ts'
import { findExercise } from '#db/exercises/find.ts'
import { type ExerciseFilter, listExerciseIds } from '#db/exercises/list.ts'
import { exerciseNames } from '#db/exercises/names.ts'
import { listUsedExerciseIds } from '#db/exercises/use.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import { type PageRequest, pageOf } from '#lib/page.ts'
import type { Listed } from '../crud/results.ts'
import type { ExercisePosition } from './position.ts'
import { presentForReading } from './shape.ts'

/** The maximum number of exercise ids that fit in a cursor. */
const maxUsed = 16

/** A page of the exercises that match a search, best first. */
export async function listByRelevance(
  db: Reader,
  userId: string | undefined,
  q: string,
  filter: ExerciseFilter,
  { after, limit }: PageRequest<ExercisePosition>,
): Promise<Listed<OrText<Schemas['Exercise']>, ExercisePosition>> {
  const names = await exerciseNames(db, userId)
  const allowed = await allowedIds(db, userId, filter)
  const allowedMatches = findMatches(names, q).filter(({ exercise }) => !allowed || allowed.has(exercise.id))
  const used = after ? (after.used ?? []) : await mostUsedOf(db, userId, allowedMatches)
  const position = after && { rank: after.rank ?? [], exercise: after }
  const matches = rankMatches(allowedMatches, used).filter(
    (match) => !position || compareMatches(match, position) > 0,
  )
  const { items, last } = pageOf(matches, limit)
  const rows = await Promise.all(items.map(({ exercise }) => findExercise(db, userId, exercise.id)))
  return {
    kind: 'listed',
    items: rows.flatMap((row) => (row?.deletedAt === null ? [presentForReading(row)] : [])),
    next: last && { name: last.exercise.name, id: last.exercise.id, rank: [...last.rank], used: [...used] },
  }
}

/** The ids of exercises that match the filters; undefined for all. */
async function allowedIds(
  db: Reader,
  userId: string | undefined,
  filter: ExerciseFilter,
): Promise<ReadonlySet<string> | undefined> {
  const isUnfiltered = Object.values(filter).every((value) => value === undefined)
  return isUnfiltered ? undefined : listExerciseIds(db, userId, filter)
}

/** The matches that the user logs most often. */
async function mostUsedOf(
  db: Reader,
  userId: string | undefined,
  matches: readonly { readonly exercise: { readonly id: string } }[],
): Promise<readonly string[]> {
  if (userId === undefined || matches.length < 2) return []
  const matchedIds = new Set(matches.map(({ exercise }) => exercise.id))
  return (await listUsedExerciseIds(db, userId)).filter((id) => matchedIds.has(id)).slice(0, maxUsed)
}
