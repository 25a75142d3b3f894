import { type Kysely, sql } from 'kysely'
import { oneOf } from '../engine/sqlite/ddl.ts'

/** Adds how often a user trains, their goal for bodyweight, their next competition, and overreached muscles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('users')
    .addColumn('workoutsPerWeek', 'integer', (c) => c.check(sql`"workoutsPerWeek" between 1 and 14`))
    .execute()
  await db.schema
    .alterTable('users')
    .addColumn('bodyweightGoal', 'text', (c) =>
      c.check(oneOf('bodyweightGoal', ['lose', 'maintain', 'gain'])),
    )
    .execute()
  await db.schema.alterTable('users').addColumn('competitionDay', 'text').execute()
  await db.schema.alterTable('packedWorkouts').addColumn('overreached', 'text').execute()
  await db.schema
    .createIndex('packedWorkoutsByOverreach')
    .on('packedWorkouts')
    // With all columns of its query: otherwise, without statistics, SQLite prefers to scan all of a user's workouts.
    .columns(['userId', 'startedAt', 'timeZone', 'overreached'])
    .where(sql.ref('overreached'), 'is not', null)
    .execute()
}
