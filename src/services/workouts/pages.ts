import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import {
  listPresentedWorkouts,
  listWorkouts,
  type WorkoutOrder,
  type WorkoutPosition,
} from '#db/workouts/list.ts'
import type { StoredWorkout } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import type { JsonText } from '#lib/json-text.ts'
import { allPages, type PageRequest } from '#lib/page.ts'
import { presentWorkouts } from './present.ts'

/** The number of workouts to read at a time, small enough for other requests to run in between. */
const pageSize = 40

/** All of a user's workouts that aren't deleted, page by page. */
export function workoutPages(
  db: Reader,
  userId: string,
  order: WorkoutOrder,
): AsyncGenerator<readonly StoredWorkout[]> {
  return allPages(
    pageSize,
    (page: PageRequest<WorkoutPosition>) => listWorkouts(db, userId, {}, { ...page, order }),
    positionOf,
  )
}

/** All of a user's workouts that aren't deleted, page by page, in the contract's schema. */
export async function* presentedWorkoutPages(
  db: Reader,
  user: Profile,
  order: WorkoutOrder,
): AsyncGenerator<JsonText<Schemas['Workout']>[]> {
  const pages = allPages(
    pageSize,
    (page: PageRequest<WorkoutPosition>) => listPresentedWorkouts(db, user.id, {}, { ...page, order }),
    positionOf,
  )
  for await (const page of pages) yield await presentWorkouts(db, user, page, user.unit)
}

function positionOf({ startedAt, id }: WorkoutPosition): WorkoutPosition {
  return { startedAt, id }
}
