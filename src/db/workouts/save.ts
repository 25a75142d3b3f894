import { prepare } from '../engine/prepare.ts'
import { packWorkout, repackWorkout, unpackWorkout } from '../packed/save.ts'
import type { Tx } from '../schema/index.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { documentOf } from './content.ts'
import { storedWorkout } from './document.ts'
import { findWorkoutRow } from './find.ts'
import { keepRevision } from './revisions.ts'
import type { StoredWorkout, WorkoutAggregate, WorkoutDraft, WorkoutRow } from './rows.ts'

const insertRow = prepare((db, row: StoredWorkout) => db.insertInto('workouts').values(row))

const updateRow = prepare((db, { userId, id, ...columns }: StoredWorkout) =>
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
  await insertRow.run(tx, storedWorkout(workout, documentOf(draft)))
  const inserted = { ...draft, workout }
  await packWorkout(tx, inserted)
  return inserted
}

/**
 * Replaces a workout by the draft, and keeps the previous state as a revision. If nothing changed, nothing is
 * written and the revision stays.
 */
export async function replaceWorkout(
  tx: Tx,
  kept: WorkoutAggregate,
  draft: WorkoutDraft,
  now: number,
  reason: 'replaced' | 'restored' = 'replaced',
): Promise<WorkoutAggregate> {
  const before = documentOf(kept)
  const after = documentOf(draft)
  if (before === after) return kept
  await keepRevision(tx, kept.workout, before, reason, now)
  const workout = await stamp(tx, { ...kept.workout, ...draft.workout }, after, now)
  const replaced = { ...draft, workout }
  await repackWorkout(tx, kept, replaced)
  return replaced
}

/** Turns a workout into a tombstone, and returns it. Its content lives on in its last revision. */
export async function deleteWorkout(tx: Tx, kept: WorkoutAggregate, now: number): Promise<WorkoutRow> {
  await keepRevision(tx, kept.workout, documentOf(kept), 'deleted', now)
  await unpackWorkout(tx, kept)
  return stamp(tx, { ...kept.workout, ...emptyContent, deletedAt: now }, null, now)
}

/** Restores a deleted workout with the content of the draft. The caller has checked that it is deleted. */
export async function reviveWorkout(
  tx: Tx,
  tombstone: WorkoutRow,
  draft: WorkoutDraft,
  now: number,
): Promise<WorkoutAggregate> {
  const row = { ...tombstone, ...draft.workout, deletedAt: null }
  const revived = { ...draft, workout: await stamp(tx, row, documentOf(draft), now) }
  await packWorkout(tx, revived)
  return revived
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
  phase: null,
  bodyweightValue: null,
  bodyweightUnit: null,
  bodyweightGrams: null,
} satisfies Partial<WorkoutRow>

/** Writes a workout's own row as the next revision. */
async function stamp(
  tx: Tx,
  row: WorkoutRow,
  content: StoredWorkout['content'],
  now: number,
): Promise<WorkoutRow> {
  const next = { ...row, revision: row.revision + 1, updatedAt: now, seq: await nextSeq(tx, row.userId) }
  await updateRow.run(tx, storedWorkout(next, content))
  return next
}
