import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { listPresentedWorkouts, type WorkoutPosition } from '#db/workouts/list.ts'
import { workoutSearchPhrase } from '#db/workouts/search-text.ts'
import type { Schemas } from '#generated/types.ts'
import type { JsonText } from '#lib/json-text.ts'
import type { PageRequest } from '#lib/page.ts'
import { listPage } from '../crud/page.ts'
import { type Invalid, invalid, type Listed } from '../crud/results.ts'
import { type DayQuery, localRange, rangeReversed } from '../training-log/day-range.ts'
import { presentInTurns } from './present.ts'

/** Filters of a list of workouts. A missing field doesn't narrow the list. */
interface WorkoutQuery extends DayQuery {
  readonly exerciseId?: string
  readonly status?: Schemas['WorkoutStatus']
  readonly q?: string
  readonly unit?: Schemas['WeightUnit']
}

/** A page of a user's workouts, newest first. */
export async function listWorkouts(
  db: Reader,
  user: Profile,
  { q, exerciseId, status, unit = user.unit, ...days }: WorkoutQuery,
  page: PageRequest<WorkoutPosition>,
): Promise<Listed<JsonText<Schemas['Workout']>, WorkoutPosition> | Invalid> {
  const range = localRange(user, days)
  if (!range) return invalid(rangeReversed)
  const filter = { ...range, exerciseId, status, text: q === undefined ? undefined : workoutSearchPhrase(q) }
  return listPage(
    page,
    (pagePlusOne) => listPresentedWorkouts(db, user.id, filter, pagePlusOne),
    ({ startedAt, id }) => ({ startedAt, id }),
    (rows) => presentInTurns(db, user, rows, unit),
  )
}
