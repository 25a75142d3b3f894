import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import { batchSize, type ExerciseKey, repackSets, type WorkoutKey } from './repack-sets.ts'

type WithSets<Key> = Key & { readonly packedSets: Uint8Array }

const selectWorkouts = prepare((db, p: WorkoutKey) =>
  db
    .selectFrom('packedWorkouts')
    .select(['userId', 'startedAt', 'workoutId', 'packedSets'])
    .where('userId', '=', p.userId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('startedAt', 'workoutId'), '>', tuple(p.startedAt, p.workoutId)),
    )
    .orderBy('startedAt')
    .orderBy('workoutId')
    .limit(batchSize),
)

const updateWorkout = prepare((db, { packedSets, ...p }: WithSets<WorkoutKey>) =>
  db
    .updateTable('packedWorkouts')
    .set({ packedSets })
    .where('userId', '=', p.userId)
    .where('startedAt', '=', p.startedAt)
    .where('workoutId', '=', p.workoutId),
)

const selectExercises = prepare((db, p: ExerciseKey) =>
  db
    .selectFrom('performedExercises')
    .select(['userId', 'exerciseId', 'startedAt', 'workoutId', 'packedSets'])
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

const updateExercise = prepare((db, { packedSets, ...p }: WithSets<ExerciseKey>) =>
  db
    .updateTable('performedExercises')
    .set({ packedSets })
    .where('userId', '=', p.userId)
    .where('exerciseId', '=', p.exerciseId)
    .where('startedAt', '=', p.startedAt)
    .where('workoutId', '=', p.workoutId),
)

/** Packs sets in half of the bytes. */
export async function up(tx: Tx): Promise<void> {
  for (const table of ['packedWorkouts', 'performedExercises'])
    await tx.schema.alterTable(table).renameColumn('sets', 'packedSets').execute()
  const users = await tx.selectFrom('users').select('id').orderBy('id').execute()
  await repackSets(
    users.map(({ id }) => id),
    {
      list: (after) => selectWorkouts.all(tx, after),
      save: (rows) => updateWorkout.runEach(tx, rows),
    },
    {
      list: (after) => selectExercises.all(tx, after),
      save: (rows) => updateExercise.runEach(tx, rows),
    },
  )
}
