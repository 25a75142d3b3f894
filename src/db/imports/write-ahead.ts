import { yieldToRequests } from '#lib/yield.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import { packWorkout } from '../packed/packed-workouts.ts'
import type { Db, Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import { insertContents } from '../workouts/contents.ts'
import type { WorkoutAggregate, WorkoutRow } from '../workouts/rows.ts'
import { type ImportItemRow, recordItems } from './items.ts'
import { sweep } from './sweep.ts'
import { markUnswept, unmark } from './unswept.ts'

/** How many rows to write in one transaction, which takes a few milliseconds. */
const turnRows = 400
/** How much text takes as long to write as a row, in UTF-16 code units. */
const textOfRow = 500
/** How many workouts or measurements to publish in one transaction, which takes about 10 ms. */
const turnPublished = 500

/** A workout already exists, or has changed since it was looked up. */
export class WrittenMeanwhileError extends Error {
  override name = 'WrittenMeanwhileError'
  constructor() {
    super('a workout of an import was written by something else meanwhile')
  }
}

const insertHidden = prepare((db, row: WorkoutRow) =>
  db
    .insertInto('workouts')
    .values(row)
    .onConflict((on) => on.doNothing()),
)

type Key = Pick<WorkoutRow, 'userId' | 'id' | 'revision'>

const findTombstone = prepare((db, { userId, id, revision }: Key) =>
  db
    .selectFrom('workouts')
    .select('id')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('revision', '<', revision),
)

/** Replaces a tombstone, whose revision the row continues. */
const revive = prepare((db, { userId, id, revision, ...columns }: WorkoutRow) =>
  db
    .updateTable('workouts')
    .set({ ...columns, revision })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('revision', '<', revision),
)

interface Revealed extends Pick<WorkoutRow, 'userId' | 'id' | 'seq'> {
  readonly deletedAt: null
}

/** The other columns were written ahead. */
const revealWorkout = prepare((db, { userId, id, ...columns }: Revealed) =>
  db
    .updateTable('workouts')
    .set(columns)
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('seq', '=', 0),
)

const insertHiddenMeasurement = prepare((db, row: MeasurementRow) =>
  db
    .insertInto('measurements')
    .values(row)
    .onConflict((on) => on.doNothing()),
)

/** Gives a tombstone the content that it is to be revived with; its revision and its `seq` stay. */
const rewriteTombstone = prepare(
  (db, { userId, id, revision, deletedAt: _, seq: __, ...columns }: MeasurementRow) =>
    db
      .updateTable('measurements')
      .set(columns)
      .where('userId', '=', userId)
      .where('id', '=', id)
      .where('deletedAt', 'is not', null)
      .where('revision', '<', revision),
)

type Shown = Pick<MeasurementRow, 'userId' | 'id' | 'revision' | 'seq'>

const showMeasurement = prepare((db, { userId, id, revision, seq }: Shown) =>
  db
    .updateTable('measurements')
    .set({ deletedAt: null, revision, seq })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('revision', '<=', revision),
)

/** What is written ahead, and for whom. */
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

/** A workout that was written ahead: as a new tombstone, or as the contents of one that there already was. */
export type AheadRow =
  | { readonly isNew: true; readonly id: string }
  | { readonly isNew: false; readonly workout: WorkoutRow }

/**
 * Writes workouts of a user as the contents of tombstones, which are never shown: of the existing tombstone,
 * or else a new one whose `seq` is 0 because its workout doesn't exist yet. It uses small transactions, so
 * that others don't have to wait for thousands of rows; `publish` then turns all of them into workouts at
 * once. Until then, `sweep` can remove everything again.
 *
 * A tombstone's sets would count in the user's figures, so `holdUser` must be held meanwhile.
 *
 * @returns what `publish` needs of them
 * @throws {WrittenMeanwhileError} if one already exists
 */
export async function writeAhead(
  db: Db,
  writing: Writing,
  workouts: AsyncIterable<WorkoutAggregate>,
): Promise<AheadRow[]> {
  const { userId, token } = writing
  await sweep(db, userId, writing.now)
  await transact(db, userId, (tx) => markUnswept(tx, userId, token))
  const written: AheadRow[] = []
  let turn: WorkoutAggregate[] = []
  let rows = 0
  const flush = async () => {
    const here = turn
    turn = []
    rows = 0
    await transact(db, userId, async (tx) => {
      for (const aggregate of here) written.push(await writeHidden(tx, aggregate))
      await recordItems(
        tx,
        here.map(({ workout }) => itemOf(workout, writing)),
      )
    })
    await yieldToRequests()
  }
  for await (const aggregate of workouts) {
    turn.push(aggregate)
    rows += 1 + aggregate.exercises.length + aggregate.sets.length
    rows += Math.floor(aggregate.workout.searchText.length / textOfRow)
    if (rows >= turnRows) await flush()
  }
  await flush()
  return written
}

function itemOf({ id, revision }: WorkoutRow, { userId, importId, fingerprints }: Writing): ImportItemRow {
  return { userId, importId, kind: 'workout', id, revision, fingerprint: fingerprints.get(id) ?? null }
}

async function writeHidden(tx: Tx, aggregate: WorkoutAggregate): Promise<AheadRow> {
  const { workout, exercises, sets } = aggregate
  const hidden = { ...workout, deletedAt: workout.updatedAt, seq: 0 }
  const isNew = (await insertHidden.run(tx, hidden)) === 1
  if (!isNew && !(await findTombstone.first(tx, keyOf(workout)))) throw new WrittenMeanwhileError()
  const whose = { userId: workout.userId, workoutId: workout.id }
  await insertContents(
    tx,
    exercises.map((row) => ({ ...row, ...whose })),
    sets.map((row) => ({ ...row, ...whose })),
  )
  await packWorkout(tx, aggregate)
  return isNew ? { isNew, id: workout.id } : { isNew, workout }
}

function keyOf({ userId, id, revision }: WorkoutRow): Key {
  return { userId, id, revision }
}

/**
 * Writes measurements of a user as tombstones, like `writeAhead`, which comes first.
 *
 * @throws {WrittenMeanwhileError} if one already exists
 */
export async function writeMeasurementsAhead(
  db: Db,
  { userId, importId }: Writing,
  rows: readonly MeasurementRow[],
): Promise<void> {
  for (const some of slicesOf(rows, turnRows)) {
    await transact(db, userId, async (tx) => {
      for (const row of some) {
        const hidden = { ...row, deletedAt: row.updatedAt, seq: 0 }
        const isNew = (await insertHiddenMeasurement.run(tx, hidden)) === 1
        if (!isNew && (await rewriteTombstone.run(tx, row)) === 0) throw new WrittenMeanwhileError()
      }
      const kind = 'measurement'
      await recordItems(
        tx,
        some.map(({ id, revision }) => ({ userId, importId, kind, id, revision, fingerprint: null })),
      )
    })
    await yieldToRequests()
  }
}

/** What was written ahead and is not published yet. */
export interface Ahead {
  readonly workouts: readonly AheadRow[]
  readonly measurements: readonly MeasurementRow[]
}

/**
 * Publishes what was written ahead in transactions of a few milliseconds, up to what fits in a last one. Nobody
 * sees the difference as long as the user is held; if that last transaction fails, `sweep` deletes all of it again.
 *
 * @returns what is left for `publish`
 * @throws {WrittenMeanwhileError} as `publish` does
 */
export async function publishInTurns(db: Db, userId: string, ahead: Ahead): Promise<Ahead> {
  const { workouts, measurements } = ahead
  const isMany = workouts.length + measurements.length > turnPublished
  if (!isMany) return ahead
  for (const some of slicesOf(workouts, turnPublished)) {
    await transact(db, userId, (tx) => reveal(tx, userId, { workouts: some, measurements: [] }))
    await yieldToRequests()
  }
  for (const some of slicesOf(measurements, turnPublished)) {
    await transact(db, userId, (tx) => reveal(tx, userId, { workouts: [], measurements: some }))
    await yieldToRequests()
  }
  return { workouts: [], measurements: [] }
}

/**
 * Turns what was written ahead into workouts and measurements, in this order, and ends the writing.
 *
 * @throws {WrittenMeanwhileError} if they were swept, or written by someone else, meanwhile; the transaction
 * must then be rolled back
 */
export async function publish(
  tx: Tx,
  { userId, token }: Pick<Writing, 'userId' | 'token'>,
  ahead: Ahead,
): Promise<void> {
  if (!(await unmark(tx, userId, token))) throw new WrittenMeanwhileError()
  await reveal(tx, userId, ahead)
}

async function reveal(tx: Tx, userId: string, { workouts, measurements }: Ahead): Promise<void> {
  const count = workouts.length + measurements.length
  let seq = await raiseSeqBy(tx, userId, count)
  const revealed: Revealed[] = []
  const revived: WorkoutRow[] = []
  for (const row of workouts) {
    seq++
    if (row.isNew) revealed.push({ userId, id: row.id, seq, deletedAt: null })
    else revived.push({ ...row.workout, seq })
  }
  const shown = measurements.map(({ id, revision }) => ({ userId, id, revision, seq: ++seq }))
  const published =
    (await revealWorkout.runEach(tx, revealed)) +
    (await revive.runEach(tx, revived)) +
    (await showMeasurement.runEach(tx, shown))
  if (published !== count) throw new WrittenMeanwhileError()
}

function* slicesOf<T>(items: readonly T[], length: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += length) yield items.slice(at, at + length)
}
