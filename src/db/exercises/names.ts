import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { lookupIn, type NameLookup } from '#catalogue/names/name-lookup.ts'
import { createYielder } from '#lib/yield.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { ownNameable, sharedNameable } from './nameable.ts'
import { sharedExercisesOf } from './shared.ts'

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

/** Looks names up among exercises of a user that {@link nameableExercises} has listed; their own come first. */
export async function exerciseNameLookup(
  db: Reader,
  exercises: readonly NameableExercise[],
  pause: () => Promise<void> | undefined,
): Promise<NameLookup> {
  const shared = await sharedNames(db)
  const own = exercises.filter(({ source }) => source === 'custom')
  return own.length === 0 ? shared : lookupIn(await ExerciseNames.build(own, pause), shared)
}

function sharedNames(db: Reader): Promise<ExerciseNames> {
  const cache = sharedExercisesOf(db)
  cache.names ??= indexNames(sharedNameable(db)).catch((error: unknown) => {
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
  const names = await indexNames(ownNameable(db, userId))
  cache.set(userId, { seq, names })
  return names
}

async function indexNames(reading: Promise<readonly NameableExercise[]>): Promise<ExerciseNames> {
  return ExerciseNames.build(await reading, createYielder())
}
