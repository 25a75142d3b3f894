import { TurnSize } from '#lib/turn-size.ts'
import { yieldToRequests } from '#lib/yield.ts'
import { hasConcurrentWriters } from '../engine/concurrent-writers.ts'
import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import type { Db, Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import { allTime } from '../values/instant.ts'
import { noTotals } from '../workouts/document.ts'
import { refreshForBodyweights } from '../workouts/refresh-totals.ts'
import { exerciseItemsOfImport, forgetItems, type ImportItemRow, itemsOfImport } from './items.ts'
import { unsweptUsers } from './unswept.ts'

/** Counts by kind. */
interface ItemCounts {
  readonly workouts: number
  readonly measurements: number
  readonly exercises: number
}

/** The number of items that an undo deleted, and of those it kept because they were changed or are in use. */
export interface DeletedCounts extends ItemCounts {
  readonly kept: ItemCounts
}

interface Batch {
  readonly userId: string
  readonly ids: Json<string[]>
}

/** The revisions of undeleted rows. */
const selectRevisionsIn = (table: 'workouts' | 'measurements' | 'customExercises') =>
  prepare((db, { userId, ids }: Batch) =>
    db
      .selectFrom(table)
      .select(['id', 'revision'])
      .where('userId', '=', userId)
      .where('id', 'in', itemsOf(ids))
      .where('deletedAt', 'is', null),
  )

const selectWorkoutRevisions = selectRevisionsIn('workouts')
const selectMeasurementRevisions = selectRevisionsIn('measurements')
const selectExerciseRevisions = selectRevisionsIn('customExercises')

// Stops at an exercise's first workout, because there may be thousands.
const selectUsedExercises = prepare((db, { userId, ids }: Batch) =>
  db
    .selectFrom('customExercises')
    .select('id')
    .where('userId', '=', userId)
    .where('id', 'in', itemsOf(ids))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('performedExercises')
          .innerJoin('workouts', (join) =>
            join
              .onRef('workouts.userId', '=', 'performedExercises.userId')
              .onRef('workouts.id', '=', 'performedExercises.workoutId'),
          )
          .select('workoutId')
          .whereRef('performedExercises.userId', '=', 'customExercises.userId')
          .whereRef('performedExercises.exerciseId', '=', 'customExercises.id')
          .where('workouts.deletedAt', 'is', null),
      ),
    ),
)

interface Stamp {
  readonly userId: string
  readonly id: string
  readonly seq: number
  readonly now: number
}

const deleteWorkout = prepare((db, { userId, id, seq, now }: Stamp) =>
  db
    .updateTable('workouts')
    .set((column) => ({
      searchText: '',
      endedAt: null,
      planRunId: null,
      exertion: null,
      bodyweightGrams: null,
      ...noTotals,
      revision: column('revision', '+', 1),
      updatedAt: now,
      deletedAt: now,
      seq,
    }))
    .where('userId', '=', userId)
    .where('id', '=', id),
)
const deleteMeasurement = prepare((db, { userId, id, seq, now }: Stamp) =>
  db
    .updateTable('measurements')
    .set((column) => ({
      notes: null,
      revision: column('revision', '+', 1),
      updatedAt: now,
      deletedAt: now,
      seq,
    }))
    .where('userId', '=', userId)
    .where('id', '=', id),
)
const deleteExercise = prepare((db, { userId, id, seq, now }: Stamp) =>
  db
    .updateTable('customExercises')
    .set((column) => ({ revision: column('revision', '+', 1), updatedAt: now, deletedAt: now, seq }))
    .where('userId', '=', userId)
    .where('id', '=', id),
)

/** The number of workouts and measurements to delete in the undo's own transaction. */
const maxInTransaction = 20
/** The number to delete at a time if transactions of other users don't have to wait. */
const batchItems = 500

/** The numbers of workouts and measurements deleted, and of those kept because of changes. */
export type DeletedInTurns = Readonly<
  Record<'workout' | 'measurement', { readonly deleted: number; readonly kept: number }>
>

/**
 * Turns unchanged workouts and measurements of an import into tombstones, in turns with one transaction
 * each, unless they are few enough for `deleteImported`. The caller must hold the user (`holdUser`); after a
 * crash, the next call continues. If other processes also write, everything is left to `deleteImported`.
 */
export async function deleteImportedInTurns(
  db: Db,
  userId: string,
  importId: string,
  now: number,
): Promise<DeletedInTurns> {
  let counts = nothingDeleted
  if (hasConcurrentWriters(db)) return counts
  const turn = new TurnSize()
  while ((await itemsOfImport(db, userId, importId, maxInTransaction + 1)).length > maxInTransaction) {
    const batch = await transact(db, userId, (tx) =>
      turn.measure(() => deleteSomeImported(tx, userId, importId, now, turn.items)),
    )
    counts = addCounts(counts, batch)
    await yieldToRequests()
  }
  return counts
}

