import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import { raiseSeqBy } from '../sync/change-numbers.ts'
import { noTotals } from '../workouts/document.ts'
import { allTimes, refreshForBodyweights } from '../workouts/refresh-totals.ts'
import { forgetItems, type ImportItemRow, itemsOfImport } from './items.ts'
import { markUnswept } from './sweep.ts'

/** Counts by kind. */
interface ItemCounts {
  readonly workouts: number
  readonly measurements: number
  readonly exercises: number
}

/** What an undo deleted, and what it kept because it was changed or is in use. */
export interface DeletedCounts extends ItemCounts {
  readonly kept: ItemCounts
}

interface Some {
  readonly userId: string
  readonly ids: Json<string[]>
}

const workoutStates = prepare((db, { userId, ids }: Some) =>
  db
    .selectFrom('workouts')
    .select(['id', 'revision'])
    .where('userId', '=', userId)
    .where('id', 'in', itemsOf(ids))
    .where('deletedAt', 'is', null),
)
const measurementStates = prepare((db, { userId, ids }: Some) =>
  db
    .selectFrom('measurements')
    .select(['id', 'revision'])
    .where('userId', '=', userId)
    .where('id', 'in', itemsOf(ids))
    .where('deletedAt', 'is', null),
)
const exerciseStates = prepare((db, { userId, ids }: Some) =>
  db
    .selectFrom('exercises')
    .select(['id', 'revision'])
    .where('userId', '=', userId)
    .where('id', 'in', itemsOf(ids))
    .where('deletedAt', 'is', null),
)
const exercisesInUse = prepare((db, { userId, ids }: Some) =>
  db
    .selectFrom('performedExercises')
    .innerJoin('workouts', (join) =>
      join
        .onRef('workouts.userId', '=', 'performedExercises.userId')
        .onRef('workouts.id', '=', 'performedExercises.workoutId'),
    )
    .select('exerciseId')
    .distinct()
    .where('performedExercises.userId', '=', userId)
    .where('exerciseId', 'in', itemsOf(ids))
    .where('deletedAt', 'is', null),
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
    .updateTable('exercises')
    .set((column) => ({ revision: column('revision', '+', 1), updatedAt: now, deletedAt: now, seq }))
    .where('userId', '=', userId)
    .where('id', '=', id),
)

/**
 * Turns everything that an import wrote and that is still unchanged into tombstones, and deletes the record
 * that the import wrote it. The last state isn't kept as a revision, since the same file restores it. The
 * workouts' contents stay until `sweep`, which the caller runs next.
 */
export async function deleteImported(
  tx: Tx,
  userId: string,
  importId: string,
  now: number,
): Promise<DeletedCounts> {
  const items = Map.groupBy(await itemsOfImport(tx, userId, importId), ({ kind }) => kind)
  const sorted = async (
    kind: ImportItemRow['kind'],
    states: (typeof workoutStates | typeof measurementStates | typeof exerciseStates)['all'],
  ) => {
    const written = new Map((items.get(kind) ?? []).map(({ id, revision }) => [id, revision]))
    const there = await states(tx, { userId, ids: listParameter(written.keys()) })
    const unchanged = there.filter(({ id, revision }) => written.get(id) === revision).map(({ id }) => id)
    return { there: there.length, unchanged }
  }
  const workouts = await sorted('workout', workoutStates.all)
  const measurements = await sorted('measurement', measurementStates.all)
  const exercises = await sorted('exercise', exerciseStates.all)

  const stamps = async (ids: readonly string[]) => {
    const base = await raiseSeqBy(tx, userId, ids.length)
    return ids.map((id, index) => ({ userId, id, now, seq: base + index + 1 }))
  }
  await markUnswept(tx, userId, crypto.randomUUID())
  await deleteWorkout.runEach(tx, await stamps(workouts.unchanged))
  await deleteMeasurement.runEach(tx, await stamps(measurements.unchanged))
  if (measurements.unchanged.length > 0) await refreshForBodyweights(tx, { userId, ...allTimes })
  const used = await exercisesInUse.all(tx, { userId, ids: listParameter(exercises.unchanged) })
  const inUse = new Set(used.map(({ exerciseId }) => exerciseId))
  const unused = exercises.unchanged.filter((id) => !inUse.has(id))
  await deleteExercise.runEach(tx, await stamps(unused))
  await forgetItems(tx, userId, importId)
  return {
    workouts: workouts.unchanged.length,
    measurements: measurements.unchanged.length,
    exercises: unused.length,
    kept: {
      workouts: workouts.there - workouts.unchanged.length,
      measurements: measurements.there - measurements.unchanged.length,
      exercises: exercises.there - unused.length,
    },
  }
}
