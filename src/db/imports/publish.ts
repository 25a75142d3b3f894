import { TurnSize } from '#lib/turn-size.ts'
import { yieldToRequests } from '#lib/yield.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import type { Db, Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import { allTime } from '../values/instant.ts'
import { isTombstone } from '../values/is-tombstone.ts'
import { refreshForBodyweights } from '../workouts/refresh-totals.ts'
import type { WorkoutAggregate, WorkoutColumns } from '../workouts/rows.ts'
import { markTotalsMissing } from '../workouts/untotaled.ts'
import {
  type AheadRow,
  ConcurrentWriteError,
  type WriteAheadContext,
  writeHiddenMeasurements,
  writeHiddenWorkouts,
} from './hidden-rows.ts'
import { slicesOf } from './slices-of.ts'
import { unsweptUsers } from './unswept.ts'

/** The number of workouts and measurements to publish in the commit's own transaction. */
const maxInTransaction = 20

/** The input of `publish`: rows that were written ahead, or rows that it has to write itself. */
export type PendingPublication = { readonly measurements: readonly MeasurementRow[] } & (
  | { readonly rows: readonly AheadRow[] }
  | { readonly toWrite: readonly WorkoutAggregate[] }
)

/** The number of workouts to publish. */
export function countPendingWorkouts(pending: PendingPublication): number {
  return 'rows' in pending ? pending.rows.length : pending.toWrite.length
}

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
