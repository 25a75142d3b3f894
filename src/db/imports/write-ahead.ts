import { yieldToRequests } from '#lib/yield.ts'
import { hasConcurrentWriters } from '../engine/concurrent-writers.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import { packWorkout } from '../packed/save.ts'
import type { Db, Tx } from '../schema/index.ts'
import { documentOf } from '../workouts/content.ts'
import { storedWorkout } from '../workouts/document.ts'
import type { StoredWorkout, WorkoutAggregate, WorkoutColumns } from '../workouts/rows.ts'
import { type ImportItemRow, recordItems } from './items.ts'
import { markUnswept, sweep, unmark } from './sweep.ts'

/** How many rows to write in one transaction, which takes a few milliseconds. */
const turnRows = 400

/** A workout already exists, or has changed since it was looked up. */
export class WrittenMeanwhileError extends Error {
  override name = 'WrittenMeanwhileError'
  constructor() {
    super('a workout of an import was written by something else meanwhile')
  }
}

const insertHidden = prepare((db, row: StoredWorkout) =>
  db
    .insertInto('workouts')
    .values(row)
    .onConflict((on) => on.doNothing()),
)

type Key = Pick<WorkoutColumns, 'userId' | 'id' | 'revision'>

/** Gives a tombstone the contents that `revive` turns into a workout. */
const fillTombstone = prepare((db, row: Key & Pick<StoredWorkout, 'startedAt' | 'content'>) =>
  db
    .updateTable('workouts')
    .set({ startedAt: row.startedAt, content: row.content })
    .where('userId', '=', row.userId)
    .where('id', '=', row.id)
    .where('deletedAt', 'is not', null)
    .where('revision', '<', row.revision),
)

/** Replaces a tombstone, whose revision the row continues. */
const revive = prepare((db, { userId, id, revision, ...columns }: WorkoutColumns) =>
  db
    .updateTable('workouts')
    .set({ ...columns, revision })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('revision', '<', revision),
)

interface Revealed extends Pick<WorkoutColumns, 'userId' | 'id' | 'seq'> {
  readonly deletedAt: null
}

/** The other columns were written ahead. */
const reveal = prepare((db, { userId, id, ...columns }: Revealed) =>
  db
    .updateTable('workouts')
    .set(columns)
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('seq', '=', 0),
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
}

/** A workout that was written ahead. */
interface AheadRow {
  readonly workout: WorkoutColumns
  /** Whether a tombstone was created for it; otherwise there already was one. */
  readonly isNew: boolean
}

/** What `publish` turns into workouts: rows that were written ahead, or workouts that it writes itself. */
export type Ahead = { readonly rows: readonly AheadRow[] } | { readonly toWrite: readonly WorkoutAggregate[] }

/** How many workouts will be published. */
export function countAhead(ahead: Ahead): number {
  return 'rows' in ahead ? ahead.rows.length : ahead.toWrite.length
}

/**
 * Writes workouts of a user as the contents of tombstones, which are never shown: of the existing tombstone,
 * or else a new one whose `seq` is 0 because its workout doesn't exist yet. It uses small transactions, so
 * that others don't have to wait for thousands of rows; `publish` then turns all of them into workouts at
 * once. Until then, `sweep` can remove everything again.
 *
 * A tombstone's sets would count in the user's figures, so `holdUser` must be held meanwhile. Where another
 * process may be reading the same database, nothing is written ahead: there nobody waits for a long transaction
 * of somebody else's.
 *
 * @throws {WrittenMeanwhileError} if one already exists
 */
export async function writeAhead(
  db: Db,
  writing: Writing,
  workouts: AsyncIterable<WorkoutAggregate>,
): Promise<Ahead> {
  if (hasConcurrentWriters(db)) return { toWrite: await Array.fromAsync(workouts) }
  const { userId, token } = writing
  await sweep(db, userId)
  await transact(db, userId, (tx) => markUnswept(tx, userId, token))
  const written: AheadRow[] = []
  let turn: WorkoutAggregate[] = []
  let rows = 0
  const flush = async () => {
    const here = turn
    turn = []
    rows = 0
    await transact(db, userId, async (tx) => {
      written.push(...(await writeNow(tx, writing, here)))
    })
    await yieldToRequests()
  }
  for await (const aggregate of workouts) {
    turn.push(aggregate)
    rows += 1 + aggregate.exercises.length + aggregate.sets.length
    if (rows >= turnRows) await flush()
  }
  await flush()
  return { rows: written }
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
    throw new WrittenMeanwhileError()
  }
  await packWorkout(tx, aggregate)
  return { workout, isNew }
}

/**
 * Turns what `writeAhead` wrote into workouts.
 *
 * @param base what each `seq` counts from
 * @throws {WrittenMeanwhileError} if they were swept, or written by someone else, meanwhile; the transaction
 * must then be rolled back
 */
export async function publish(tx: Tx, writing: Writing, ahead: Ahead, base: number): Promise<void> {
  const { userId, token } = writing
  const rows = 'rows' in ahead ? ahead.rows : await writeNow(tx, writing, ahead.toWrite)
  if ('rows' in ahead && !(await unmark(tx, userId, token))) throw new WrittenMeanwhileError()
  const revealed: Revealed[] = []
  const revived: WorkoutColumns[] = []
  for (const { workout, isNew } of rows) {
    const seq = base + workout.seq
    if (isNew) revealed.push({ userId, id: workout.id, seq, deletedAt: null })
    else revived.push({ ...workout, seq })
  }
  const published = (await reveal.runEach(tx, revealed)) + (await revive.runEach(tx, revived))
  if (published !== rows.length) throw new WrittenMeanwhileError()
}
