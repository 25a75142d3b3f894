import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

const lastQuery = prepare((db, { userId, before }: { readonly userId: string; readonly before: number }) =>
  db
    .selectFrom('workouts')
    .select('bodyweightGrams')
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '<', before)
    .where('bodyweightGrams', 'is not', null)
    .orderBy('startedAt', 'desc')
    .limit(1),
)

/** The bodyweight in grams that the last of a user's workouts before an instant carries, of those that carry one. */
export async function findWorkoutBodyweightBefore(
  db: Reader,
  userId: string,
  before: number,
): Promise<number | undefined> {
  return (await lastQuery.first(db, { userId, before }))?.bodyweightGrams ?? undefined
}
