import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

/** How many of the newest workouts are considered. */
const recentWorkouts = 200

const useQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('workoutExercises')
    .select('exerciseId')
    .where('userId', '=', userId)
    .where('workoutId', 'in', (newest) =>
      newest
        .selectFrom('workouts')
        .select('id')
        .where('userId', '=', userId)
        .where('deletedAt', 'is', null)
        .orderBy('startedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(recentWorkouts),
    )
    .groupBy('exerciseId')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('exerciseId'),
)

/** The ids of the exercises in a user's recent workouts, those in most workouts first. */
export async function listUsedExerciseIds(db: Reader, userId: string): Promise<string[]> {
  const rows = await useQuery.all(db, { userId })
  return rows.map(({ exerciseId }) => exerciseId)
}
