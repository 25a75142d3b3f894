import { TurnSize } from '#lib/turn-size.ts'
import { yieldToRequests } from '#lib/yield.ts'
import { hasConcurrentWriters } from '../engine/concurrent-writers.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import { packWorkout } from '../packed/save.ts'
import type { Db, Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import { allTime } from '../values/instant.ts'
import { isTombstone } from '../values/is-tombstone.ts'
import { documentOf } from '../workouts/content.ts'
import { storedWorkout } from '../workouts/document.ts'
import { refreshForBodyweights } from '../workouts/refresh-totals.ts'
import type { StoredWorkout, WorkoutAggregate, WorkoutColumns } from '../workouts/rows.ts'
import { markTotalsMissing } from '../workouts/untotaled.ts'
import { type ImportItemRow, recordItems } from './items.ts'
import { sweep } from './sweep.ts'
import { unsweptUsers } from './unswept.ts'

/** The number of rows to write in one transaction of a few milliseconds. */
const turnRows = 400
/** The amount of text that takes as long to write as a row, in UTF-16 code units. */
const textPerRow = 500
/** The number of workouts and measurements to publish in the commit's own transaction. */
const maxInTransaction = 20

/** A workout already exists, or has changed since it was looked up. */
export class ConcurrentWriteError extends Error {
  override name = 'ConcurrentWriteError'
  constructor() {
    super('a workout of an import was written concurrently')
  }
}

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

/** Turns a tombstone back into a workout, whose revisions continue from those of the tombstone. */
const reviveWorkout = prepare((db, { userId, id, revision, ...columns }: WorkoutColumns) =>
  db
    .updateTable('workouts')
    .set({ ...columns, revision })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where(isTombstone)
    .where('revision', '<', revision),
)

interface RevealedWorkout extends Pick<WorkoutColumns, 'userId' | 'id' | 'seq'> {
  readonly deletedAt: null
}

/** Sets only these columns, because the others were written ahead. */
const revealWorkout = prepare((db, { userId, id, ...columns }: RevealedWorkout) =>
  db
    .updateTable('workouts')
    .set(columns)
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where(isTombstone)
    .where('seq', '=', 0),
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

type RevealedMeasurement = Pick<MeasurementRow, 'userId' | 'id' | 'revision' | 'seq'>

const revealMeasurement = prepare((db, { userId, id, revision, seq }: RevealedMeasurement) =>
  db
    .updateTable('measurements')
    .set({ deletedAt: null, revision, seq })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where(isTombstone)
    .where('revision', '<=', revision),
)

export interface WriteAheadContext {
  readonly userId: string
  /** The pending import whose items the workouts become. */
  readonly importId: string
  /** Identifies this write; see `publish`. */
  readonly token: string
  /** Digests of workouts by id. */
  readonly fingerprints: ReadonlyMap<string, string>
  /** Milliseconds since 1970 in UTC. */
  readonly now: number
}

/** A workout that was written ahead, as a new tombstone or as the contents of an existing one. */
type AheadRow =
  | { readonly isNew: true; readonly id: string }
  | { readonly isNew: false; readonly workout: WorkoutColumns }

/** The input of `publish`: rows that were written ahead, or rows that it has to write itself. */
export type PendingPublication = { readonly measurements: readonly MeasurementRow[] } & (
  | { readonly rows: readonly AheadRow[] }
  | { readonly toWrite: readonly WorkoutAggregate[] }
)

/** The number of workouts to publish. */
export function countPendingWorkouts(pending: PendingPublication): number {
  return 'rows' in pending ? pending.rows.length : pending.toWrite.length
}

/**
 * Writes a user's workouts and measurements as the contents of tombstones, which are never visible: of an
 * existing tombstone, or else of a new one whose `seq` is 0 because its workout doesn't exist yet. Uses
 * small transactions, so that other requests don't have to wait for thousands of rows; `publishInTurns` and
 * `publish` then turn them into workouts. Until then, `sweep` can remove everything again.
 *
 * The caller must hold the user (`holdUser`), because the tombstones' sets would count in the user's figures.
 * If other processes may use the same database, nothing is written ahead, because a long transaction doesn't make
 * other users wait there.
 *
 * @throws {ConcurrentWriteError} if a workout already exists
 */
export async function writeAhead(
  db: Db,
  context: WriteAheadContext,
  { workouts, measurements }: LazyContents,
): Promise<PendingPublication> {
  if (hasConcurrentWriters(db))
    return { toWrite: await Array.fromAsync(workouts()), measurements: await measurements() }
  const { userId, token } = context
  await sweep(db, userId, context.now)
  await transact(db, userId, (tx) => unsweptUsers.set(tx, userId, token))
  const aheadRows: AheadRow[] = []
  let batch: WorkoutAggregate[] = []
  let batchRows = 0
  const flush = async () => {
    const aggregates = batch
    batch = []
    batchRows = 0
    aheadRows.push(...(await transact(db, userId, (tx) => writeHiddenWorkouts(tx, context, aggregates))))
    await yieldToRequests()
  }
  for await (const aggregate of workouts()) {
    batch.push(aggregate)
    batchRows += 1 + aggregate.exercises.length + aggregate.sets.length
    batchRows += Math.floor(aggregate.workout.searchText.length / textPerRow)
    if (batchRows >= turnRows) await flush()
  }
  await flush()
  const measurementRows = await measurements()
  for (const slice of slicesOf(measurementRows, () => turnRows)) {
    await transact(db, userId, (tx) => writeHiddenMeasurements(tx, context, slice))
    await yieldToRequests()
  }
  return { rows: aheadRows, measurements: measurementRows }
}

/** Workouts and measurements, created lazily, because all of them would take tens of megabytes. */
interface LazyContents {
  workouts(): AsyncIterable<WorkoutAggregate>
  measurements(): Promise<readonly MeasurementRow[]>
}

function itemOf(
  { id, revision }: WorkoutColumns,
  { userId, importId, fingerprints }: WriteAheadContext,
): ImportItemRow {
  return { userId, importId, kind: 'workout', id, revision, fingerprint: fingerprints.get(id) ?? null }
}

async function writeHiddenWorkouts(
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

async function writeHiddenMeasurements(
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

/**
 * Publishes rows that were written ahead, in transactions of a few milliseconds each, unless they are few
 * enough for `publish`. This isn't visible as long as the user is held; if `publish` isn't reached,
 * `sweep` deletes everything again.
 *
 * @returns the rows left for `publish`
 * @throws {ConcurrentWriteError} like `publish`
 */
export async function publishInTurns(
  db: Db,
  userId: string,
  pending: PendingPublication,
): Promise<PendingPublication> {
  if (!('rows' in pending) || pending.rows.length + pending.measurements.length <= maxInTransaction)
    return pending
  const turn = new TurnSize()
  const revealInTurn = (hidden: HiddenRows) =>
    transact(db, userId, (tx) => turn.measure(() => reveal(tx, userId, hidden)))
  for (const rows of slicesOf(pending.rows, () => turn.items)) {
    await revealInTurn({ rows, measurements: [] })
    await yieldToRequests()
  }
  for (const measurements of slicesOf(pending.measurements, () => turn.items)) {
    await revealInTurn({ rows: [], measurements })
    await yieldToRequests()
  }
  return { rows: [], measurements: [] }
}

/**
 * Turns the remaining rows into workouts and measurements, in this order, and ends writing ahead.
 *
 * @throws {ConcurrentWriteError} if they were swept or written concurrently; the transaction must then be rolled back
 */
export async function publish(
  tx: Tx,
  context: WriteAheadContext,
  pending: PendingPublication,
): Promise<void> {
  const { userId, token } = context
  const { measurements } = pending
  if ('rows' in pending) {
    if (!(await unsweptUsers.remove(tx, userId, token))) throw new ConcurrentWriteError()
    await reveal(tx, userId, pending)
  } else {
    const rows = await writeHiddenWorkouts(tx, context, pending.toWrite)
    await writeHiddenMeasurements(tx, context, measurements)
    await reveal(tx, userId, { rows, measurements })
  }
}

interface HiddenRows {
  readonly rows: readonly AheadRow[]
  readonly measurements: readonly MeasurementRow[]
}

async function reveal(tx: Tx, userId: string, { rows, measurements }: HiddenRows): Promise<void> {
  const count = rows.length + measurements.length
  let seq = await raiseSeqBy(tx, userId, count)
  const revealed: RevealedWorkout[] = []
  const revived: WorkoutColumns[] = []
  for (const row of rows) {
    seq++
    if (row.isNew) revealed.push({ userId, id: row.id, seq, deletedAt: null })
    else revived.push({ ...row.workout, seq })
  }
  const revealedMeasurements = measurements.map(({ id, revision }) => ({ userId, id, revision, seq: ++seq }))
  const published =
    (await revealWorkout.runEach(tx, revealed)) +
    (await reviveWorkout.runEach(tx, revived)) +
    (await revealMeasurement.runEach(tx, revealedMeasurements))
  if (published !== count) throw new ConcurrentWriteError()
  // The exercises may have been unknown when the workouts were written.
  if (rows.length > 0) await markTotalsMissing(tx, userId)
  if (measurements.some(({ kind }) => kind === 'bodyweight')) {
    await refreshForBodyweights(tx, { userId, ...allTime })
  }
}

function* slicesOf<T>(items: readonly T[], length: () => number): Generator<readonly T[]> {
  for (let start = 0, next = 0; start < items.length; start = next) {
    next = start + length()
    yield items.slice(start, next)
  }
}
