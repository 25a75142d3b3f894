import type { Insertable, Selectable } from 'kysely'
import { prepare } from '../../engine/prepare.ts'
import { packedRow } from '../../packed/save.ts'
import type { Tx } from '../../schema/index.ts'
import type { WorkoutRevisionsTable } from '../../schema/workouts.ts'
import { documentOf } from '../../workouts/content.ts'
import { readWorkout, storedWorkout } from '../../workouts/document.ts'
import type { WorkoutAggregate } from '../../workouts/rows.ts'
import { packEarlierPerformed, packEarlierSets } from '../earlier-packing/pack.ts'
import {
  contentsOf,
  type EarlierPackedTable,
  type EarlierWorkoutsTable,
  type TablesWithSets,
} from '../earlier-workouts.ts'
import { createIndexes, createTables, createView } from './tables.ts'

/** The number of workouts to read at a time, which takes a few megabytes. */
const batchSize = 500

/** The previous tables, during the conversion. */
type EarlierTables = {
  earlierWorkouts: EarlierWorkoutsTable
  earlierPacked: EarlierPackedTable
  earlierRevisions: WorkoutRevisionsTable
}

/**
 * The new tables with packed sets, without columns that were added later: the phase by 0016, `overreached` by 0022.
 * The schema is part of their names, because today's tables have the same names.
 */
type NewTables = {
  'main.packedWorkouts': Omit<TablesWithSets['packedWorkouts'], 'phase' | 'overreached'>
  'main.performedExercises': TablesWithSets['performedExercises']
}

type PackedRow = Insertable<NewTables['main.packedWorkouts']>
type PerformedRow = Insertable<NewTables['main.performedExercises']>

const selectEarlierPacked = prepare((db, p: { readonly userId: string; readonly workoutId: string }) =>
  db
    .withTables<EarlierTables>()
    .selectFrom('earlierPacked')
    .select('sets')
    .where('userId', '=', p.userId)
    .where('workoutId', '=', p.workoutId),
)
const insertWorkout = prepare((db, row: ReturnType<typeof storedWorkout>) =>
  db.insertInto('workouts').values(row),
)
const insertPacked = prepare((db, row: PackedRow) =>
  db.withTables<NewTables>().insertInto('main.packedWorkouts').values(row),
)
const insertPerformed = prepare((db, row: PerformedRow) =>
  db.withTables<NewTables>().insertInto('main.performedExercises').values(row),
)

/**
 * Stores a workout as one document, with packed sets ordered by time and by exercise. This halves the
 * file size and makes saves many times faster.
 */
export async function up(tx: Tx): Promise<void> {
  const db = tx.withTables<EarlierTables>()
  // Renamed, so that references point to the old tables: dropping those must not delete revisions.
  await db.schema.alterTable('workouts').renameTo('earlierWorkouts').execute()
  await db.schema.alterTable('packedWorkouts').renameTo('earlierPacked').execute()
  await db.schema.alterTable('workoutRevisions').renameTo('earlierRevisions').execute()
  await createTables(db)
  const users = await db.selectFrom('users').select('id').orderBy('id').execute()
  for (const { id } of users) {
    await convertWorkouts(tx, id)
    await convertTombstones(tx, id)
  }
  await db
    .insertInto('workoutRevisions')
    .columns(['userId', 'workoutId', 'revision', 'replacedAt', 'reason', 'content'])
    .expression(
      db
        .selectFrom('earlierRevisions')
        .select(['userId', 'workoutId', 'revision', 'replacedAt', 'reason', 'content']),
    )
    .execute()
  for (const table of ['sets', 'workoutExercises', 'earlierPacked', 'earlierRevisions', 'earlierWorkouts'])
    await db.schema.dropTable(table).execute()
  await createIndexes(db)
  await createView(db)
}

/** In chronological order, so that workouts from around the same time are stored together in the file. */
async function convertWorkouts(tx: Tx, userId: string): Promise<void> {
  for (let after = { startedAt: Number.MIN_SAFE_INTEGER, id: '' }; ; ) {
    const workouts = await tx
      .withTables<EarlierTables>()
      .selectFrom('earlierWorkouts')
      .selectAll()
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('startedAt', 'id'), '>', tuple(after.startedAt, after.id)),
      )
      .orderBy('startedAt')
      .orderBy('id')
      .limit(batchSize)
      .execute()
    for (const workout of workouts) await convert(tx, workout)
    const last = workouts.at(-1)
    if (!last) return
    after = last
  }
}

async function convert(tx: Tx, earlierRow: Selectable<EarlierWorkoutsTable>): Promise<void> {
  const { userId, id } = earlierRow
  const workout = { ...earlierRow, phase: null, overreached: null }
  const earlier = { workout, ...(await contentsOf(tx, { userId, workoutId: id, slots: true })) }
  const stored = storedWorkout(workout, documentOf(earlier))
  const aggregate = readWorkout(stored)
  const packed = earlierPackedRow(aggregate)
  await assertSame(tx, packed)
  await insertWorkout.run(tx, stored)
  await insertPacked.run(tx, packed)
  await insertPerformed.runEach(tx, earlierPerformedRows(aggregate))
}

function earlierPackedRow(aggregate: WorkoutAggregate): PackedRow {
  const { phase: _phase, overreached: _overreached, packedSets: _sets, ...columns } = packedRow(aggregate)
  return { ...columns, sets: packEarlierSets(aggregate.exercises, aggregate.sets) }
}

function earlierPerformedRows(aggregate: WorkoutAggregate): PerformedRow[] {
  const { userId, id: workoutId, startedAt } = aggregate.workout
  return packEarlierPerformed(aggregate).map((packed) => ({ userId, startedAt, workoutId, ...packed }))
}

/** Checks that the document has the same data for each set as its row. */
async function assertSame(
  tx: Tx,
  { userId, workoutId, sets }: Pick<PackedRow, 'userId' | 'workoutId' | 'sets'>,
): Promise<void> {
  const previous = await selectEarlierPacked.first(tx, { userId, workoutId })
  if (previous && Buffer.compare(previous.sets, sets) === 0) return
  throw new Error(`workout ${workoutId} of user ${userId} doesn't match its packed sets: restore a backup`)
}

/** Leaves out what unfinished imports have written in tombstones, since it is swept on startup anyway. */
async function convertTombstones(tx: Tx, userId: string): Promise<void> {
  const tombstones = await tx
    .withTables<EarlierTables>()
    .selectFrom('earlierWorkouts')
    .selectAll()
    .where('userId', '=', userId)
    .where('deletedAt', 'is not', null)
    .orderBy('id')
    .execute()
  for (const tombstone of tombstones) await insertWorkout.run(tx, storedWorkout(tombstone, null))
}
