import type { Reader } from '#db/schema/index.ts'
import { listWorkouts, type WorkoutOrder, type WorkoutPosition } from '#db/workouts/list.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'

/** How many workouts are read at a time: few enough for other requests to be answered in between. */
const pageSize = 40

/** All of a user's workouts that aren't deleted, page by page. */
export async function* workoutPages(
  db: Reader,
  userId: string,
  order: WorkoutOrder,
): AsyncGenerator<WorkoutAggregate[]> {
  let after: WorkoutPosition | undefined
  do {
    const page = await listWorkouts(db, userId, {}, { after, limit: pageSize, order })
    yield page
    const last = page.length < pageSize ? undefined : page.at(-1)?.workout
    after = last && { startedAt: last.startedAt, id: last.id }
  } while (after)
}
