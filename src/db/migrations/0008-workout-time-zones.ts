import { type Kysely, sql } from 'kysely'
import { localTime } from '#training/days.ts'
import type { EarlierSchema } from './earlier-workouts.ts'

/** The number of workouts to read at a time. */
const batchSize = 1000

/**
 * Each workout stores the time zone in which it was done, so that its day no longer depends on the
 * profile. Existing workouts get their user's current zone, so their days don't change.
 */
export async function up(db: Kysely<EarlierSchema>): Promise<void> {
  for (const table of ['workouts', 'packedWorkouts'] as const) {
    const alter = db.schema.alterTable(table)
    await alter.addColumn('timeZone', 'text', (c) => c.notNull().defaultTo('UTC')).execute()
    await alter.addColumn('localStartedAt', 'integer', (c) => c.notNull().defaultTo(0)).execute()
  }
  const users = await db.selectFrom('users').select(['id', 'timeZone']).execute()
  for (const { id, timeZone } of users) await fill(db, id, timeZone)
  await coverDays(db)
}

async function fill(db: Kysely<EarlierSchema>, userId: string, timeZone: string): Promise<void> {
  for (let after = ''; ; ) {
    const workouts = await db
      .selectFrom('workouts')
      .select(['id', 'startedAt'])
      .where('userId', '=', userId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batchSize)
      .execute()
    for (const { id, startedAt } of workouts) {
      const zone = { timeZone, localStartedAt: localTime(timeZone, startedAt) }
      await db.updateTable('workouts').set(zone).where('userId', '=', userId).where('id', '=', id).execute()
      await db
        .updateTable('packedWorkouts')
        .set(zone)
        .where('userId', '=', userId)
        .where('workoutId', '=', id)
        .execute()
    }
    const last = workouts.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Figures read the days of a user's workouts from this index alone. */
async function coverDays(db: Kysely<EarlierSchema>): Promise<void> {
  await db.schema.dropIndex('workoutsByStart').execute()
  await db.schema
    .createIndex('workoutsByStart')
    .on('workouts')
    .columns(['userId', 'startedAt', 'id', 'timeZone', 'localStartedAt'])
    .where(sql.ref('deletedAt'), 'is', null)
    .execute()
}
