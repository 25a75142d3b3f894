import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { translationsOf } from '#catalogue/translations.ts'
import { createYielder } from '#lib/yield.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { ExerciseRow } from './rows.ts'
import { sharedExercisesOf } from './shared.ts'

const columns = ['id', 'name', 'aliases', 'equipment'] as const

const sharedQuery = prepare((db, _: object) =>
  db.selectFrom('catalogueExercises').select(columns).orderBy('derived').orderBy('id'),
)

const ownQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('customExercises')
    .select(columns)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('id'),
)

const lastChangeQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('customExercises')
    .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
    .where('userId', '=', userId),
)

/**
 * The names of all exercises that a user may log: the shared ones, then the user's own. Indexed on first
 * use, and again when they change.
 */
export async function exerciseNames(db: Reader, userId: string | undefined): Promise<ExerciseNames[]> {
  const shared = await sharedNames(db)
  const own = userId === undefined ? undefined : await ownNames(db, userId)
  return own ? [shared, own] : [shared]
}

function sharedNames(db: Reader): Promise<ExerciseNames> {
  const cache = sharedExercisesOf(db)
  if (!cache) return indexNames('builtin', sharedQuery.all(db, {}))
  cache.names ??= indexNames('builtin', sharedQuery.all(db, {})).catch((error: unknown) => {
    delete cache.names
    throw error
  })
  return cache.names
}

async function ownNames(db: Reader, userId: string): Promise<ExerciseNames | undefined> {
  const changed = await lastChangeQuery.first(db, { userId })
  const seq = changed?.seq ?? undefined
  if (seq === undefined) return undefined
  const cache = sharedExercisesOf(db).ownNames
  const cached = cache?.get(userId)
  if (cached?.seq === seq) return cached.names
  const names = await indexNames('custom', ownQuery.all(db, { userId }))
  cache?.set(userId, { seq, names })
  return names
}

async function indexNames(
  source: NameableExercise['source'],
  reading: Promise<Pick<ExerciseRow, (typeof columns)[number]>[]>,
): Promise<ExerciseNames> {
  const exercises = (await reading).map(({ aliases, ...row }) => ({
    ...row,
    aliases: fromJson(aliases),
    translations: source === 'builtin' ? translationsOf(row.id) : undefined,
    source,
  }))
  return ExerciseNames.of(exercises, createYielder())
}
