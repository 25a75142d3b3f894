import type { Kysely } from 'kysely'
import { createBody } from './body.ts'
import { createExercises } from './exercises.ts'
import { createService } from './service.ts'
import { createUsers } from './users.ts'
import { createWorkouts } from './workouts.ts'

/** The tables of the first release. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createUsers(db)
  await createExercises(db)
  await createWorkouts(db)
  await createBody(db)
  await createService(db)
}
