import { prepare } from '../engine/prepare.ts'
import { deletePackedWorkout, packNewWorkout, packWorkout, repackWorkout } from '../packed/save.ts'
import type { Tx } from '../schema/index.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { documentOf } from './content.ts'
import { readUnswept, storedWorkout } from './document.ts'
import { storeRevision } from './revisions.ts'
import type { SavedWorkout, StoredWorkout, WorkoutDraft, WorkoutRow } from './rows.ts'
import { type TotalsFacts, totalsOf } from './totals.ts'

const insertRow = prepare((db, row: StoredWorkout) => db.insertInto('workouts').values(row))

const updateRow = prepare(
  (db, { userId, id, ...columns }: Partial<StoredWorkout> & Pick<StoredWorkout, 'userId' | 'id'>) =>
    db.updateTable('workouts').set(columns).where('userId', '=', userId).where('id', '=', id),
)

/**
 * Adds a workout. The caller has checked that the user has none with this id, even a deleted one. Reads `facts` if
 * they are omitted.
 */
export async function insertWorkout(
  tx: Tx,
  draft: WorkoutDraft,
  now: number,
  facts?: TotalsFacts,
): Promise<SavedWorkout> {
  // Reads come before all writes, so that PostgreSQL gets the writes together.
  const totals = await totalsOf(tx, draft, facts)
  const workout: WorkoutRow = {
    ...draft.workout,
    ...(await firstStamps(tx, draft.workout.userId)),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  const stored = storedWorkout(workout, documentOf(draft), totals)
  await insertRow.send(tx, stored)
  const inserted = { ...draft, workout, stored }
  return { ...inserted, packed: await packNewWorkout(tx, inserted) }
}

/**
 * Replaces a workout with the draft, and keeps the previous state as a revision. If nothing changed,
 * writes nothing and keeps the revision number.
 */
export async function replaceWorkout(
  tx: Tx,
  current: SavedWorkout,
  draft: WorkoutDraft,
  now: number,
  {
    reason = 'replaced',
    facts,
  }: { readonly reason?: 'replaced' | 'restored'; readonly facts?: TotalsFacts } = {},
): Promise<SavedWorkout> {
  const previousDocument = current.stored.content ?? documentOf(current)
  const newDocument = documentOf(draft)
  if (previousDocument === newDocument || isReordered(previousDocument, newDocument, current)) return current
  const totals = await totalsOf(tx, draft, facts)
  await storeRevision(tx, current.workout, previousDocument, reason, now)
  const workout = await nextState(tx, { ...current.workout, ...draft.workout }, now)
  const stored = storedWorkout(workout, newDocument, totals)
  await updateRow.send(tx, withoutSameIndexed(current.stored, stored))
  const replaced = { ...draft, workout, stored }
  return { ...replaced, packed: await repackWorkout(tx, current, replaced) }
}

/**
 * Whether the documents differ only in the order of members, which earlier versions may have written
 * differently.
 */
function isReordered(previousDocument: string, newDocument: string, current: SavedWorkout): boolean {
  return previousDocument.length === newDocument.length && documentOf(current) === newDocument
}

/** Turns a workout into a tombstone, and returns it. Its content remains in its last revision. */
export async function deleteWorkout(tx: Tx, current: SavedWorkout, now: number): Promise<WorkoutRow> {
  await storeRevision(tx, current.workout, current.stored.content ?? documentOf(current), 'deleted', now)
  await deletePackedWorkout(tx, current)
  const tombstone = await nextState(tx, { ...current.workout, ...emptyContent, deletedAt: now }, now)
  await updateRow.send(tx, storedWorkout(tombstone, null))
  return tombstone
}

/** Restores a deleted workout with the content of the draft. The caller has checked that it is deleted. */
export async function reviveWorkout(
  tx: Tx,
  tombstone: SavedWorkout,
  draft: WorkoutDraft,
  now: number,
  facts?: TotalsFacts,
): Promise<SavedWorkout> {
  const totals = await totalsOf(tx, draft, facts)
  const workout = await nextState(tx, { ...tombstone.workout, ...draft.workout, deletedAt: null }, now)
  const stored = storedWorkout(workout, documentOf(draft), totals)
  // What an import or its undo has left in the tombstone is deleted here, because `sweep` only looks at tombstones.
  const unswept = readUnswept(tombstone.stored)
  if (unswept) await deletePackedWorkout(tx, unswept)
  await updateRow.send(tx, stored)
  const revived = { ...draft, workout, stored }
  return { ...revived, packed: await packWorkout(tx, revived) }
}

/**
 * The columns to update: those of indexes only if one of them changes, because SQLite rewrites the entries of every
 * index with a column that an update names.
 */
function withoutSameIndexed(before: StoredWorkout, after: StoredWorkout) {
  const { startedAt, timeZone, localStartedAt, planRunId, deletedAt, ...others } = after
  const isSame =
    before.startedAt === startedAt &&
    before.timeZone === timeZone &&
    before.localStartedAt === localStartedAt &&
    before.planRunId === planRunId &&
    before.deletedAt === deletedAt
  return isSame ? others : after
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
  overreached: null,
  bodyweightValue: null,
  bodyweightUnit: null,
  bodyweightGrams: null,
} satisfies Partial<WorkoutRow>

/** A workout's row with the next revision. */
async function nextState(tx: Tx, row: WorkoutRow, now: number): Promise<WorkoutRow> {
  return { ...row, revision: row.revision + 1, updatedAt: now, seq: await nextSeq(tx, row.userId) }
}
