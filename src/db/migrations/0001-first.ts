import type { Kysely } from 'kysely'
import { createBody } from './0001-first/body.ts'
import { createExercises } from './0001-first/exercises.ts'
import { createService } from './0001-first/service.ts'
import { createUsers } from './0001-first/users.ts'
import { createWorkouts } from './0001-first/workouts.ts'

/** The tables of the first release. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createUsers(db)
  await createExercises(db)
  await createWorkouts(db)
  await createBody(db)
  await createService(db)
}
