import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import { forgetMemoryFrom } from '../lift-memory/checkpoints.ts'
import type { Tx } from '../schema/index.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable } from '../schema/workouts.ts'
import type { PackedRows, SavedWorkout, SetRow, WorkoutAggregate } from '../workouts/rows.ts'
import { type PackedExercise, packBoth, packPerformed, packSets } from './pack.ts'

type PackedRow = Selectable<PackedWorkoutsTable>
type PackedKey = Pick<PackedRow, 'userId' | 'startedAt' | 'workoutId'>
type PerformedRow = Selectable<PerformedExercisesTable>
type PerformedKey = Pick<PerformedRow, 'userId' | 'exerciseId' | 'startedAt' | 'workoutId'>

const insertPacked = prepare((db, row: PackedRow) => db.insertInto('packedWorkouts').values(row))

const insertPerformed = prepare((db, row: PerformedRow) => db.insertInto('performedExercises').values(row))

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
        overreached: ref('excluded.overreached'),
        packedSets: ref('excluded.packedSets'),
      })),
    ),
)

const upsertPerformed = prepare((db, row: PerformedRow) =>
  db
    .insertInto('performedExercises')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['userId', 'exerciseId', 'startedAt', 'workoutId']).doUpdateSet(({ ref }) => ({
        setCount: ref('excluded.setCount'),
        packedSets: ref('excluded.packedSets'),
      })),
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

const deleteAllPacked = prepare((db, p: { readonly userId: string }) =>
  db.deleteFrom('packedWorkouts').where('userId', '=', p.userId),
)

const deleteAllPerformed = prepare((db, p: { readonly userId: string }) =>
  db.deleteFrom('performedExercises').where('userId', '=', p.userId),
)

/** The packed row of a workout, derived only from its contents. */
export function packedRow(aggregate: WorkoutAggregate): PackedRow {
  return packedRowWith(aggregate, packSets(aggregate))
}

/** The row of each exercise of a workout, derived in the same way. */
export function performedRows(aggregate: WorkoutAggregate): PerformedRow[] {
  return performedRowsWith(aggregate, packPerformed(aggregate))
}

function packedRowsOf(aggregate: WorkoutAggregate): PackedRows {
  const { packedSets, performed } = packBoth(aggregate)
  return {
    whole: packedRowWith(aggregate, packedSets),
    performed: performedRowsWith(aggregate, performed),
  }
}

function packedRowWith({ workout, sets }: WorkoutAggregate, packedSets: Uint8Array): PackedRow {
  return {
    userId: workout.userId,
    workoutId: workout.id,
    startedAt: workout.startedAt,
    endedAt: workout.endedAt,
    timeZone: workout.timeZone,
    localStartedAt: workout.localStartedAt,
    bodyweightGrams: workout.bodyweightGrams,
    phase: workout.phase,
    // Some generated clients send an empty list instead of omitting it.
    overreached: workout.overreached === '[]' ? null : workout.overreached,
    trained: sets.some(countsForTraining) ? 1 : 0,
    packedSets,
  }
}

function performedRowsWith(
  { workout: { userId, id, startedAt } }: WorkoutAggregate,
  performed: readonly PackedExercise[],
): PerformedRow[] {
  return performed.map(({ exerciseId, setCount, packedSets }) => ({
    userId,
    exerciseId,
    startedAt,
    workoutId: id,
    setCount,
    packedSets,
  }))
}

/**
 * Packs a workout that has just been created. Resolves to its packed rows. A plain insert, without a check for rows to
 * replace, saves PostgreSQL a fifth of the time of writing a workout.
 */
export const packNewWorkout = (tx: Tx, aggregate: WorkoutAggregate): Promise<PackedRows> =>
  writeRows(tx, aggregate, { whole: insertPacked, performed: insertPerformed })

/** Packs a newly written workout, whose rows may exist already. Resolves to its packed rows. */
export const packWorkout = (tx: Tx, aggregate: WorkoutAggregate): Promise<PackedRows> =>
  writeRows(tx, aggregate, { whole: upsertPacked, performed: upsertPerformed })

async function writeRows(
  tx: Tx,
  aggregate: WorkoutAggregate,
  write: { readonly whole: typeof insertPacked; readonly performed: typeof insertPerformed },
): Promise<PackedRows> {
  const rows = packedRowsOf(aggregate)
  await forgetMemoryFrom(tx, packedKey(rows.whole))
  await write.whole.send(tx, rows.whole)
  await write.performed.insertAll(tx, rows.performed)
  return rows
}

/** Packs a workout that has replaced `before`, writing only the differences. Resolves to its packed rows. */
export async function repackWorkout(
  tx: Tx,
  before: Omit<SavedWorkout, 'stored'>,
  after: WorkoutAggregate,
): Promise<PackedRows> {
  if (before.workout.startedAt !== after.workout.startedAt) {
    await deletePackedWorkout(tx, before)
    return packWorkout(tx, after)
  }
  const previous = before.packed ?? packedRowsOf(before)
  const rows = packedRowsOf(after)
  if (!isSameRow(previous.whole, rows.whole)) {
    await forgetMemoryFrom(tx, packedKey(rows.whole))
    await upsertPacked.send(tx, rows.whole)
  }
  const previousRows = new Map(previous.performed.map((row) => [row.exerciseId, row]))
  const changed: PerformedRow[] = []
  for (const row of rows.performed) {
    const previousRow = previousRows.get(row.exerciseId)
    if (!previousRow || !isSameRow(previousRow, row)) changed.push(row)
    previousRows.delete(row.exerciseId)
  }
  await upsertPerformed.insertAll(tx, changed)
  for (const row of previousRows.values()) await deletePerformed.send(tx, performedKey(row))
  return rows
}

/** Whether two rows have the same values. `isDeepStrictEqual` takes as long as packing them. */
function isSameRow<Row extends PackedRow | PerformedRow>(a: Row, b: Row): boolean {
  for (const name in a) {
    const [value, other] = [a[name], b[name]]
    const isSame =
      value instanceof Uint8Array && other instanceof Uint8Array
        ? Buffer.compare(value, other) === 0
        : value === other
    if (!isSame) return false
  }
  return true
}

/** Deletes the packed rows of a deleted workout. */
export async function deletePackedWorkout(tx: Tx, aggregate: WorkoutAggregate): Promise<void> {
  const { userId, startedAt, id } = aggregate.workout
  const key = { userId, startedAt, workoutId: id }
  await forgetMemoryFrom(tx, key)
  await deletePacked.send(tx, key)
  for (const row of performedKeys(aggregate)) await deletePerformed.send(tx, row)
}

/** Deletes the packed rows of all workouts of a user. On PostgreSQL, no foreign key deletes them with the user. */
export async function deletePackedWorkouts(tx: Tx, userId: string): Promise<void> {
  await deleteAllPacked.send(tx, { userId })
  await deleteAllPerformed.send(tx, { userId })
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

/** Whether a set counts, like `isWorkingSet` in `training`, for a column that queries use. */
function countsForTraining({ type, reps, durationSeconds, distanceMillimeters }: SetRow): boolean {
  if (type === 'warmup') return false
  return (reps ?? 0) >= 1 || (durationSeconds ?? 0) > 0 || (distanceMillimeters ?? 0) > 0
}
