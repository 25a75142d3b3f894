import type { Kysely } from 'kysely'
import { splitExercises } from './exercises.ts'
import { keySessions } from './sessions.ts'

/**
 * Every key of a user's data begins with the user's id, so that it can be distributed by it. Exercises that all users
 * share are in tables of their own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keySessions(db)
  await splitExercises(db)
}
