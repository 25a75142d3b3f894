import { yieldToRequests } from '#lib/yield.ts'
import { prepare } from '../engine/prepare.ts'
import { transact, transactHousekeeping } from '../engine/transact.ts'
import type { Db, Reader, Tx } from '../schema/index.ts'
import type { MetaKey } from '../schema/service.ts'
import type { Instants } from '../values/instant.ts'
import { noTotals, readWorkout } from './document.ts'
import type { StoredTotals, StoredWorkout } from './rows.ts'
import { totalsOf } from './totals.ts'

/**
 * The maximum number of workouts whose totals are recomputed in the transaction of a change; for more,
 * others would have to wait.
 */
const atOnce = 20

/** All time. */
export const allTimes: Instants = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }

interface Span extends Instants {
  readonly userId: string
}

interface OfExercise {
  readonly userId: string
  readonly exerciseId: string
}

const bodyweightLifts = prepare((db, { userId, from, before, limit }: Span & { readonly limit: number }) =>
  db
    .selectFrom('workouts')
    .selectAll()
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .where('movesBody', '=', 1)
    .limit(limit),
)

const forgetBodyweightLifts = prepare((db, { userId, from, before }: Span) =>
  db
    .updateTable('workouts')
    .set(noTotals)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .where('movesBody', '=', 1),
)

const withExercise = prepare((db, { userId, exerciseId, limit }: OfExercise & { readonly limit: number }) =>
  db
    .selectFrom('performedExercises')
    .innerJoin('workouts', (join) =>
      join
        .onRef('workouts.userId', '=', 'performedExercises.userId')
        .onRef('workouts.id', '=', 'performedExercises.workoutId'),
    )
    .selectAll('workouts')
    .where('performedExercises.userId', '=', userId)
    .where('performedExercises.exerciseId', '=', exerciseId)
    .where('workouts.deletedAt', 'is', null)
    .limit(limit),
)

const forgetWithExercise = prepare((db, { userId, exerciseId }: OfExercise) =>
  db
    .updateTable('workouts')
    .set(noTotals)
    .where('userId', '=', userId)
    .where('volumeKg', 'is not', null)
    .where(({ eb, selectFrom }) =>
      eb(
        'id',
        'in',
        selectFrom('performedExercises')
          .select('workoutId')
          .where('userId', '=', userId)
          .where('exerciseId', '=', exerciseId),
      ),
    ),
)

const writeTotals = prepare(
  (db, { userId, id, ...totals }: StoredTotals & Pick<StoredWorkout, 'userId' | 'id'>) =>
    db.updateTable('workouts').set(totals).where('userId', '=', userId).where('id', '=', id),
)

/** Recomputes the totals of all workouts that depend on the bodyweights in a span. */
export async function refreshForBodyweights(tx: Tx, span: Span): Promise<void> {
  const rows = await bodyweightLifts.all(tx, { ...span, limit: atOnce + 1 })
  if (rows.length <= atOnce) return refresh(tx, rows)
  await forgetBodyweightLifts.run(tx, span)
  await markMissing(tx, span.userId)
}

/** Recomputes the totals of all of a user's workouts with an exercise whose facts changed. */
export async function refreshForExercise(tx: Tx, exercise: OfExercise): Promise<void> {
  const rows = await withExercise.all(tx, { ...exercise, limit: atOnce + 1 })
  if (rows.length <= atOnce) return refresh(tx, rows)
  await forgetForExercise(tx, exercise)
}

/** Leaves the totals of those workouts to {@link fillTotals}. */
export async function forgetForExercise(tx: Tx, exercise: OfExercise): Promise<void> {
  if ((await forgetWithExercise.run(tx, exercise)) > 0) await markMissing(tx, exercise.userId)
}

async function refresh(tx: Tx, rows: readonly StoredWorkout[]): Promise<void> {
  for (const row of rows) {
    const { userId, id } = row
    await writeTotals.run(tx, { userId, id, ...(await totalsOf(tx, readWorkout(row))) })
  }
}

const prefix = 'untotaled:'

const keyOf = (userId: string): MetaKey => `${prefix}${userId}`

const setMark = prepare((db, row: { readonly key: MetaKey; readonly value: string }) =>
  db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))),
)
const findMark = prepare((db, { key }: { readonly key: MetaKey }) =>
  db.selectFrom('meta').select('value').where('key', '=', key),
)
const deleteMark = prepare((db, { key, value }: { readonly key: MetaKey; readonly value: string }) =>
  db.deleteFrom('meta').where('key', '=', key).where('value', '=', value),
)
const allMarks = prepare((db, p: { readonly from: string; readonly to: string }) =>
  db
    .selectFrom('meta')
    .select('key')
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '>=', p.from))
    .where(({ eb, ref }) => eb(ref('key').$castTo<string>(), '<', p.to)),
)

/** Records that some of a user's workouts have no totals. */
export function markMissing(tx: Tx, userId: string): Promise<number> {
  return setMark.run(tx, { key: keyOf(userId), value: crypto.randomUUID() })
}

interface Page {
  readonly userId: string
  readonly startedAt: number
  readonly id: string
  readonly limit: number
}

const missingQuery = prepare((db, p: Page) =>
  db
    .selectFrom('workouts')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('deletedAt', 'is', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('startedAt', 'id'), '>', tuple(p.startedAt, p.id)))
    .where('volumeKg', 'is', null)
    .orderBy('startedAt')
    .orderBy('id')
    .limit(p.limit),
)

/** Computes missing totals of a user's workouts, in small transactions. */
export async function fillTotals(db: Db, userId: string, signal?: AbortSignal): Promise<number> {
  const mark = await findMark.first(db, { key: keyOf(userId) })
  if (!mark) return 0
  let filled = 0
  let after = { startedAt: Number.MIN_SAFE_INTEGER, id: '' }
  while (!signal?.aborted) {
    const rows = await transact(db, userId, async (tx) => {
      const missing = await missingQuery.all(tx, { userId, ...after, limit: atOnce })
      await refresh(tx, missing)
      if (missing.length < atOnce) await deleteMark.run(tx, { key: keyOf(userId), value: mark.value })
      return missing
    })
    filled += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return filled
    after = last
    await yieldToRequests()
  }
  return filled
}

/** Does the same once for all users with workouts, because older databases have no totals. */
export async function markAllOnce(db: Db): Promise<void> {
  if (await findMark.first(db, { key: 'totals' })) return
  await transactHousekeeping(db, async (tx) => {
    for (const { id } of await tx.selectFrom('users').select('id').execute()) await markMissing(tx, id)
    await setMark.run(tx, { key: 'totals', value: '1' })
  })
}

/** The users who have workouts without totals. */
export async function usersWithoutTotals(db: Reader): Promise<string[]> {
  const marks = await allMarks.all(db, { from: prefix, to: `${prefix}~` })
  return marks.map(({ key }) => key.slice(prefix.length))
}
