import type { Kysely } from 'kysely'
import { createBodyAndSettings } from './body-and-settings.ts'
import { createExercises } from './exercises.ts'
import { createFunctions } from './functions.ts'
import { createImports } from './imports.ts'
import { createPrograms } from './programs.ts'
import { createService } from './service.ts'
import { createUsers } from './users.ts'
import { createWorkouts } from './workouts.ts'

/** The initial schema on PostgreSQL: that of SQLite after its migration 0012. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createFunctions(db)
  await createUsers(db)
  await createExercises(db)
  await createWorkouts(db)
  await createBodyAndSettings(db)
  await createPrograms(db)
  await createImports(db)
  await createService(db)
}
