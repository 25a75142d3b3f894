import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { PackedWorkoutsTable } from '../schema/workouts.ts'

/** A workout with its sets packed. */
export type PackedWorkoutRow = Omit<Selectable<PackedWorkoutsTable>, 'userId' | 'trained'>

/** A workout's position in its user's log: by time, then by id. */
export type WorkoutPlace = Pick<PackedWorkoutRow, 'startedAt' | 'workoutId'>

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

const upToQuery = prepare(
  (db, p: { readonly userId: string; readonly after: number; readonly startedAt: number }) =>
    db
      .selectFrom('packedWorkouts')
      .select(packedColumns)
      .where('userId', '=', p.userId)
      .where('startedAt', '>=', p.after)
      .where('startedAt', '<=', p.startedAt),
)

const followingQuery = prepare(
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
  place: WorkoutPlace | undefined,
): Promise<PackedWorkoutRow[]> {
  if (!place) return listPackedWorkouts(db, userId)
  const { startedAt, workoutId } = place
  return (await afterQuery.all(db, { userId, startedAt, workoutId })).sort(byTime)
}

/** Whether more than `count` of a user's workouts started after an instant. */
export async function haveMoreFollowed(
  db: Reader,
  userId: string,
  startedAt: number,
  count: number,
): Promise<boolean> {
  return (await followingQuery.first(db, { userId, startedAt, count })) !== undefined
}

/** Those after a position, or from the first one on, up to and including another position. */
export async function listPackedWorkoutsUpTo(
  db: Reader,
  userId: string,
  after: WorkoutPlace | undefined,
  last: WorkoutPlace,
): Promise<PackedWorkoutRow[]> {
  const from = after?.startedAt ?? Number.MIN_SAFE_INTEGER
  const rows = await upToQuery.all(db, { userId, after: from, startedAt: last.startedAt })
  return rows.filter((row) => (!after || byTime(after, row) < 0) && byTime(row, last) <= 0).sort(byTime)
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

const byTime = (a: WorkoutPlace, b: WorkoutPlace) =>
  a.startedAt - b.startedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)
