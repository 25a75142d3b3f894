import { prepare } from '../engine/prepare.ts'
import { packWorkout, repackWorkout, unpackWorkout } from '../packed/save.ts'
import type { Tx } from '../schema/index.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { documentOf } from './content.ts'
import { storedWorkout } from './document.ts'
import { findWorkoutRow } from './find.ts'
import { keepRevision } from './revisions.ts'
import type { SavedWorkout, StoredWorkout, WorkoutDraft, WorkoutRow } from './rows.ts'
import { type Facts, totalsOf } from './totals.ts'

const insertRow = prepare((db, row: StoredWorkout) => db.insertInto('workouts').values(row))

const updateRow = prepare((db, { userId, id, ...columns }: StoredWorkout) =>
  db.updateTable('workouts').set(columns).where('userId', '=', userId).where('id', '=', id),
)

/**
 * Adds a workout. Undefined if the user has one with this id, even a deleted one. `facts`, if already
 * read, must cover all its exercises.
 */
export async function insertWorkout(
  tx: Tx,
  draft: WorkoutDraft,
  now: number,
  facts?: Facts,
): Promise<SavedWorkout | undefined> {
  const { userId, id } = draft.workout
  if (await findWorkoutRow(tx, userId, id)) return undefined
  const workout: WorkoutRow = {
    ...draft.workout,
    ...(await firstStamps(tx, userId)),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  const stored = storedWorkout(workout, documentOf(draft), await totalsOf(tx, draft, facts))
  await insertRow.send(tx, stored)
  const inserted = { ...draft, workout, stored }
  await packWorkout(tx, inserted)
  return inserted
}

/**
 * Replaces a workout with the draft, and keeps the previous state as a revision. If nothing changed,
 * writes nothing and keeps the revision number.
 */
export async function replaceWorkout(
  tx: Tx,
  kept: SavedWorkout,
  draft: WorkoutDraft,
  now: number,
  { reason = 'replaced', facts }: { readonly reason?: 'replaced' | 'restored'; readonly facts?: Facts } = {},
): Promise<SavedWorkout> {
  const before = kept.stored.content ?? documentOf(kept)
  const after = documentOf(draft)
  if (before === after || isReordered(before, after, kept)) return kept
  await keepRevision(tx, kept.workout, before, reason, now)
  const workout = await nextState(tx, { ...kept.workout, ...draft.workout }, now)
  const stored = storedWorkout(workout, after, await totalsOf(tx, draft, facts))
  await updateRow.send(tx, stored)
  const replaced = { ...draft, workout, stored }
  await repackWorkout(tx, kept, replaced)
  return replaced
}

/**
 * Whether the documents differ only in the order of members, which earlier versions may have written
 * differently.
 */
function isReordered(before: string, after: string, kept: SavedWorkout): boolean {
  return before.length === after.length && documentOf(kept) === after
}

/** Turns a workout into a tombstone, and returns it. Its content remains in its last revision. */
export async function deleteWorkout(tx: Tx, kept: SavedWorkout, now: number): Promise<WorkoutRow> {
  await keepRevision(tx, kept.workout, kept.stored.content ?? documentOf(kept), 'deleted', now)
  await unpackWorkout(tx, kept)
  const tombstone = await nextState(tx, { ...kept.workout, ...emptyContent, deletedAt: now }, now)
  await updateRow.send(tx, storedWorkout(tombstone, null))
  return tombstone
}

/** Restores a deleted workout with the content of the draft. The caller has checked that it is deleted. */
export async function reviveWorkout(
  tx: Tx,
  tombstone: WorkoutRow,
  draft: WorkoutDraft,
  now: number,
  facts?: Facts,
): Promise<SavedWorkout> {
  const workout = await nextState(tx, { ...tombstone, ...draft.workout, deletedAt: null }, now)
  const stored = storedWorkout(workout, documentOf(draft), await totalsOf(tx, draft, facts))
  await updateRow.send(tx, stored)
  const revived = { ...draft, workout, stored }
  await packWorkout(tx, revived)
  return revived
}

/** The members that a tombstone no longer has. */
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

/** A workout's row with the next revision. */
async function nextState(tx: Tx, row: WorkoutRow, now: number): Promise<WorkoutRow> {
  return { ...row, revision: row.revision + 1, updatedAt: now, seq: await nextSeq(tx, row.userId) }
}
