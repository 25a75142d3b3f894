import type { NameableExercise } from '#catalogue/names/exercise-names.ts'
import { translationsOf } from '#catalogue/translations.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { builtInExercises, ownExercises } from './every-exercise.ts'
import type { ExerciseRow } from './rows.ts'
import { type SharedNameable, sharedExercisesOf } from './shared.ts'

const columns = ['id', 'name', 'nameKey', 'aliases', 'equipment'] as const

type NamesRow = Pick<ExerciseRow, (typeof columns)[number]>

const selectShared = prepare((db, _: object) =>
  db.selectFrom(builtInExercises(db).as('exercises')).select(columns).orderBy('derived').orderBy('id'),
)

const selectOwn = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom(ownExercises(db, userId).as('exercises'))
    .select(columns)
    .where('deletedAt', 'is', null)
    .orderBy('id'),
)

/** Every exercise that a user may log, with its names: built-in ones, then the user's own. */
export async function nameableExercises(db: Reader, userId: string) {
  return [...(await sharedNameable(db)), ...(await ownNameable(db, userId))]
}

/** The built-in exercises with their names, which are read once. */
export function sharedNameable(db: Reader): Promise<readonly SharedNameable[]> {
  const cache = sharedExercisesOf(db)
  cache.nameable ??= readShared(db).catch((error: unknown) => {
    delete cache.nameable
    throw error
  })
  return cache.nameable
}

async function readShared(db: Reader): Promise<readonly SharedNameable[]> {
  return (await selectShared.all(db, {})).map((row) => ({
    ...nameable(row, 'builtin'),
    translations: translationsOf(row.id),
  }))
}

/** A user's own exercises with their names. */
export async function ownNameable(db: Reader, userId: string) {
  return (await selectOwn.all(db, { userId })).map((row) => nameable(row, 'custom'))
}

function nameable<Source extends NameableExercise['source']>({ aliases, ...row }: NamesRow, source: Source) {
  return { ...row, aliases: fromJson(aliases), source }
}
