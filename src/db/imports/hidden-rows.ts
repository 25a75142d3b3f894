import { prepare } from '../engine/prepare.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import { packWorkout } from '../packed/save.ts'
import type { Tx } from '../schema/index.ts'
import { isTombstone } from '../values/is-tombstone.ts'
import { documentOf } from '../workouts/content.ts'
import { storedWorkout } from '../workouts/document.ts'
import type { StoredWorkout, WorkoutAggregate, WorkoutColumns } from '../workouts/rows.ts'
import { type ImportItemRow, recordItems } from './items.ts'

/** A workout or measurement already exists, or has changed since it was looked up. */
export class ConcurrentWriteError extends Error {
  override name = 'ConcurrentWriteError'
  constructor() {
    super('an item of an import was written concurrently')
  }
}

export interface WriteAheadContext {
  readonly userId: string
  /** The pending import whose items the workouts and measurements become. */
  readonly importId: string
  /** Identifies this write; see `publish`. */
  readonly token: string
  /** Digests of workouts by id. */
  readonly fingerprints: ReadonlyMap<string, string>
  /** Milliseconds since 1970 in UTC. */
  readonly now: number
}

/** A workout that was written ahead, as a new tombstone or as the contents of an existing one. */
export type AheadRow =
  | { readonly isNew: true; readonly id: string }
  | { readonly isNew: false; readonly workout: WorkoutColumns }

const insertHiddenWorkout = prepare((db, row: StoredWorkout) =>
  db
    .insertInto('workouts')
    .values(row)
    .onConflict((on) => on.doNothing()),
)

type Key = Pick<WorkoutColumns, 'userId' | 'id' | 'revision'>

/** Fills a tombstone with the contents that `reviveWorkout` turns into a workout. */
const fillWorkoutTombstone = prepare((db, row: Key & Pick<StoredWorkout, 'startedAt' | 'content'>) =>
  db
    .updateTable('workouts')
    .set({ startedAt: row.startedAt, content: row.content })
    .where('userId', '=', row.userId)
    .where('id', '=', row.id)
    .where(isTombstone)
    .where('revision', '<', row.revision),
)

const insertHiddenMeasurement = prepare((db, row: MeasurementRow) =>
  db
    .insertInto('measurements')
    .values(row)
    .onConflict((on) => on.doNothing()),
)

/** Fills a tombstone with the content to revive it with; keeps its revision and `seq`. */
const fillMeasurementTombstone = prepare(
  (db, { userId, id, revision, deletedAt: _, seq: __, ...columns }: MeasurementRow) =>
    db
      .updateTable('measurements')
      .set(columns)
      .where('userId', '=', userId)
      .where('id', '=', id)
      .where(isTombstone)
      .where('revision', '<', revision),
)

function itemOf(
  { id, revision }: WorkoutColumns,
  { userId, importId, fingerprints }: WriteAheadContext,
): ImportItemRow {
  return { userId, importId, kind: 'workout', id, revision, fingerprint: fingerprints.get(id) ?? null }
}

/** Writes workouts as the contents of tombstones, and records them as items of the import. */
export async function writeHiddenWorkouts(
  tx: Tx,
  context: WriteAheadContext,
  aggregates: readonly WorkoutAggregate[],
): Promise<AheadRow[]> {
  const aheadRows: AheadRow[] = []
  for (const aggregate of aggregates) aheadRows.push(await writeHiddenWorkout(tx, aggregate))
  await recordItems(
    tx,
    aggregates.map(({ workout }) => itemOf(workout, context)),
  )
  return aheadRows
}

async function writeHiddenWorkout(tx: Tx, aggregate: WorkoutAggregate): Promise<AheadRow> {
  const { content, ...workout } = storedWorkout(aggregate.workout, documentOf(aggregate))
  const { userId, id, revision, startedAt, updatedAt } = workout
  const isNew =
    (await insertHiddenWorkout.run(tx, { ...workout, content, deletedAt: updatedAt, seq: 0 })) === 1
  if (!isNew && (await fillWorkoutTombstone.run(tx, { userId, id, revision, startedAt, content })) !== 1) {
    throw new ConcurrentWriteError()
  }
  await packWorkout(tx, aggregate)
  return isNew ? { isNew, id } : { isNew, workout }
}

/** Like `writeHiddenWorkouts`, for measurements. */
export async function writeHiddenMeasurements(
  tx: Tx,
  { userId, importId }: WriteAheadContext,
  rows: readonly MeasurementRow[],
): Promise<void> {
  for (const row of rows) {
    const hidden = { ...row, deletedAt: row.updatedAt, seq: 0 }
    const isNew = (await insertHiddenMeasurement.run(tx, hidden)) === 1
    if (!isNew && (await fillMeasurementTombstone.run(tx, row)) === 0) throw new ConcurrentWriteError()
  }
  const kind = 'measurement'
  await recordItems(
    tx,
    rows.map(({ id, revision }) => ({ userId, importId, kind, id, revision, fingerprint: null })),
  )
}
