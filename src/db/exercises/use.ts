import { sql } from 'kysely'
import { fromJson, type Json } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

/** The number of newest workouts to consider. */
const recentWorkouts = 200

const selectNewestWorkouts = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('workouts')
    .select(
      sql<
        Json<string[]>
      >`(select json_group_array(value ->> 'exerciseId') from json_each(content, '$.exercises'))`.as('ids'),
    )
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(recentWorkouts),
)

/** The ids of the exercises in a user's recent workouts, those in the most workouts first, ties by id. */
export async function listUsedExerciseIds(db: Reader, userId: string): Promise<string[]> {
  const workoutCounts = new Map<string, number>()
  for (const { ids } of await selectNewestWorkouts.all(db, { userId })) {
    for (const id of new Set(fromJson(ids))) workoutCounts.set(id, (workoutCounts.get(id) ?? 0) + 1)
  }
  return [...workoutCounts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([id]) => id)
}