/**
 * Turns the remaining unchanged items of an import into tombstones, except for exercises in use, and deletes the record
 * of its items.
 * The last state isn't stored as a revision, because the same file restores it. The workouts' contents remain until
 * `sweep`, which the caller runs next.
 *
 * @param deletedInTurns the result of `deleteImportedInTurns`
 */
export async function deleteImported(
  tx: Tx,
  userId: string,
  importId: string,
  deletedInTurns: DeletedInTurns,
  now: number,
): Promise<DeletedCounts> {
  let counts = deletedInTurns
  do counts = addCounts(counts, await deleteSomeImported(tx, userId, importId, now))
  while ((await itemsOfImport(tx, userId, importId, 1)).length > 0)
  const { workout, measurement } = counts
  const items = await exerciseItemsOfImport(tx, userId, importId)
  const exercises = await compareRevisions(tx, userId, items, selectExerciseRevisions)
  const used = await selectUsedExercises.all(tx, { userId, ids: listParameter(exercises.unchanged) })
  const inUse = new Set(used.map(({ id }) => id))
  const unused = exercises.unchanged.filter((id) => !inUse.has(id))
  await deleteExercise.runEach(tx, await stampsFor(tx, userId, unused, now))
  await forgetItems(tx, items)
  return {
    workouts: workout.deleted,
    measurements: measurement.deleted,
    exercises: unused.length,
    kept: {
      workouts: workout.kept,
      measurements: measurement.kept,
      exercises: exercises.existing - unused.length,
    },
  }
}

/** The initial counts. */
export const nothingDeleted: DeletedInTurns = {
  workout: { deleted: 0, kept: 0 },
  measurement: { deleted: 0, kept: 0 },
}

function addCounts(a: DeletedInTurns, b: DeletedInTurns): DeletedInTurns {
  const sum = (kind: keyof DeletedInTurns) => ({
    deleted: a[kind].deleted + b[kind].deleted,
    kept: a[kind].kept + b[kind].kept,
  })
  return { workout: sum('workout'), measurement: sum('measurement') }
}

/**
 * Deletes those of the next `limit` workouts and measurements that are unchanged, and the record of all of them; see
 * `deleteImportedInTurns`.
 */
export async function deleteSomeImported(
  tx: Tx,
  userId: string,
  importId: string,
  now: number,
  limit = batchItems,
): Promise<DeletedInTurns> {
  const items = await itemsOfImport(tx, userId, importId, limit)
  const { workout = [], measurement = [] } = Object.groupBy(items, ({ kind }) => kind)
  const workouts = await compareRevisions(tx, userId, workout, selectWorkoutRevisions)
  const measurements = await compareRevisions(tx, userId, measurement, selectMeasurementRevisions)
  await unsweptUsers.set(tx, userId, crypto.randomUUID())
  await deleteWorkout.runEach(tx, await stampsFor(tx, userId, workouts.unchanged, now))
  await deleteMeasurement.runEach(tx, await stampsFor(tx, userId, measurements.unchanged, now))
  if (measurements.unchanged.length > 0) await refreshForBodyweights(tx, { userId, ...allTime })
  await forgetItems(tx, items)
  const countsOf = ({ existing, unchanged }: Comparison) => ({
    deleted: unchanged.length,
    kept: existing - unchanged.length,
  })
  return { workout: countsOf(workouts), measurement: countsOf(measurements) }
}

/** The number of items that still exist, and the ids of the unchanged ones. */
interface Comparison {
  readonly existing: number
  readonly unchanged: readonly string[]
}

async function compareRevisions(
  tx: Tx,
  userId: string,
  items: readonly ImportItemRow[],
  selectRevisions: typeof selectWorkoutRevisions,
): Promise<Comparison> {
  const importedRevisions = new Map(items.map(({ id, revision }) => [id, revision]))
  const existing = await selectRevisions.all(tx, { userId, ids: listParameter(importedRevisions.keys()) })
  const unchanged = existing
    .filter(({ id, revision }) => importedRevisions.get(id) === revision)
    .map(({ id }) => id)
  return { existing: existing.length, unchanged }
}

async function stampsFor(tx: Tx, userId: string, ids: readonly string[], now: number): Promise<Stamp[]> {
  const base = await raiseSeqBy(tx, userId, ids.length)
  return ids.map((id, index) => ({ userId, id, now, seq: base + index + 1 }))
}
