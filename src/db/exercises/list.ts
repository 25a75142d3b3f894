import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { owner } from './owner.ts'
import type { ExerciseRow } from './rows.ts'

/** Which exercises. A missing field does not narrow the list. */
export interface ExerciseFilter {
  /** Words in the form of `searchText`; each must be the beginning of a word there. */
  readonly words?: readonly string[] | undefined
  readonly muscle?: Schemas['Muscle'] | undefined
  /** The least engagement of `muscle`, in percent. */
  readonly minEngagement?: number | undefined
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  readonly category?: Schemas['ExerciseCategory'] | undefined
  readonly pattern?: Schemas['MovementPattern'] | undefined
  readonly mechanic?: Schemas['Mechanic'] | undefined
  readonly difficulty?: Schemas['Difficulty'] | undefined
  readonly source?: Schemas['ExerciseSource'] | undefined
}

/**
 * Where a page of exercises starts: after this one. `percent` is that of `muscle`, when sorted by engagement.
 */
export interface ExercisePosition {
  readonly percent?: number | undefined
  readonly nameKey: string
  readonly id: string
}

/** The order and size of a page. */
export interface ExercisePage {
  readonly sort: 'name' | 'engagement'
  readonly after: ExercisePosition | undefined
  readonly limit: number
}

/** An exercise, with the engagement of the requested muscle. */
export type ListedExercise = ExerciseRow & { readonly percent: number | null }

interface Parameters extends Omit<ExerciseFilter, 'words' | 'equipment' | 'source'> {
  readonly userId: string
  readonly words: Json<string[]> | undefined
  readonly equipment: Json<Schemas['Equipment'][]> | undefined
  readonly builtIn: true | undefined
  readonly own: true | undefined
  readonly byEngagement: true | undefined
  readonly afterPercent: number | undefined
  readonly afterNameKey: string | undefined
  readonly afterId: string | undefined
  readonly limit: number
}

const pageQuery = prepare((db, p: Parameters) => {
  let listed = db
    .selectFrom('exercises')
    .selectAll('exercises')
    .where('deletedAt', 'is', null)
    .select(percentOf(p.muscle).as('percent'))
  if (p.own) listed = listed.where('userId', '=', p.userId)
  else if (p.builtIn) listed = listed.where('userId', 'is', null)
  else listed = listed.where(owner, 'in', ['', p.userId])
  if (p.category !== undefined) listed = listed.where('category', '=', p.category)
  if (p.pattern !== undefined) listed = listed.where('pattern', '=', p.pattern)
  if (p.mechanic !== undefined) listed = listed.where('mechanic', '=', p.mechanic)
  if (p.difficulty !== undefined) listed = listed.where('difficulty', '=', p.difficulty)
  if (p.equipment !== undefined) listed = listed.where('equipment', 'in', itemsOf(p.equipment))
  if (p.words !== undefined) listed = listed.where(holdsAllWords(p.words))
  if (p.muscle !== undefined) listed = listed.where(percentOf(p.muscle), '>=', p.minEngagement ?? 1)

  const page = db.selectFrom(listed.as('listed')).selectAll().limit(p.limit)
  const { afterPercent, afterNameKey, afterId } = p
  if (!p.byEngagement) {
    const named = page.orderBy('nameKey').orderBy('id')
    if (afterNameKey === undefined || afterId === undefined) return named
    return named.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('nameKey', 'id'), '>', tuple(afterNameKey, afterId)),
    )
  }
  const ranked = page.orderBy('percent', 'desc').orderBy('nameKey').orderBy('id')
  if (afterPercent === undefined || afterNameKey === undefined || afterId === undefined) return ranked
  return ranked.where(({ or, and, eb, refTuple, tuple }) =>
    or([
      eb('percent', '<', afterPercent),
      and([
        eb('percent', '=', afterPercent),
        eb(refTuple('nameKey', 'id'), '>', tuple(afterNameKey, afterId)),
      ]),
    ]),
  )
})

/** How much a lift engages a muscle; null if it does not, or if none is requested. */
function percentOf(muscle: Schemas['Muscle'] | undefined): RawBuilder<number | null> {
  if (muscle === undefined) return sql<number | null>`null`
  return sql<number | null>`(select percent from "exerciseMuscles"
    where "exerciseKey" = exercises.key and muscle = ${muscle})`
}

/** Whether each of the words begins a word of the names. */
function holdsAllWords(words: Json<string[]>): Expression<boolean> {
  return sql<boolean>`not exists (select 1 from json_each(${words}) as word
    where instr("searchText", ' ' || word.value) = 0)`
}

/** Built-in exercises and the user's own (if `userId` is given) that are not deleted; at most `limit`. */
export function listExercises(
  db: Reader,
  userId: string | undefined,
  { words, equipment, source, ...filter }: ExerciseFilter,
  { sort, after, limit }: ExercisePage,
): Promise<ListedExercise[]> {
  return pageQuery.all(db, {
    ...filter,
    userId: userId ?? '',
    words: words && listParameter(words),
    equipment: equipment && listParameter(equipment),
    builtIn: source === 'builtin' || userId === undefined ? true : undefined,
    own: source === 'custom' || undefined,
    byEngagement: sort === 'engagement' || undefined,
    afterPercent: after?.percent,
    afterNameKey: after?.nameKey,
    afterId: after?.id,
    limit,
  })
}
