import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { translationsOf } from '#catalogue/translations.ts'
import { createYielder } from '#lib/yield.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { ExerciseRow } from './rows.ts'
import { sharedExercisesOf } from './shared.ts'

const columns = ['id', 'name', 'aliases', 'equipment'] as const

const selectSharedNames = prepare((db, _: object) =>
  db.selectFrom('catalogueExercises').select(columns).orderBy('derived').orderBy('id'),
)

const selectOwnNames = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('customExercises')
    .select(columns)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('id'),
)

const selectLastChange = prepare((db, { userId }: { readonly userId: string }) =>
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

/**
 * One index of all exercises that a user may log, as {@link nameableExercises} lists them: the shared one for a user
 * without exercises of their own, since building an index takes a tenth of a second.
 */
export async function exerciseNameIndex(
  db: Reader,
  exercises: readonly NameableExercise[],
  pause: () => Promise<void> | undefined,
): Promise<ExerciseNames> {
  const hasOwn = exercises.some(({ source }) => source === 'custom')
  return hasOwn ? ExerciseNames.build(exercises, pause) : sharedNames(db)
}

function sharedNames(db: Reader): Promise<ExerciseNames> {
  const cache = sharedExercisesOf(db)
  cache.names ??= indexNames('builtin', selectSharedNames.all(db, {})).catch((error: unknown) => {
    delete cache.names
    throw error
  })
  return cache.names
}

async function ownNames(db: Reader, userId: string): Promise<ExerciseNames | undefined> {
  const lastChange = await selectLastChange.first(db, { userId })
  const seq = lastChange?.seq ?? undefined
  if (seq === undefined) return undefined
  const cache = sharedExercisesOf(db).ownNames
  const cached = cache.get(userId)
  if (cached?.seq === seq) return cached.names
  const names = await indexNames('custom', selectOwnNames.all(db, { userId }))
  cache.set(userId, { seq, names })
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
  return ExerciseNames.build(exercises, createYielder())
}
