import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { PackedWorkoutsTable } from '../schema/workouts.ts'

/** A workout with its sets packed. */
export type PackedWorkoutRow = Omit<Selectable<PackedWorkoutsTable>, 'userId' | 'trained' | 'overreached'>

/** A workout's position in its user's log: by time, then by id. */
export type LogPosition = Pick<PackedWorkoutRow, 'startedAt' | 'workoutId'>

const packedColumns = [
  'workoutId',
  'startedAt',
  'endedAt',
  'timeZone',
  'localStartedAt',
  'bodyweightGrams',
  'phase',
  'packedSets',
] as const

const selectAllWorkouts = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('packedWorkouts').select(packedColumns).where('userId', '=', userId),
)

const selectWorkoutsAfter = prepare(
  (db, { userId, startedAt, workoutId }: { userId: string; startedAt: number; workoutId: string }) =>
    db
      .selectFrom('packedWorkouts')
      .select(packedColumns)
      .where('userId', '=', userId)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('startedAt', 'workoutId'), '>', tuple(startedAt, workoutId)),
      ),
)

interface UpToParameters extends LogPosition {
  readonly userId: string
  readonly afterStartedAt: number | undefined
  readonly afterWorkoutId: string | undefined
}

const selectWorkoutsUpTo = prepare((db, p: UpToParameters) => {
  const { afterStartedAt, afterWorkoutId } = p
  const query = db
    .selectFrom('packedWorkouts')
    .select(packedColumns)
    .where('userId', '=', p.userId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('startedAt', 'workoutId'), '<=', tuple(p.startedAt, p.workoutId)),
    )
  if (afterStartedAt === undefined || afterWorkoutId === undefined) return query
  return query.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('startedAt', 'workoutId'), '>', tuple(afterStartedAt, afterWorkoutId)),
  )
})

const selectFollowingStart = prepare(
  (db, p: { readonly userId: string; readonly startedAt: number; readonly count: number }) =>
    db
      .selectFrom('packedWorkouts')
      .select('startedAt')
      .where('userId', '=', p.userId)
      .where('startedAt', '>', p.startedAt)
      .orderBy('startedAt')
      .limit(1)
      .offset(p.count),
)

const selectChangedWorkouts = prepare(
  (db, { userId, after }: { readonly userId: string; readonly after: number }) =>
    db
      .selectFrom('workouts')
      .leftJoin('packedWorkouts', (join) =>
        join
          .onRef('packedWorkouts.userId', '=', 'workouts.userId')
          .onRef('packedWorkouts.startedAt', '=', 'workouts.startedAt')
          .onRef('packedWorkouts.workoutId', '=', 'workouts.id')
          // Otherwise it is a tombstone, for which an import may have written contents ahead.
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
        'packedWorkouts.packedSets',
      ])
      .where('workouts.userId', '=', userId)
      .where('workouts.seq', '>', after),
)

/** All of a user's workouts with their sets, oldest first, then by id. */
export async function listPackedWorkouts(db: Reader, userId: string): Promise<PackedWorkoutRow[]> {
  return (await selectAllWorkouts.all(db, { userId })).sort(byTime)
}

/** The user's workouts after a position, in the same order; all of them if it is undefined. */
export async function listPackedWorkoutsAfter(
  db: Reader,
  userId: string,
  position: LogPosition | undefined,
): Promise<PackedWorkoutRow[]> {
  if (!position) return listPackedWorkouts(db, userId)
  const { startedAt, workoutId } = position
  return (await selectWorkoutsAfter.all(db, { userId, startedAt, workoutId })).sort(byTime)
}

/** Whether more than `count` of a user's workouts started after an instant. */
export async function haveMoreFollowed(
  db: Reader,
  userId: string,
  startedAt: number,
  count: number,
): Promise<boolean> {
  return (await selectFollowingStart.first(db, { userId, startedAt, count })) !== undefined
}

/**
 * The user's workouts after the position `after` (or from the first one) up to and including `last`, in the same
 * order.
 */
export async function listPackedWorkoutsUpTo(
  db: Reader,
  userId: string,
  after: LogPosition | undefined,
  last: LogPosition,
): Promise<PackedWorkoutRow[]> {
  const rows = await selectWorkoutsUpTo.all(db, {
    userId,
    startedAt: last.startedAt,
    workoutId: last.workoutId,
    afterStartedAt: after?.startedAt,
    afterWorkoutId: after?.workoutId,
  })
  return rows.sort(byTime)
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
  const rows = await selectChangedWorkouts.all(db, { userId, after })
  return new Map(
    rows.map(
      ({ workoutId, startedAt, endedAt, timeZone, localStartedAt, bodyweightGrams, phase, packedSets }) => [
        workoutId,
        startedAt === null || timeZone === null || localStartedAt === null || packedSets === null
          ? undefined
          : { workoutId, startedAt, endedAt, timeZone, localStartedAt, bodyweightGrams, phase, packedSets },
      ],
    ),
  )
}

/**
 * Updates an earlier result of `listPackedWorkouts` with later changes to what it would return now.
 * Unchanged workouts are the same objects.
 */
export function withChangedRows(
  earlier: readonly PackedWorkoutRow[],
  changed: ReadonlyMap<string, PackedWorkoutRow | undefined>,
): readonly PackedWorkoutRow[] {
  if (changed.size === 0) return earlier
  const rows = earlier.filter(({ workoutId }) => !changed.has(workoutId))
  for (const row of changed.values()) if (row) rows.push(row)
  return rows.sort(byTime)
}

/** Inserts a workout that isn't among the others. It usually belongs at the end, so nothing is sorted. */
export function insertPackedRow(rows: PackedWorkoutRow[], added: PackedWorkoutRow): void {
  const index = rows.findLastIndex((row) => byTime(row, added) < 0) + 1
  rows.splice(index, 0, added)
}

/** Compares positions in a log. */
export const byTime = (a: LogPosition, b: LogPosition) =>
  a.startedAt - b.startedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)
