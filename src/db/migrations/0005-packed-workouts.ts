import { type Selectable, sql } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'
import type { Tx } from '../schema/index.ts'
import { packEarlierSets } from './earlier-packing/pack.ts'
import { contentsOf, type EarlierPackedTable } from './earlier-workouts.ts'

/** The number of workouts to pack at a time, which takes a few megabytes. */
const batchSize = 500

/** The columns of the table at this point; 0008 adds others. */
type PackedTable = Omit<EarlierPackedTable, 'timeZone' | 'localStartedAt'>

/**
 * Stores each workout's sets in packed form too, so that all-time figures don't have to read a row for
 * each set.
 */
export async function up(db: Tx): Promise<void> {
  await db.schema
    .createTable('packedWorkouts')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('workoutId', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'integer')
    .addColumn('bodyweightGrams', 'integer')
    .addColumn('sets', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('packedWorkoutsKey', ['userId', 'workoutId'])
    .addForeignKeyConstraint(
      'packedWorkoutsWorkout',
      ['userId', 'workoutId'],
      'workouts',
      ['userId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .modifyEnd(strictByKey)
    .execute()
  for (let after = { userId: '', id: '' }; ; ) {
    const workouts = await db
      .selectFrom('workouts')
      .select(['userId', 'id', 'startedAt', 'endedAt', 'bodyweightGrams'])
      .where(({ eb, refTuple, tuple }) => eb(refTuple('userId', 'id'), '>', tuple(after.userId, after.id)))
      .where('deletedAt', 'is', null)
      .orderBy('userId')
      .orderBy('id')
      .limit(batchSize)
      .execute()
    for (const workout of workouts) await pack(db, workout)
    const last = workouts.at(-1)
    if (!last) return
    after = last
  }
}

type Frame = Omit<Selectable<PackedTable>, 'workoutId' | 'sets'> & { readonly id: string }

async function pack(db: Tx, { id: workoutId, ...frame }: Frame): Promise<void> {
  const { userId, startedAt, endedAt, bodyweightGrams } = frame
  const { exercises, sets } = await contentsOf(db, { userId, workoutId })
  await sql`insert into "packedWorkouts" ("userId", "workoutId", "startedAt", "endedAt", "bodyweightGrams", sets)
    values (${userId}, ${workoutId}, ${startedAt}, ${endedAt}, ${bodyweightGrams}, ${packEarlierSets(exercises, sets)})`.execute(
    db,
  )
}
