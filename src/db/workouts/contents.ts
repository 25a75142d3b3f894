import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import type { WorkoutChanges } from './changes.ts'
import type { SetRow, WorkoutExerciseRow } from './rows.ts'

const insertExercise = prepare((db, row: WorkoutExerciseRow) => db.insertInto('workoutExercises').values(row))

const insertSet = prepare((db, row: SetRow) => db.insertInto('sets').values(row))

const updateExercise = prepare((db, { userId, workoutId, id, ...columns }: WorkoutExerciseRow) =>
  db
    .updateTable('workoutExercises')
    .set(columns)
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .where('id', '=', id),
)

const updateSet = prepare((db, { userId, workoutId, id, ...columns }: SetRow) =>
  db
    .updateTable('sets')
    .set(columns)
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .where('id', '=', id),
)

type Key = Pick<SetRow, 'userId' | 'workoutId' | 'id'>

const deleteExercise = prepare((db, { userId, workoutId, id }: Key) =>
  db
    .deleteFrom('workoutExercises')
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .where('id', '=', id),
)

const deleteSet = prepare((db, { userId, workoutId, id }: Key) =>
  db.deleteFrom('sets').where('userId', '=', userId).where('workoutId', '=', workoutId).where('id', '=', id),
)

type WorkoutKey = Pick<SetRow, 'userId' | 'workoutId'>

const deleteAllExercises = prepare((db, { userId, workoutId }: WorkoutKey) =>
  db.deleteFrom('workoutExercises').where('userId', '=', userId).where('workoutId', '=', workoutId),
)

const deleteAllSets = prepare((db, { userId, workoutId }: WorkoutKey) =>
  db.deleteFrom('sets').where('userId', '=', userId).where('workoutId', '=', workoutId),
)

/** Writes the exercises and sets of a workout that has none. */
export async function insertContents(
  tx: Tx,
  exercises: readonly WorkoutExerciseRow[],
  sets: readonly SetRow[],
): Promise<void> {
  await insertExercise.runEach(tx, exercises)
  await insertSet.runEach(tx, sets)
}

/**
 * Writes what changed, in an order that never leaves a set without its exercise: a set may move from an
 * exercise that is removed to one that is added.
 */
export async function writeChanges(tx: Tx, { exercises, sets }: WorkoutChanges): Promise<void> {
  await insertExercise.runEach(tx, exercises.inserted)
  await updateExercise.runEach(tx, exercises.updated)
  await deleteSet.runEach(tx, sets.deleted.map(keyOf))
  await updateSet.runEach(tx, sets.updated)
  await insertSet.runEach(tx, sets.inserted)
  await deleteExercise.runEach(tx, exercises.deleted.map(keyOf))
}

/** Removes everything from a workout. */
export async function deleteContents(tx: Tx, userId: string, workoutId: string): Promise<void> {
  await deleteAllSets.run(tx, { userId, workoutId })
  await deleteAllExercises.run(tx, { userId, workoutId })
}

function keyOf({ userId, workoutId, id }: Key): Key {
  return { userId, workoutId, id }
}
