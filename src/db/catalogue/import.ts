import {
  type FreeExerciseDbAdditions,
  freeExerciseDbAdditions,
  readFreeExerciseDb,
} from '#catalogue/free-exercise-db/additions.ts'
import { nameIndex } from '#catalogue/names/slug-by-name.ts'
import { transactCatalogue } from '../engine/transact.ts'
import type { Db } from '../schema/index.ts'
import { insertDerivedExercises, listSharedExerciseNames } from './seed.ts'

/**
 * Adds the exercises of a free-exercise-db file to the shared exercises, except those whose name is already a name or
 * an alias of a shared exercise. Adds nothing if the file is invalid.
 *
 * @param now milliseconds since 1970
 * @throws {FreeExerciseDbError} if the file isn't in that format
 */
export async function importFreeExerciseDb(
  db: Db,
  text: string,
  now: number,
): Promise<FreeExerciseDbAdditions> {
  const entries = readFreeExerciseDb(text)
  return transactCatalogue(db, async (tx) => {
    const result = freeExerciseDbAdditions(entries, nameIndex(await listSharedExerciseNames(tx)))
    await insertDerivedExercises(tx, result.additions, now)
    return result
  })
}
