import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

const selectLastBodyweight = prepare(
  (db, { userId, before }: { readonly userId: string; readonly before: number }) =>
    db
      .selectFrom('workouts')
      .select(['startedAt', 'bodyweightGrams'])
      .$narrowType<{ bodyweightGrams: number }>()
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null)
      .where('startedAt', '<', before)
      .where('bodyweightGrams', 'is not', null)
      .orderBy('startedAt', 'desc')
      .limit(1),
)

/** The bodyweight in grams, and the start, of the user's last workout before an instant that has one. */
export function findWorkoutBodyweightBefore(
  db: Reader,
  userId: string,
  before: number,
): Promise<{ readonly startedAt: number; readonly bodyweightGrams: number } | undefined> {
  return selectLastBodyweight.first(db, { userId, before })
}
