import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { PackedWorkoutsTable } from '../schema/workouts.ts'

/** A workout with its sets packed. */
export type PackedWorkoutRow = Omit<Selectable<PackedWorkoutsTable>, 'userId' | 'trained'>

const packedColumns = [
  'workoutId',
  'startedAt',
  'endedAt',
  'timeZone',
  'localStartedAt',
  'bodyweightGrams',
  'phase',
  'sets',
] as const

const listQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('packedWorkouts').select(packedColumns).where('userId', '=', userId),
)

const afterQuery = prepare(
  (db, { userId, startedAt, workoutId }: { userId: string; startedAt: number; workoutId: string }) =>
    db
      .selectFrom('packedWorkouts')
      .select(packedColumns)
      .where('userId', '=', userId)
      .where('startedAt', '>=', startedAt)
      .where(({ eb, or }) => or([eb('startedAt', '>', startedAt), eb('workoutId', '>', workoutId)])),
)

const changedQuery = prepare((db, { userId, after }: { readonly userId: string; readonly after: number }) =>
  db
    .selectFrom('workouts')
    .leftJoin('packedWorkouts', (join) =>
      join
        .onRef('packedWorkouts.userId', '=', 'workouts.userId')
        .onRef('packedWorkouts.startedAt', '=', 'workouts.startedAt')
        .onRef('packedWorkouts.workoutId', '=', 'workouts.id')
        // An import may have written contents ahead for it.
        .on('workouts.deletedAt', 'is', null),
    )
    .select([
      'workouts.id as workoutId',
      'packedWorkouts.startedAt',
      'packedWorkouts.endedAt',
      'packedWorkouts.timeZone',
      'packedWorkouts.localStartedAt',
      'packedWorkouts.bodyweightGrams',
      'packedWorkouts.phase',
      'packedWorkouts.sets',
    ])
    .where('workouts.userId', '=', userId)
    .where('workouts.seq', '>', after),
)

/** All of a user's workouts with their sets, oldest first, then by id. */
export async function listPackedWorkouts(db: Reader, userId: string): Promise<PackedWorkoutRow[]> {
  return (await listQuery.all(db, { userId })).sort(byTime)
}

/** The same after a position; all if it is undefined. */
export async function listPackedWorkoutsAfter(
  db: Reader,
  userId: string,
  place: Pick<PackedWorkoutRow, 'startedAt' | 'workoutId'> | undefined,
): Promise<PackedWorkoutRow[]> {
  if (!place) return listPackedWorkouts(db, userId)
  const { startedAt, workoutId } = place
  return (await afterQuery.all(db, { userId, startedAt, workoutId })).sort(byTime)
}

/**
 * The current state, by id, of the workouts that changed after the user's change number `after`;
 * undefined if deleted.
 */
export async function listChangedPackedWorkouts(
  db: Reader,
  userId: string,
  after: number,
): Promise<Map<string, PackedWorkoutRow | undefined>> {
  const rows = await changedQuery.all(db, { userId, after })
  return new Map(
    rows.map(({ workoutId, startedAt, endedAt, timeZone, localStartedAt, bodyweightGrams, phase, sets }) => [
      workoutId,
      startedAt === null || timeZone === null || localStartedAt === null || sets === null
        ? undefined
        : { workoutId, startedAt, endedAt, timeZone, localStartedAt, bodyweightGrams, phase, sets },
    ]),
  )
}

/**
 * Updates an earlier result of `listPackedWorkouts` with later changes to what it would return now.
 * Unchanged workouts are the same objects.
 */
export function withChanged(
  before: readonly PackedWorkoutRow[],
  changed: ReadonlyMap<string, PackedWorkoutRow | undefined>,
): readonly PackedWorkoutRow[] {
  if (changed.size === 0) return before
  const left = before.filter(({ workoutId }) => !changed.has(workoutId))
  for (const row of changed.values()) if (row) left.push(row)
  return left.sort(byTime)
}

const byTime = (a: PackedWorkoutRow, b: PackedWorkoutRow) =>
  a.startedAt - b.startedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)
