import type { Kysely } from 'kysely'
import { splitExercises } from './exercises.ts'
import { keySessions } from './sessions.ts'

/**
 * Every key of a user's data begins with the user's id, so that the data can be distributed by user.
 * Shared exercises get their own tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keySessions(db)
  await splitExercises(db)
}
