import { othersTurn } from '../../breathe.ts'
import { prepare } from '../engine/prepared.ts'
import { transact } from '../engine/transact.ts'
import { packWorkout } from '../packed/packed-workouts.ts'
import type { Db, Tx } from '../schema.ts'
import { insertContents } from '../workouts/contents.ts'
import type { WorkoutAggregate, WorkoutRow } from '../workouts/rows.ts'
import { type ImportItemRow, noteItems } from './items.ts'
import { markUnswept, sweep, unmark } from './sweep.ts'

/** As many rows are written in one turn: some milliseconds. */
const turnRows = 400

/** Says that a workout is there already, or is no longer as it was when it was looked for. */
export class WrittenMeanwhileError extends Error {
  override name = 'WrittenMeanwhileError'
  constructor() {
    super('a workout of an import was written by something else meanwhile')
  }
}

const insertUnborn = prepare((db, row: WorkoutRow) =>
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

/** In place of a tombstone, whose revision the row goes on from. */
const revive = prepare((db, { userId, id, revision, ...columns }: WorkoutRow) =>
  db
    .updateTable('workouts')
    .set({ ...columns, revision })
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('revision', '<', revision),
)

interface Birth extends Pick<WorkoutRow, 'userId' | 'id' | 'seq'> {
  readonly deletedAt: null
}

/** All else was written ahead. */
const bear = prepare((db, { userId, id, ...columns }: Birth) =>
  db
    .updateTable('workouts')
    .set(columns)
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .where('seq', '=', 0),
)

/** What is written ahead, and whose it is. */
export interface Writing {
  readonly userId: string
  /** The pending import whose items the workouts are noted as. */
  readonly importId: string
  /** Names this writing; see `publish`. */
  readonly token: string
  /** Digests of workouts by id. */
  readonly fingerprints: ReadonlyMap<string, string>
}

/** A workout that was written ahead. */
export interface AheadRow {
  readonly workout: WorkoutRow
  /** Whether a tombstone was made for it; otherwise there was one. */
  readonly isUnborn: boolean
}

/**
 * Writes workouts of a user as the contents of tombstones, which nobody is shown: of the one that is there, or of one with the `seq`
 * 0 that stands for a workout that is not born yet. It goes by small transactions, so that others need not wait for
 * thousands of rows; `publish` then makes workouts of them all at once. Until then `sweep` takes everything out again.
 *
 * A tombstone's sets would count in the user's figures: `aloneFor` must be held meanwhile.
 *
 * @returns the workouts' own rows
 * @throws {WrittenMeanwhileError} when one is there already
 */
export async function writeAhead(
  db: Db,
  writing: Writing,
  workouts: AsyncIterable<WorkoutAggregate>,
): Promise<AheadRow[]> {
  const { userId, token } = writing
  await sweep(db, userId)
  await transact(db, (tx) => markUnswept(tx, userId, token))
  const written: AheadRow[] = []
  let turn: WorkoutAggregate[] = []
  let rows = 0
  const flush = async () => {
    const here = turn
    turn = []
    rows = 0
    await transact(db, async (tx) => {
      for (const aggregate of here) written.push(await writeUnborn(tx, aggregate))
      await noteItems(
        tx,
        here.map(({ workout }) => itemOf(workout, writing)),
      )
    })
    await othersTurn()
  }
  for await (const aggregate of workouts) {
    turn.push(aggregate)
    rows += 1 + aggregate.exercises.length + aggregate.sets.length
    if (rows >= turnRows) await flush()
  }
  await flush()
  return written
}

function itemOf({ id, revision }: WorkoutRow, { userId, importId, fingerprints }: Writing): ImportItemRow {
  return { userId, importId, kind: 'workout', id, revision, fingerprint: fingerprints.get(id) ?? null }
}

async function writeUnborn(tx: Tx, aggregate: WorkoutAggregate): Promise<AheadRow> {
  const { workout, exercises, sets } = aggregate
  const unborn = { ...workout, deletedAt: workout.updatedAt, seq: 0 }
  const isUnborn = (await insertUnborn.run(tx, unborn)) === 1
  if (!isUnborn && !(await findTombstone.first(tx, keyOf(workout)))) throw new WrittenMeanwhileError()
  const whose = { userId: workout.userId, workoutId: workout.id }
  await insertContents(
    tx,
    exercises.map((row) => ({ ...row, ...whose })),
    sets.map((row) => ({ ...row, ...whose })),
  )
  await packWorkout(tx, aggregate)
  return { workout, isUnborn }
}

function keyOf({ userId, id, revision }: WorkoutRow): Key {
  return { userId, id, revision }
}

/**
 * Makes workouts of what `writeAhead` wrote.
 *
 * @param base what each `seq` counts from
 * @throws {WrittenMeanwhileError} when they were swept, or written by another, meanwhile; the transaction must be undone
 */
export async function publish(
  tx: Tx,
  { userId, token }: Pick<Writing, 'userId' | 'token'>,
  rows: readonly AheadRow[],
  base: number,
): Promise<void> {
  if (!(await unmark(tx, userId, token))) throw new WrittenMeanwhileError()
  let published = 0
  for (const { workout, isUnborn } of rows) {
    const { id } = workout
    const seq = base + workout.seq
    published += isUnborn
      ? await bear.run(tx, { userId, id, seq, deletedAt: null })
      : await revive.run(tx, { ...workout, seq })
  }
  if (published !== rows.length) throw new WrittenMeanwhileError()
}
