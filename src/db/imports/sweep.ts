import { sql } from 'kysely'
import { yieldToRequests } from '#lib/yield.ts'
import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { transact } from '../engine/transact.ts'
import { forgetMemory } from '../lift-memory/checkpoints.ts'
import type { Db, Reader, Tx } from '../schema/index.ts'
import type { MetaKey } from '../schema/service.ts'

/** How many workouts to sweep in one transaction, which takes a few milliseconds. */
const turnWorkouts = 20

const prefix = 'unswept:'

function keyOf(userId: string): MetaKey {
  return `unswept:${userId}`
}

const findMark = prepare((db, { key }: { readonly key: MetaKey }) =>
  db.selectFrom('meta').select('value').where('key', '=', key),
)
const allMarks = prepare((db, p: { readonly from: string; readonly to: string }) =>
  db
    .selectFrom('meta')
    .select('key')
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '>=', p.from))
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '<', p.to)),
)
const setMark = prepare((db, row: { readonly key: MetaKey; readonly value: string }) =>
  db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))),
)
const deleteMark = prepare((db, { key, value }: { readonly key: MetaKey; readonly value: string }) =>
  db.deleteFrom('meta').where('key', '=', key).where('value', '=', value),
)

/** Records that a user's tombstones may have contents until they are swept. `token` identifies the writer. */
export async function markUnswept(tx: Tx, userId: string, token: string): Promise<void> {
  await setMark.run(tx, { key: keyOf(userId), value: token })
}

/** Removes that record. False if it is gone or another writer's, which means that a sweep has run. */
export async function unmark(tx: Tx, userId: string, token: string): Promise<boolean> {
  return (await deleteMark.run(tx, { key: keyOf(userId), value: token })) === 1
}

const unsweptQuery = prepare(
  (db, p: { readonly userId: string; readonly after: string; readonly limit: number }) =>
    db
      .selectFrom('workouts')
      .select('id')
      .where('userId', '=', p.userId)
      .where('id', '>', p.after)
      .where('deletedAt', 'is not', null)
      .where(({ or, eb }) => or([eb('content', 'is not', null), eb('seq', '=', 0)]))
      .orderBy('id')
      .limit(p.limit),
)

interface Some {
  readonly userId: string
  readonly ids: Json<string[]>
}

// By exercise as they are kept: which ones a workout has is in its document.
const deletePerformed = prepare((db, { userId, ids }: Some) =>
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
const deletePacked = prepare((db, { userId, ids }: Some) =>
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
const empty = prepare((db, { userId, ids }: Some) =>
  db
    .updateTable('workouts')
    .set({ content: null })
    .where('userId', '=', userId)
    .where('id', 'in', itemsOf(ids)),
)
const deleteHidden = prepare((db, { userId, ids }: Some) =>
  db.deleteFrom('workouts').where('userId', '=', userId).where('id', 'in', itemsOf(ids)).where('seq', '=', 0),
)

const forgetItems = prepare((db, { userId, ids }: Some) =>
  db
    .deleteFrom('importItems')
    .where('userId', '=', userId)
    .where('kind', '=', 'workout')
    .where('id', 'in', itemsOf(ids)),
)

/**
 * Deletes the contents of a user's tombstones, if `markUnswept` recorded that they may have any: rows that an
 * unfinished import wrote ahead, or that an undo removed. It uses small transactions, with turns for others
 * in between.
 */
export async function sweep(db: Db, userId: string): Promise<void> {
  const mark = await findMark.first(db, { key: keyOf(userId) })
  if (!mark) return
  const limit = turnWorkouts
  for (let after = ''; ; ) {
    const found = await unsweptQuery.all(db, { userId, after, limit })
    const last = found.at(-1)
    if (!last) break
    after = last.id
    const some = { userId, ids: listParameter(found.map(({ id }) => id)) }
    await transact(db, userId, async (tx) => {
      await deletePerformed.run(tx, some)
      await deletePacked.run(tx, some)
      await forgetMemory(tx, userId)
      await empty.run(tx, some)
      await deleteHidden.run(tx, some)
      await forgetItems.run(tx, some)
    })
    await yieldToRequests()
  }
  await transact(db, userId, (tx) => unmark(tx, userId, mark.value))
}

/** The users for whom an unfinished import may have left rows. */
export async function unsweptUsers(db: Reader): Promise<string[]> {
  const marks = await allMarks.all(db, { from: prefix, to: `${prefix}~` })
  return marks.map(({ key }) => key.slice(prefix.length))
}
