import type { Kysely, Selectable } from 'kysely'
import { strictByKey } from '../engine/sqlite/ddl.ts'
import { packSets } from '../packed/pack.ts'
import { contentsOf, type EarlierPackedTable, type EarlierSchema } from './earlier-workouts.ts'

/** As many workouts are packed at once: some megabytes. */
const atOnce = 500

/** The columns that the table has here: 0007 adds others. */
type PackedTable = Omit<EarlierPackedTable, 'timeZone' | 'localStartedAt'>
interface SchemaHere extends Omit<EarlierSchema, 'packedWorkouts'> {
  packedWorkouts: PackedTable
}

/** Each workout once more with its sets packed, so that figures of all time needn't read a row for each set. */
export async function up(db: Kysely<SchemaHere>): Promise<void> {
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
      .limit(atOnce)
      .execute()
    for (const workout of workouts) await pack(db, workout)
    const last = workouts.at(-1)
    if (!last) return
    after = last
  }
}

type Frame = Omit<Selectable<PackedTable>, 'workoutId' | 'sets'> & { readonly id: string }

async function pack(db: Kysely<SchemaHere>, { id: workoutId, ...frame }: Frame): Promise<void> {
  const { userId } = frame
  const { exercises, sets } = await contentsOf(db, userId, workoutId, { slots: false })
  await db
    .insertInto('packedWorkouts')
    .values({ ...frame, workoutId, sets: packSets(exercises, sets) })
    .execute()
}
