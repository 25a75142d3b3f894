import { type RawBuilder, sql } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { QueryBuilder } from '../engine/types.ts'
import type { Reader } from '../schema/index.ts'
import { builtInExercises, everyExercise, ownExercises } from './every-exercise.ts'
import type { ExerciseRow } from './rows.ts'

/** Filters of a list of exercises. A missing field doesn't narrow the list. */
export interface ExerciseFilter {
  /** Only the exercises with these ids. */
  readonly ids?: readonly string[] | undefined
  readonly muscle?: Schemas['Muscle'] | undefined
  /** The minimum engagement of `muscle`, in percent. */
  readonly minEngagement?: number | undefined
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  readonly category?: Schemas['ExerciseCategory'] | undefined
  readonly pattern?: Schemas['MovementPattern'] | undefined
  readonly mechanic?: Schemas['Mechanic'] | undefined
  readonly difficulty?: Schemas['Difficulty'] | undefined
  readonly source?: Schemas['ExerciseSource'] | undefined
}

/** The exercise after which a page starts. */
interface ExercisePosition {
  /** The sort value, unless sorted by name. */
  readonly value?: number | undefined
  readonly nameKey: string
  readonly id: string
}

/** The order and size of a page. */
export interface ExercisePage {
  readonly sort: 'name' | 'engagement' | 'recent'
  readonly after: ExercisePosition | undefined
  readonly limit: number
}

/**
 * An exercise with its sort value: the engagement of the requested muscle in percent, or the time when
 * the user last did the exercise, in milliseconds since 1970; null if sorted by name.
 */
export type ListedExercise = ExerciseRow & { readonly value: number | null }

/** The time for an exercise that the user has never done. */
const neverUsed = Number.MIN_SAFE_INTEGER

interface FilterParameters extends Omit<ExerciseFilter, 'ids' | 'equipment' | 'source'> {
  readonly userId: string
  readonly ids: Json<string[]> | undefined
  readonly equipment: Json<Schemas['Equipment'][]> | undefined
  readonly onlyBuiltIn: true | undefined
  readonly onlyOwn: true | undefined
}

interface Parameters extends FilterParameters {
  readonly byEngagement: true | undefined
  readonly byUse: true | undefined
  readonly afterValue: number | undefined
  readonly afterNameKey: string | undefined
  readonly afterId: string | undefined
  readonly limit: number
}

function filteredExercises(db: QueryBuilder, p: FilterParameters) {
  const source = p.onlyOwn
    ? ownExercises(db, p.userId)
    : p.onlyBuiltIn
      ? builtInExercises(db)
      : everyExercise(db, p.userId)
  let query = db.selectFrom(source.as('exercises')).where('deletedAt', 'is', null)
  if (p.category !== undefined) query = query.where('category', '=', p.category)
  if (p.pattern !== undefined) query = query.where('pattern', '=', p.pattern)
  if (p.mechanic !== undefined) query = query.where('mechanic', '=', p.mechanic)
  if (p.difficulty !== undefined) query = query.where('difficulty', '=', p.difficulty)
  if (p.equipment !== undefined) query = query.where('equipment', 'in', itemsOf(p.equipment))
  if (p.ids !== undefined) query = query.where('id', 'in', itemsOf(p.ids))
  if (p.muscle !== undefined) query = query.where(percentOf(p, p.muscle), '>=', p.minEngagement ?? 1)
  return query
}

const selectIds = prepare((db, p: FilterParameters) => filteredExercises(db, p).select('id'))

const selectPage = prepare((db, p: Parameters) => {
  const listed = filteredExercises(db, p).selectAll('exercises').select(sortedBy(p).as('value'))
  const page = db.selectFrom(listed.as('listed')).selectAll().limit(p.limit)
  const { afterValue, afterNameKey, afterId } = p
  if (!p.byEngagement && !p.byUse) {
    const pageByName = page.orderBy('nameKey').orderBy('id')
    if (afterNameKey === undefined || afterId === undefined) return pageByName
    return pageByName.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('nameKey', 'id'), '>', tuple(afterNameKey, afterId)),
    )
  }
  const pageByValue = page.orderBy('value', 'desc').orderBy('nameKey').orderBy('id')
  if (afterValue === undefined || afterNameKey === undefined || afterId === undefined) return pageByValue
  return pageByValue.where(({ or, and, eb, refTuple, tuple }) =>
    or([
      eb('value', '<', afterValue),
      and([eb('value', '=', afterValue), eb(refTuple('nameKey', 'id'), '>', tuple(afterNameKey, afterId))]),
    ]),
  )
})

function sortedBy(p: Parameters): RawBuilder<number | null> {
  const { byEngagement, byUse, muscle, userId } = p
  if (byEngagement && muscle !== undefined) return percentOf(p, muscle)
  if (!byUse) return sql<number | null>`null`
  return sql<number>`coalesce((select "startedAt" from "performedExercises" as performed
    where performed."userId" = ${userId} and performed."exerciseId" = exercises.id and "setCount" > 0
    order by "startedAt" desc limit 1), ${sql.lit(neverUsed)})`
}

/** How much an exercise engages a muscle, in percent; null if it doesn't. */
function percentOf({ userId }: FilterParameters, muscle: Schemas['Muscle']): RawBuilder<number | null> {
  return sql<number | null>`coalesce(
    (select percent from "catalogueMuscles" where "exerciseId" = exercises.id and muscle = ${muscle}),
    (select percent from "customMuscles"
      where "userId" = ${userId} and "exerciseId" = exercises.id and muscle = ${muscle}))`
}

/** Built-in exercises and, with a `userId`, the user's own that aren't deleted; at most `limit`. */
export function listExercises(
  db: Reader,
  userId: string | undefined,
  filter: ExerciseFilter,
  { sort, after, limit }: ExercisePage,
): Promise<ListedExercise[]> {
  return selectPage.all(db, {
    ...parametersOf(userId, filter),
    byEngagement: sort === 'engagement' || undefined,
    byUse: sort === 'recent' || undefined,
    afterValue: after?.value,
    afterNameKey: after?.nameKey,
    afterId: after?.id,
    limit,
  })
}

/** The ids of all exercises that {@link listExercises} lists, unordered. */
export async function listExerciseIds(
  db: Reader,
  userId: string | undefined,
  filter: ExerciseFilter,
): Promise<Set<string>> {
  const rows = await selectIds.all(db, parametersOf(userId, filter))
  return new Set(rows.map(({ id }) => id))
}

function parametersOf(
  userId: string | undefined,
  { ids, equipment, source, ...filter }: ExerciseFilter,
): FilterParameters {
  return {
    ...filter,
    userId: userId ?? '',
    ids: ids && listParameter(ids),
    equipment: equipment && listParameter(equipment),
    onlyBuiltIn: source === 'builtin' || userId === undefined ? true : undefined,
    onlyOwn: source === 'custom' || undefined,
  }
}
