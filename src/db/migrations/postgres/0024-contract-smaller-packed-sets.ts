import { type Selectable, sql } from 'kysely'
import { prepare } from '../../engine/prepare.ts'
import { isDistributed } from '../../maintenance/distribute.ts'
import type { Tx } from '../../schema/index.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable } from '../../schema/workouts.ts'
import { batchSize, type ExerciseKey, repackSets, type WorkoutKey } from '../repack-sets.ts'

/** Copies of the tables, from which they are filled again. */
type Copies = {
  earlierWorkouts: PackedWorkoutsTable
  earlierExercises: PerformedExercisesTable
}

const selectWorkouts = prepare((db, p: WorkoutKey) =>
  db
    .withTables<Copies>()
    .selectFrom('earlierWorkouts')
    .selectAll()
    .where('userId', '=', p.userId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('startedAt', 'workoutId'), '>', tuple(p.startedAt, p.workoutId)),
    )
    .orderBy('startedAt')
    .orderBy('workoutId')
    .limit(batchSize),
)

const insertWorkout = prepare((db, row: Selectable<PackedWorkoutsTable>) =>
  db.insertInto('packedWorkouts').values(row),
)

const selectExercises = prepare((db, p: ExerciseKey) =>
  db
    .withTables<Copies>()
    .selectFrom('earlierExercises')
    .selectAll()
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
  db.insertInto('performedExercises').values(row),
)

/**
 * Packs sets in half of the bytes. Nodes of the previous release would misread them, so the columns have a new name:
 * those nodes respond with 503 from then on. Until the migration ends, what reads or writes workouts waits for it.
 */
export async function up(tx: Tx): Promise<void> {
  // Otherwise statements for one user couldn't follow those for all in one transaction.
  if (await isDistributed(tx)) await sql`set local citus.multi_shard_modify_mode = 'sequential'`.execute(tx)
  for (const table of ['packedWorkouts', 'performedExercises'])
    await sql`alter table ${sql.table(table)} rename column "sets" to "packedSets"`.execute(tx)
  await copyAndEmpty(tx, 'packedWorkouts', 'earlierWorkouts', ['userId', 'startedAt', 'workoutId'])
  const keyOfExercise = ['userId', 'exerciseId', 'startedAt', 'workoutId']
  await copyAndEmpty(tx, 'performedExercises', 'earlierExercises', keyOfExercise)
  await repackSets(
    tx,
    {
      list: (after) => selectWorkouts.all(tx, after),
      save: (rows) => insertWorkout.insertAll(tx, rows),
    },
    {
      list: (after) => selectExercises.all(tx, after),
      save: (rows) => insertExercise.insertAll(tx, rows),
    },
  )
}

/** Moves the rows of a table to a temporary copy: updates would leave space behind that only `vacuum full` frees. */
async function copyAndEmpty(tx: Tx, table: string, copy: string, key: readonly string[]): Promise<void> {
  await sql`create temporary table ${sql.table(copy)} on commit drop as select * from ${sql.table(table)}`.execute(
    tx,
  )
  await sql`create index on ${sql.table(copy)} (${sql.join(key.map((name) => sql.ref(name)))})`.execute(tx)
  await sql`analyze ${sql.table(copy)}`.execute(tx)
  await sql`truncate ${sql.table(table)}`.execute(tx)
}
