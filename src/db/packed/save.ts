import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import { forgetMemoryFrom } from '../lift-memory/checkpoints.ts'
import type { Tx } from '../schema/index.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable } from '../schema/workouts.ts'
import type { SetRow, WorkoutAggregate } from '../workouts/rows.ts'
import { packPerformed, packSets } from './pack.ts'

type PackedRow = Selectable<PackedWorkoutsTable>
type PackedKey = Pick<PackedRow, 'userId' | 'startedAt' | 'workoutId'>
type PerformedRow = Selectable<PerformedExercisesTable>
type PerformedKey = Pick<PerformedRow, 'userId' | 'exerciseId' | 'startedAt' | 'workoutId'>

const upsertPacked = prepare((db, row: PackedRow) =>
  db
    .insertInto('packedWorkouts')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['userId', 'startedAt', 'workoutId']).doUpdateSet(({ ref }) => ({
        endedAt: ref('excluded.endedAt'),
        timeZone: ref('excluded.timeZone'),
        localStartedAt: ref('excluded.localStartedAt'),
        bodyweightGrams: ref('excluded.bodyweightGrams'),
        trained: ref('excluded.trained'),
        phase: ref('excluded.phase'),
        sets: ref('excluded.sets'),
      })),
    ),
)

const upsertPerformed = prepare((db, row: PerformedRow) =>
  db
    .insertInto('performedExercises')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['userId', 'exerciseId', 'startedAt', 'workoutId'])
        .doUpdateSet(({ ref }) => ({ setCount: ref('excluded.setCount'), sets: ref('excluded.sets') })),
    ),
)

const deletePacked = prepare((db, { userId, startedAt, workoutId }: PackedKey) =>
  db
    .deleteFrom('packedWorkouts')
    .where('userId', '=', userId)
    .where('startedAt', '=', startedAt)
    .where('workoutId', '=', workoutId),
)

const deletePerformed = prepare((db, { userId, exerciseId, startedAt, workoutId }: PerformedKey) =>
  db
    .deleteFrom('performedExercises')
    .where('userId', '=', userId)
    .where('exerciseId', '=', exerciseId)
    .where('startedAt', '=', startedAt)
    .where('workoutId', '=', workoutId),
)

/** The packed row of a workout, derived only from its contents. */
export function packedRow({ workout, exercises, sets }: WorkoutAggregate): PackedRow {
  const { userId, id, startedAt, endedAt, timeZone, localStartedAt, bodyweightGrams, phase } = workout
  const frame = { startedAt, endedAt, timeZone, localStartedAt, bodyweightGrams, phase }
  const trained = sets.some(countsForTraining) ? 1 : 0
  return { userId, workoutId: id, ...frame, trained, sets: packSets(exercises, sets) }
}

/** The row of each exercise of a workout, derived in the same way. */
export function performedRows(aggregate: WorkoutAggregate): PerformedRow[] {
  const { userId, id, startedAt } = aggregate.workout
  return packPerformed(aggregate).map(({ exerciseId, setCount, sets }) => ({
    userId,
    exerciseId,
    startedAt,
    workoutId: id,
    setCount,
    sets,
  }))
}

/** Packs a newly written workout. */
export async function packWorkout(tx: Tx, aggregate: WorkoutAggregate): Promise<void> {
  const row = packedRow(aggregate)
  await forgetMemoryFrom(tx, packedKey(row))
  await upsertPacked.send(tx, row)
  await upsertPerformed.insertAll(tx, performedRows(aggregate))
}

/** Packs a workout that has replaced `before`, writing only the differences. */
export async function repackWorkout(
  tx: Tx,
  before: WorkoutAggregate,
  after: WorkoutAggregate,
): Promise<void> {
  if (before.workout.startedAt !== after.workout.startedAt) {
    await unpackWorkout(tx, before)
    return packWorkout(tx, after)
  }
  const packed = packedRow(after)
  if (!isDeepStrictEqual(packedRow(before), packed)) {
    await forgetMemoryFrom(tx, packedKey(packed))
    await upsertPacked.send(tx, packed)
  }
  const kept = new Map(performedRows(before).map((row) => [row.exerciseId, row]))
  for (const row of performedRows(after)) {
    if (!isDeepStrictEqual(kept.get(row.exerciseId), row)) await upsertPerformed.send(tx, row)
    kept.delete(row.exerciseId)
  }
  for (const row of kept.values()) await deletePerformed.send(tx, performedKey(row))
}

/** Deletes the packed rows of a deleted workout. */
export async function unpackWorkout(tx: Tx, aggregate: WorkoutAggregate): Promise<void> {
  const { userId, startedAt, id } = aggregate.workout
  const key = { userId, startedAt, workoutId: id }
  await forgetMemoryFrom(tx, key)
  await deletePacked.send(tx, key)
  for (const row of performedKeys(aggregate)) await deletePerformed.send(tx, row)
}

function packedKey({ userId, startedAt, workoutId }: PackedRow): PackedKey {
  return { userId, startedAt, workoutId }
}

function performedKeys({ workout, exercises }: WorkoutAggregate): PerformedKey[] {
  const { userId, startedAt, id } = workout
  const ids = new Set(exercises.map(({ exerciseId }) => exerciseId))
  return [...ids].map((exerciseId) => ({ userId, exerciseId, startedAt, workoutId: id }))
}

function performedKey({ userId, exerciseId, startedAt, workoutId }: PerformedRow): PerformedKey {
  return { userId, exerciseId, startedAt, workoutId }
}

/** Whether a set counts, like `counts` in `training`, for a column that queries use. */
function countsForTraining({ type, reps, durationSeconds, distanceMillimeters }: SetRow): boolean {
  if (type === 'warmup') return false
  return (reps ?? 0) >= 1 || (durationSeconds ?? 0) > 0 || (distanceMillimeters ?? 0) > 0
}
