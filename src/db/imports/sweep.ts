import { sql } from 'kysely'
import { TurnSize } from '#lib/turn-size.ts'
import { yieldToRequests } from '#lib/yield.ts'
import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import { forgetMemory } from '../lift-memory/checkpoints.ts'
import type { Db } from '../schema/index.ts'
import { isTombstone } from '../values/is-tombstone.ts'
import { deleteImportedInTurns, deleteSomeImported } from './delete-imported.ts'
import { findUnfinishedImport } from './items.ts'
import { unsweptUsers } from './unswept.ts'

const selectUnsweptWorkouts = prepare(
  (db, p: { readonly userId: string; readonly after: string; readonly limit: number }) =>
    db
      .selectFrom('workouts')
      .select('id')
      .where('userId', '=', p.userId)
      .where('id', '>', p.after)
      .where(isTombstone)
      .where(({ or, eb }) => or([eb('content', 'is not', null), eb('seq', '=', 0)]))
      .orderBy('id')
      .limit(p.limit),
)

interface Batch {
  readonly userId: string
  readonly ids: Json<string[]>
}

// Selects rows by primary key, which begins with the exercise; a workout's exercises are in its document.
const deletePerformed = prepare((db, { userId, ids }: Batch) =>
  db.deleteFrom('performedExercises').where(({ eb, refTuple, selectFrom }) =>
    eb(
      refTuple('userId', 'exerciseId', 'startedAt', 'workoutId'),
      'in',
      selectFrom('workouts')
        .innerJoin(
          sql<{ value: string }>`json_each("workouts"."content", '$.exercises')`.as('entry'),
          (join) => join.onTrue(),
        )
        .select(['workouts.userId', sql<string>`entry.value ->> 'exerciseId'`.as('exerciseId')])
        .select(['workouts.startedAt', 'workouts.id as workoutId'])
        .where('workouts.userId', '=', userId)
        .where('workouts.id', 'in', itemsOf(ids))
        .$asTuple('userId', 'exerciseId', 'startedAt', 'workoutId'),
    ),
  ),
)
const deletePacked = prepare((db, { userId, ids }: Batch) =>
  db
    .deleteFrom('packedWorkouts')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('userId', 'startedAt', 'workoutId'),
        'in',
        selectFrom('workouts')
          .select(['workouts.userId', 'workouts.startedAt', 'workouts.id as workoutId'])
          .where('workouts.userId', '=', userId)
          .where('workouts.id', 'in', itemsOf(ids))
          .$asTuple('userId', 'startedAt', 'workoutId'),
      ),
    ),
)
const clearContent = prepare((db, { userId, ids }: Batch) =>
  db
    .updateTable('workouts')
    .set({ content: null })
    .where('userId', '=', userId)
    .where('id', 'in', itemsOf(ids)),
)
const deleteHidden = prepare((db, { userId, ids }: Batch) =>
  db.deleteFrom('workouts').where('userId', '=', userId).where('id', 'in', itemsOf(ids)).where('seq', '=', 0),
)

/** The number of hidden measurements to delete in one transaction. */
const turnMeasurements = 500

const selectHiddenMeasurements = prepare((db, p: { readonly userId: string; readonly limit: number }) =>
  db
    .selectFrom('measurements')
    .select('id')
    .where('userId', '=', p.userId)
    .where('seq', '=', 0)
    .limit(p.limit),
)
const deleteMeasurements = prepare((db, { userId, ids }: Batch) =>
  db.deleteFrom('measurements').where('userId', '=', userId).where('id', 'in', itemsOf(ids)),
)

/**
 * Removes the rows of a user's unfinished import, if `unsweptUsers` marks the user: published rows become tombstones,
 * and hidden ones are deleted. Also deletes the contents that an undo leaves in tombstones. Uses small transactions
 * and lets other requests run in between.
 */
export async function sweep(db: Db, userId: string, now: number): Promise<void> {
  if ((await unsweptUsers.find(db, userId)) === undefined) return
  const importId = await findUnfinishedImport(db, userId)
  if (importId !== undefined) {
    await deleteImportedInTurns(db, userId, importId, now)
    await transact(db, userId, (tx) => deleteSomeImported(tx, userId, importId, now))
  }
  const token = (await unsweptUsers.find(db, userId)) ?? ''
  const turn = new TurnSize()
  for (let after = ''; ; ) {
    const rows = await selectUnsweptWorkouts.all(db, { userId, after, limit: turn.items })
    const last = rows.at(-1)
    if (!last) break
    after = last.id
    const batch = { userId, ids: listParameter(rows.map(({ id }) => id)) }
    await transact(db, userId, (tx) =>
      turn.measure(async () => {
        await deletePerformed.run(tx, batch)
        await deletePacked.run(tx, batch)
        await forgetMemory(tx, userId)
        await clearContent.run(tx, batch)
        await deleteHidden.run(tx, batch)
      }),
    )
    await yieldToRequests()
  }
  await sweepMeasurements(db, userId)
  await transact(db, userId, (tx) => unsweptUsers.remove(tx, userId, token))
}

async function sweepMeasurements(db: Db, userId: string): Promise<void> {
  const limit = turnMeasurements
  for (;;) {
    const rows = await selectHiddenMeasurements.all(db, { userId, limit })
    if (rows.length === 0) return
    const ids = listParameter(rows.map(({ id }) => id))
    await transact(db, userId, (tx) => deleteMeasurements.run(tx, { userId, ids }))
    await yieldToRequests()
  }
}
