import { prepare } from '../engine/prepare.ts'
import { deletePackedWorkout, packNewWorkout, packWorkout, repackWorkout } from '../packed/save.ts'
import type { Tx } from '../schema/index.ts'
import { firstStamps, nextSeq } from '../sync/change-numbers.ts'
import { documentOf } from './content.ts'
import { readUnswept, storedWorkout } from './document.ts'
import { rememberWritten } from './last-written.ts'
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
  const { seq, revision } = await firstStamps(tx, draft.workout.userId)
  // Here and below, one object is spread, because spreading a second one takes many times as long.
  const workout: WorkoutRow = {
    ...draft.workout,
    revision,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    seq,
  }
  const stored = storedWorkout(workout, documentOf(draft), totals)
  await insertRow.send(tx, stored)
  const inserted = { ...draft, workout, stored }
  return written(tx, { ...inserted, packed: await packNewWorkout(tx, inserted) })
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
  const workout = await nextState(tx, current, draft, now)
  const stored = storedWorkout(workout, newDocument, totals)
  await updateRow.send(tx, withoutSameIndexed(current.stored, stored))
  const replaced = { ...draft, workout, stored }
  return written(tx, { ...replaced, packed: await repackWorkout(tx, current, replaced) })
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
  const tombstone: WorkoutRow = {
    ...(await nextState(tx, current, current, now)),
    ...emptyContent,
    deletedAt: now,
  }
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
  const workout = await nextState(tx, tombstone, draft, now)
  const stored = storedWorkout(workout, documentOf(draft), totals)
  // What an import or its undo has left in the tombstone is deleted here, because `sweep` only looks at tombstones.
  const unswept = readUnswept(tombstone.stored)
  if (unswept) await deletePackedWorkout(tx, unswept)
  await updateRow.send(tx, stored)
  const revived = { ...draft, workout, stored }
  return written(tx, { ...revived, packed: await packWorkout(tx, revived) })
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

/** The row of a workout's next revision, with the content of a draft. */
async function nextState(
  tx: Tx,
  { workout: { revision, createdAt } }: SavedWorkout,
  draft: WorkoutDraft,
  now: number,
): Promise<WorkoutRow> {
  return {
    ...draft.workout,
    revision: revision + 1,
    createdAt,
    updatedAt: now,
    deletedAt: null,
    seq: await nextSeq(tx, draft.workout.userId),
  }
}

function written(tx: Tx, workout: SavedWorkout): SavedWorkout {
  rememberWritten(tx, workout)
  return workout
}
