import { TurnSize } from '#lib/turn-size.ts'
import { yieldToRequests } from '#lib/yield.ts'
import { hasConcurrentWriters } from '../engine/concurrent-writers.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import { packWorkout } from '../packed/save.ts'
import type { Db, Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import { isTombstone } from '../values/is-tombstone.ts'
import { documentOf } from '../workouts/content.ts'
import { storedWorkout } from '../workouts/document.ts'
import { allTimes, markMissing, refreshForBodyweights } from '../workouts/refresh-totals.ts'
import type { StoredWorkout, WorkoutAggregate, WorkoutColumns } from '../workouts/rows.ts'
import { type ImportItemRow, recordItems } from './items.ts'
import { sweep } from './sweep.ts'
import { markUnswept, unmark } from './unswept.ts'

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

const insertHidden = prepare((db, row: StoredWorkout) =>
  db
    .insertInto('workouts')
    .values(row)
    .onConflict((on) => on.doNothing()),
)

type Key = Pick<WorkoutColumns, 'userId' | 'id' | 'revision'>

/** Fills a tombstone with the contents that `revive` turns into a workout. */
const fillTombstone = prepare((db, row: Key & Pick<StoredWorkout, 'startedAt' | 'content'>) =>
  db
    .updateTable('workouts')
    .set({ startedAt: row.startedAt, content: row.content })
    .where('userId', '=', row.userId)
    .where('id', '=', row.id)
    .where(isTombstone)
    .where('revision', '<', row.revision),
)

/** Replaces a tombstone, whose revision the row continues. */
const revive = prepare((db, { userId, id, revision, ...columns }: WorkoutColumns) =>
  db
    .updateTable('workouts')
    .set({ ...columns, revision })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where(isTombstone)
    .where('revision', '<', revision),
)

interface Revealed extends Pick<WorkoutColumns, 'userId' | 'id' | 'seq'> {
  readonly deletedAt: null
}

/** The other columns were written ahead. */
const revealWorkout = prepare((db, { userId, id, ...columns }: Revealed) =>
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
const rewriteTombstone = prepare(
  (db, { userId, id, revision, deletedAt: _, seq: __, ...columns }: MeasurementRow) =>
    db
      .updateTable('measurements')
      .set(columns)
      .where('userId', '=', userId)
      .where('id', '=', id)
      .where(isTombstone)
      .where('revision', '<', revision),
)

type Shown = Pick<MeasurementRow, 'userId' | 'id' | 'revision' | 'seq'>

const showMeasurement = prepare((db, { userId, id, revision, seq }: Shown) =>
  db
    .updateTable('measurements')
    .set({ deletedAt: null, revision, seq })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where(isTombstone)
    .where('revision', '<=', revision),
)

/** The context of writing ahead. */
export interface Writing {
  readonly userId: string
  /** The pending import that the workouts are recorded as items of. */
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
export type Ahead = { readonly measurements: readonly MeasurementRow[] } & (
  | { readonly rows: readonly AheadRow[] }
  | { readonly toWrite: readonly WorkoutAggregate[] }
)

/** The number of workouts to publish. */
export function countAhead(ahead: Ahead): number {
  return 'rows' in ahead ? ahead.rows.length : ahead.toWrite.length
}

/**
 * Writes a user's workouts and measurements as the contents of tombstones, which are never visible: of an
 * existing tombstone, or else of a new one whose `seq` is 0 because its workout doesn't exist yet. Uses
 * small transactions, so that others don't have to wait for thousands of rows; `publish` then turns all
 * of them into workouts in one transaction. Until then, `sweep` can remove everything again.
 *
 * A tombstone's sets would count in the user's figures, so the user must be held (`holdUser`) meanwhile.
 * If another process may be reading the same database, nothing is written ahead, because there a long
 * transaction doesn't make other users wait.
 *
 * @throws {ConcurrentWriteError} if one already exists
 */
export async function writeAhead(
  db: Db,
  writing: Writing,
  { workouts, measurements }: ToWrite,
): Promise<Ahead> {
  if (hasConcurrentWriters(db))
    return { toWrite: await Array.fromAsync(workouts()), measurements: await measurements() }
  const { userId, token } = writing
  await sweep(db, userId, writing.now)
  await transact(db, userId, (tx) => markUnswept(tx, userId, token))
  const written: AheadRow[] = []
  let turn: WorkoutAggregate[] = []
  let rows = 0
  const flush = async () => {
    const batch = turn
    turn = []
    rows = 0
    await transact(db, userId, async (tx) => {
      written.push(...(await writeNow(tx, writing, batch)))
    })
    await yieldToRequests()
  }
  for await (const aggregate of workouts()) {
    turn.push(aggregate)
    rows += 1 + aggregate.exercises.length + aggregate.sets.length
    rows += Math.floor(aggregate.workout.searchText.length / textPerRow)
    if (rows >= turnRows) await flush()
  }
  await flush()
  const list = await measurements()
  for (const slice of slicesOf(list, () => turnRows)) {
    await transact(db, userId, (tx) => writeMeasurementsNow(tx, writing, slice))
    await yieldToRequests()
  }
  return { rows: written, measurements: list }
}

/** Workouts and measurements, created lazily, because all of them would take tens of megabytes. */
interface ToWrite {
  workouts(): AsyncIterable<WorkoutAggregate>
  measurements(): Promise<readonly MeasurementRow[]>
}

function itemOf(
  { id, revision }: WorkoutColumns,
  { userId, importId, fingerprints }: Writing,
): ImportItemRow {
  return { userId, importId, kind: 'workout', id, revision, fingerprint: fingerprints.get(id) ?? null }
}

async function writeNow(
  tx: Tx,
  writing: Writing,
  aggregates: readonly WorkoutAggregate[],
): Promise<AheadRow[]> {
  const written: AheadRow[] = []
  for (const aggregate of aggregates) written.push(await writeHidden(tx, aggregate))
  await recordItems(
    tx,
    aggregates.map(({ workout }) => itemOf(workout, writing)),
  )
  return written
}

async function writeHidden(tx: Tx, aggregate: WorkoutAggregate): Promise<AheadRow> {
  const { content, ...workout } = storedWorkout(aggregate.workout, documentOf(aggregate))
  const { userId, id, revision, startedAt, updatedAt } = workout
  const isNew = (await insertHidden.run(tx, { ...workout, content, deletedAt: updatedAt, seq: 0 })) === 1
  if (!isNew && (await fillTombstone.run(tx, { userId, id, revision, startedAt, content })) !== 1) {
    throw new ConcurrentWriteError()
  }
  await packWorkout(tx, aggregate)
  return isNew ? { isNew, id } : { isNew, workout }
}

async function writeMeasurementsNow(
  tx: Tx,
  { userId, importId }: Writing,
  rows: readonly MeasurementRow[],
): Promise<void> {
  for (const row of rows) {
    const hidden = { ...row, deletedAt: row.updatedAt, seq: 0 }
    const isNew = (await insertHiddenMeasurement.run(tx, hidden)) === 1
    if (!isNew && (await rewriteTombstone.run(tx, row)) === 0) throw new ConcurrentWriteError()
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
export async function publishInTurns(db: Db, userId: string, ahead: Ahead): Promise<Ahead> {
  if (!('rows' in ahead) || ahead.rows.length + ahead.measurements.length <= maxInTransaction) return ahead
  const turn = new TurnSize()
  const revealInTurn = (hidden: Hidden) =>
    transact(db, userId, (tx) => turn.measure(() => reveal(tx, userId, hidden)))
  for (const rows of slicesOf(ahead.rows, () => turn.items)) {
    await revealInTurn({ rows, measurements: [] })
    await yieldToRequests()
  }
  for (const measurements of slicesOf(ahead.measurements, () => turn.items)) {
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
export async function publish(tx: Tx, writing: Writing, ahead: Ahead): Promise<void> {
  const { userId, token } = writing
  const { measurements } = ahead
  if ('rows' in ahead) {
    if (!(await unmark(tx, userId, token))) throw new ConcurrentWriteError()
    await reveal(tx, userId, ahead)
  } else {
    const rows = await writeNow(tx, writing, ahead.toWrite)
    await writeMeasurementsNow(tx, writing, measurements)
    await reveal(tx, userId, { rows, measurements })
  }
}

interface Hidden {
  readonly rows: readonly AheadRow[]
  readonly measurements: readonly MeasurementRow[]
}

async function reveal(tx: Tx, userId: string, { rows, measurements }: Hidden): Promise<void> {
  const count = rows.length + measurements.length
  let seq = await raiseSeqBy(tx, userId, count)
  const revealed: Revealed[] = []
  const revived: WorkoutColumns[] = []
  for (const row of rows) {
    seq++
    if (row.isNew) revealed.push({ userId, id: row.id, seq, deletedAt: null })
    else revived.push({ ...row.workout, seq })
  }
  const shown = measurements.map(({ id, revision }) => ({ userId, id, revision, seq: ++seq }))
  const published =
    (await revealWorkout.runEach(tx, revealed)) +
    (await revive.runEach(tx, revived)) +
    (await showMeasurement.runEach(tx, shown))
  if (published !== count) throw new ConcurrentWriteError()
  // The exercises may have been unknown when the workouts were written.
  if (rows.length > 0) await markMissing(tx, userId)
  if (measurements.some(({ kind }) => kind === 'bodyweight')) {
    await refreshForBodyweights(tx, { userId, ...allTimes })
  }
}

function* slicesOf<T>(items: readonly T[], length: () => number): Generator<readonly T[]> {
  for (let at = 0, next = 0; at < items.length; at = next) {
    next = at + length()
    yield items.slice(at, next)
  }
}
