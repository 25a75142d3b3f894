import { yieldToRequests } from '#lib/yield.ts'
import { hasConcurrentWriters } from '../engine/concurrent-writers.ts'
import { transact } from '../engine/transact.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import type { Db } from '../schema/index.ts'
import type { WorkoutAggregate } from '../workouts/rows.ts'
import {
  type AheadRow,
  type WriteAheadContext,
  writeHiddenMeasurements,
  writeHiddenWorkouts,
} from './hidden-rows.ts'
import type { PendingPublication } from './publish.ts'
import { slicesOf } from './slices-of.ts'
import { sweep } from './sweep.ts'
import { unsweptUsers } from './unswept.ts'

/** The number of rows to write in one transaction of a few milliseconds. */
const turnRows = 400
/** The amount of text that takes as long to write as a row, in UTF-16 code units. */
const textPerRow = 500

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
 * @throws {ConcurrentWriteError} if a workout or measurement already exists
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
