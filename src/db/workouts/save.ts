import { prepare } from '../engine/prepare.ts'
import { packWorkout, unpackWorkout } from '../packed/packed-workouts.ts'
import type { Tx } from '../schema/index.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { changesBetween } from './changes.ts'
import { deleteContents, insertContents, writeChanges } from './contents.ts'
import { findWorkoutRow } from './find.ts'
import { keepRevision } from './revisions.ts'
import type { WorkoutAggregate, WorkoutDraft, WorkoutRow } from './rows.ts'

const insertRow = prepare((db, row: WorkoutRow) => db.insertInto('workouts').values(row))

const updateRow = prepare((db, { userId, id, ...columns }: WorkoutRow) =>
  db.updateTable('workouts').set(columns).where('userId', '=', userId).where('id', '=', id),
)

/** Adds a workout. Undefined if the user has one with this id, even a deleted one. */
export async function insertWorkout(
  tx: Tx,
  draft: WorkoutDraft,
  now: number,
): Promise<WorkoutAggregate | undefined> {
  const { userId, id } = draft.workout
  if (await findWorkoutRow(tx, userId, id)) return undefined
  const workout: WorkoutRow = {
    ...draft.workout,
    ...(await firstStamps(tx, userId)),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  await insertRow.run(tx, workout)
  await insertContents(tx, draft.exercises, draft.sets)
  return packed(tx, { ...draft, workout })
}

/**
 * Updates a workout to the draft, writing only what changed, and keeps the previous state as a revision. If
 * nothing changed, nothing is written and the revision stays.
 */
export async function replaceWorkout(
  tx: Tx,
  kept: WorkoutAggregate,
  draft: WorkoutDraft,
  now: number,
  reason: 'replaced' | 'restored' = 'replaced',
): Promise<WorkoutAggregate> {
  const changes = changesBetween(kept, draft)
  if (changes.none) return kept
  await keepRevision(tx, kept, reason, now)
  const workout = await stamp(tx, { ...kept.workout, ...draft.workout }, now)
  await writeChanges(tx, changes)
  return packed(tx, { ...draft, workout })
}

/** Turns a workout into a tombstone, and returns it. Its contents live on in its last revision. */
export async function deleteWorkout(tx: Tx, kept: WorkoutAggregate, now: number): Promise<WorkoutRow> {
  const { userId, id } = kept.workout
  await keepRevision(tx, kept, 'deleted', now)
  await deleteContents(tx, userId, id)
  await unpackWorkout(tx, userId, id)
  return stamp(tx, { ...kept.workout, ...emptyContent, deletedAt: now }, now)
}

/** Restores a deleted workout with the content of the draft. The caller has checked that it is deleted. */
export async function reviveWorkout(
  tx: Tx,
  tombstone: WorkoutRow,
  draft: WorkoutDraft,
  now: number,
): Promise<WorkoutAggregate> {
  const workout = await stamp(tx, { ...tombstone, ...draft.workout, deletedAt: null }, now)
  await insertContents(tx, draft.exercises, draft.sets)
  return packed(tx, { ...draft, workout })
}

async function packed(tx: Tx, aggregate: WorkoutAggregate): Promise<WorkoutAggregate> {
  await packWorkout(tx, aggregate)
  return aggregate
}

/** What a tombstone no longer contains. */
const emptyContent = {
  name: null,
  notes: null,
  searchText: '',
  endedAt: null,
  planRunId: null,
  plan: null,
  energy: null,
  exertion: null,
  bodyweightValue: null,
  bodyweightUnit: null,
  bodyweightGrams: null,
} satisfies Partial<WorkoutRow>

/** Writes a workout's own row as the next revision. */
async function stamp(tx: Tx, row: WorkoutRow, now: number): Promise<WorkoutRow> {
  const next = { ...row, revision: row.revision + 1, updatedAt: now, seq: await nextSeq(tx, row.userId) }
  await updateRow.run(tx, next)
  return next
}
