import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { translationsOf } from '#catalogue/translations.ts'
import { createYielder } from '#lib/yield.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { owner } from './owner.ts'
import { sharedExercisesOf } from './shared.ts'

const rowsQuery = prepare((db, { ownerId }: { readonly ownerId: string }) =>
  db
    .selectFrom('exercises')
    .select(['id', 'name', 'aliases', 'equipment'])
    .where(owner, '=', ownerId)
    .where('deletedAt', 'is', null)
    .orderBy('derived')
    .orderBy('id'),
)

const lastChangeQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('exercises')
    .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
    .where('userId', '=', userId),
)

/**
 * The names of all exercises that a user may log: those that all users share, then the user's own. Indexed on
 * first use, and again when they change.
 */
export async function exerciseNames(db: Reader, userId: string | undefined): Promise<ExerciseNames[]> {
  const shared = await sharedNames(db)
  const own = userId === undefined ? undefined : await ownNames(db, userId)
  return own ? [shared, own] : [shared]
}

function sharedNames(db: Reader): Promise<ExerciseNames> {
  const cache = sharedExercisesOf(db)
  if (!cache) return readNames(db, '')
  cache.names ??= readNames(db, '').catch((error: unknown) => {
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
  const names = await readNames(db, userId)
  cache?.set(userId, { seq, names })
  return names
}

async function readNames(db: Reader, ownerId: string): Promise<ExerciseNames> {
  const rows = await rowsQuery.all(db, { ownerId })
  const source: NameableExercise['source'] = ownerId === '' ? 'builtin' : 'custom'
  const exercises = rows.map(({ aliases, ...row }) => ({
    ...row,
    aliases: fromJson(aliases),
    translations: source === 'builtin' ? translationsOf(row.id) : undefined,
    source,
  }))
  return ExerciseNames.of(exercises, createYielder())
}
