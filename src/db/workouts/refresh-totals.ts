import { prepare } from '../engine/prepare.ts'
import type { Tx } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import { noTotals, readWorkout } from './document.ts'
import type { StoredTotals, StoredWorkout } from './rows.ts'
import { totalsOf } from './totals.ts'
import { markTotalsMissing } from './untotaled.ts'

/**
 * The maximum number of workouts whose totals are recomputed in the transaction of a change, because other requests
 * wait for it.
 */
const maxAtOnce = 20

interface Span extends Instants {
  readonly userId: string
}

interface ExerciseOfUser {
  readonly userId: string
  readonly exerciseId: string
}

const selectMovingBody = prepare((db, { userId, from, before, limit }: Span & { readonly limit: number }) =>
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

const clearTotalsMovingBody = prepare((db, { userId, from, before }: Span) =>
  db
    .updateTable('workouts')
    .set(noTotals)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .where('movesBody', '=', 1),
)

const selectWorkoutsWithExercise = prepare(
  (db, { userId, exerciseId, limit }: ExerciseOfUser & { readonly limit: number }) =>
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

const clearTotalsWithExercise = prepare((db, { userId, exerciseId }: ExerciseOfUser) =>
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

const updateTotals = prepare(
  (db, { userId, id, ...totals }: StoredTotals & Pick<StoredWorkout, 'userId' | 'id'>) =>
    db.updateTable('workouts').set(totals).where('userId', '=', userId).where('id', '=', id),
)

/** Recomputes the totals of a span's workouts that depend on bodyweight, or clears them if there are many. */
export async function refreshForBodyweights(tx: Tx, span: Span): Promise<void> {
  const rows = await selectMovingBody.all(tx, { ...span, limit: maxAtOnce + 1 })
  if (rows.length <= maxAtOnce) return recomputeTotals(tx, rows)
  await clearTotalsMovingBody.run(tx, span)
  await markTotalsMissing(tx, span.userId)
}

/** Recomputes the totals of workouts with an exercise whose facts changed, or clears them if there are many. */
export async function refreshForExercise(tx: Tx, exercise: ExerciseOfUser): Promise<void> {
  const rows = await selectWorkoutsWithExercise.all(tx, { ...exercise, limit: maxAtOnce + 1 })
  if (rows.length <= maxAtOnce) return recomputeTotals(tx, rows)
  await clearTotalsOfExercise(tx, exercise)
}

/** Clears the totals of all of a user's workouts with an exercise, for `fillTotals` to compute later. */
export async function clearTotalsOfExercise(tx: Tx, exercise: ExerciseOfUser): Promise<void> {
  if ((await clearTotalsWithExercise.run(tx, exercise)) > 0) await markTotalsMissing(tx, exercise.userId)
}

/** Recomputes the totals of these workouts. */
export async function recomputeTotals(tx: Tx, rows: readonly StoredWorkout[]): Promise<void> {
  for (const row of rows) {
    const { userId, id } = row
    await updateTotals.run(tx, { userId, id, ...(await totalsOf(tx, readWorkout(row))) })
  }
}
