import { type Selectable, sql } from 'kysely'
import { prepare } from '../../engine/prepare.ts'
import { isDistributed } from '../../maintenance/distribute.ts'
import type { Tx } from '../../schema/index.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable } from '../../schema/workouts.ts'
import { batchSize, type ExerciseKey, repackSets, type WorkoutKey } from '../repack-sets.ts'

/** A table as the previous release uses it. */
type WithEarlierSets<Table extends { packedSets: unknown }> = Omit<Table, 'packedSets'> & {
  sets: Table['packedSets']
}

type Earlier = {
  packedWorkouts: WithEarlierSets<PackedWorkoutsTable>
  performedExercises: WithEarlierSets<PerformedExercisesTable>
}

/** Temporary tables with the new rows. */
type Repacked = {
  repackedWorkouts: PackedWorkoutsTable
  repackedExercises: PerformedExercisesTable
}

type User = { readonly userId: string }

const selectWorkouts = prepare((db, p: WorkoutKey) =>
  db
    .withTables<Earlier>()
    .selectFrom('packedWorkouts')
    .selectAll()
    .select('sets as packedSets')
    .where('userId', '=', p.userId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('startedAt', 'workoutId'), '>', tuple(p.startedAt, p.workoutId)),
    )
    .orderBy('startedAt')
    .orderBy('workoutId')
    .limit(batchSize),
)

const insertWorkout = prepare((db, row: Selectable<PackedWorkoutsTable>) =>
  db.withTables<Repacked>().insertInto('repackedWorkouts').values(row),
)

const deleteWorkouts = prepare((db, { userId }: User) =>
  db.withTables<Repacked>().deleteFrom('repackedWorkouts').where('userId', '=', userId),
)

const selectExercises = prepare((db, p: ExerciseKey) =>
  db
    .withTables<Earlier>()
    .selectFrom('performedExercises')
    .selectAll()
    .select('sets as packedSets')
    .where('userId', '=', p.userId)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('exerciseId', 'startedAt', 'workoutId'),
        '>',
        tuple(p.exerciseId, p.startedAt, p.workoutId),
      ),
    )
    .orderBy('exerciseId')
    .orderBy('startedAt')
    .orderBy('workoutId')
    .limit(batchSize),
)

const insertExercise = prepare((db, row: Selectable<PerformedExercisesTable>) =>
  db.withTables<Repacked>().insertInto('repackedExercises').values(row),
)

const deleteExercises = prepare((db, { userId }: User) =>
  db.withTables<Repacked>().deleteFrom('repackedExercises').where('userId', '=', userId),
)

/**
 * Packs sets in half of the bytes. Nodes of the previous release would misread them, so the columns have a new name:
 * those nodes respond with 503 from then on. Until then they keep reading and writing: sets are first packed into
 * temporary tables, again for users who change meanwhile, and the tables are locked only to exchange their rows.
 */
export async function up(tx: Tx): Promise<void> {
  // Otherwise statements for one user couldn't follow those for all in one transaction.
  const isOnCluster = await isDistributed(tx)
  if (isOnCluster) await sql`set local citus.multi_shard_modify_mode = 'sequential'`.execute(tx)
  const tables = [
    ['packedWorkouts', 'repackedWorkouts', ['userId', 'startedAt', 'workoutId']],
    ['performedExercises', 'repackedExercises', ['userId', 'exerciseId', 'startedAt', 'workoutId']],
  ] as const
  for (const [table, repacked, key] of tables) {
    await sql`create temporary table ${sql.table(repacked)} on commit drop as
      select * from ${sql.table(table)} limit 0`.execute(tx)
    await sql`alter table ${sql.table(repacked)} rename column "sets" to "packedSets"`.execute(tx)
    await sql`create index on ${sql.table(repacked)} (${refs(key)})`.execute(tx)
  }
  // The first time takes long; the second is for users who changed meanwhile, so that few are left for the third.
  const first = await repackChanged(tx, new Map())
  const second = await repackChanged(tx, first)
  if (isOnCluster) await lockTables.execute(tx)
  else await lockTablesPatiently.execute(tx)
  await repackChanged(tx, second)
  for (const [table, repacked, key] of tables) {
    await sql`alter table ${sql.table(table)} rename column "sets" to "packedSets"`.execute(tx)
    // Updates would leave space behind that only `vacuum full` frees.
    await sql`truncate ${sql.table(table)}`.execute(tx)
    await sql`insert into ${sql.table(table)}
      select * from ${sql.table(repacked)} order by ${refs(key)}`.execute(tx)
  }
}

/**
 * Packs the sets of users whose last change isn't the one in `before`. Resolves to the numbers of their last changes,
 * which are read first, so that a later change is noticed the next time.
 */
async function repackChanged(tx: Tx, before: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const users = await tx.selectFrom('users').select(['id', 'seq']).orderBy('id').execute()
  const now = new Map(users.map(({ id, seq }) => [id, seq]))
  const isChanged = (userId: string) => now.get(userId) !== before.get(userId)
  // Also those of users who have been deleted.
  for (const userId of [...before.keys()].filter(isChanged)) {
    await deleteWorkouts.run(tx, { userId })
    await deleteExercises.run(tx, { userId })
  }
  await repackSets(
    [...now.keys()].filter(isChanged),
    {
      list: (after) => selectWorkouts.all(tx, after),
      save: (rows) => insertWorkout.insertAll(tx, rows.map(withoutEarlierSets)),
    },
    {
      list: (after) => selectExercises.all(tx, after),
      save: (rows) => insertExercise.insertAll(tx, rows.map(withoutEarlierSets)),
    },
  )
  return now
}

function withoutEarlierSets<Row extends { readonly sets: Uint8Array }>({ sets: _, ...row }: Row) {
  return row
}

const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))

const lockTables = sql`lock table "packedWorkouts", "performedExercises" in access exclusive mode`

/**
 * Waits for what uses the tables, for example `pg_dump`, in steps of `lock_timeout`, between which other transactions
 * can go on.
 */
const lockTablesPatiently = sql`do $$ begin
  loop
    begin
      lock table "packedWorkouts", "performedExercises" in access exclusive mode;
      exit;
    exception when lock_not_available or deadlock_detected then
      perform pg_sleep(1);
    end;
  end loop;
end $$`
