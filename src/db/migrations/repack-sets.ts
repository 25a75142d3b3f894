import type { Selectable } from 'kysely'
import { type PackableExercise, packExercises, packOneExercise } from '../packed/pack.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable } from '../schema/workouts.ts'
import { unpackEarlier } from './earlier-packing/unpack.ts'

/** The number of rows to read at a time, which takes less than a megabyte. */
export const batchSize = 1000

/** The position of a user's workout, in the order of time. */
export type WorkoutKey = Pick<Selectable<PackedWorkoutsTable>, 'userId' | 'startedAt' | 'workoutId'>

/** The position of an exercise of a user's workouts. */
export type ExerciseKey = WorkoutKey & Pick<Selectable<PerformedExercisesTable>, 'exerciseId'>

/** Rows of a table, by `batchSize` in the order of their keys. */
interface Batches<Key, Row extends Key = Key & { readonly packedSets: Uint8Array }> {
  /** The rows of a user after a key. */
  list(after: Key): Promise<Row[]>
  /** Stores rows with their sets packed as today. */
  save(rows: Row[]): Promise<unknown>
}

/** Packs anew all sets of users that were packed before 0024, from their bytes alone. */
export async function repackSets<
  Workout extends WorkoutKey & { readonly packedSets: Uint8Array },
  Exercise extends ExerciseKey & { readonly packedSets: Uint8Array },
>(
  userIds: Iterable<string>,
  workouts: Batches<WorkoutKey, Workout>,
  exercises: Batches<ExerciseKey, Exercise>,
): Promise<void> {
  for (const userId of userIds) {
    const first = { userId, startedAt: Number.MIN_SAFE_INTEGER, workoutId: '' }
    await repackEach(first, packExercises, workouts)
    await repackEach({ ...first, exerciseId: '' }, packOneExercise, exercises)
  }
}

async function repackEach<
  Key extends WorkoutKey,
  Row extends Key & WorkoutKey & { readonly packedSets: Uint8Array },
>(
  first: Key,
  pack: (workoutId: string, exercises: readonly PackableExercise[]) => Uint8Array,
  { list, save }: Batches<Key, Row>,
): Promise<void> {
  for (let after = first; ; ) {
    const rows = await list(after)
    await save(rows.map((row) => ({ ...row, packedSets: pack(row.workoutId, exercisesOf(row)) })))
    const last = rows.at(-1)
    if (!last || rows.length < batchSize) return
    after = last
  }
}

function exercisesOf({
  userId,
  workoutId,
  packedSets,
}: WorkoutKey & { readonly packedSets: Uint8Array }): PackableExercise[] {
  try {
    return unpackEarlier(packedSets)
  } catch (error) {
    const message = `the packed sets of workout ${workoutId} of user ${userId} are damaged: restore a backup`
    throw new Error(message, { cause: error })
  }
}
