import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'

interface TimeZonesQuery extends Instants {
  readonly userId: string
  readonly otherThan: string
}

const selectTimeZones = prepare((db, { userId, from, before, otherThan }: TimeZonesQuery) =>
  db
    .selectFrom('workouts')
    .select(['id', 'timeZone'])
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('startedAt', '>=', from)
    .where('startedAt', '<', before)
    .where('timeZone', '!=', otherThan),
)

/** A workout's id and time zone. */
export interface WorkoutTimeZone {
  readonly id: string
  readonly timeZone: string
}

/** A user's workouts within a time span, with their time zones, except those in the time zone `otherThan`. */
export function listWorkoutsOutsideTimeZone(
  db: Reader,
  userId: string,
  range: Instants,
  otherThan: string,
): Promise<WorkoutTimeZone[]> {
  return selectTimeZones.all(db, { userId, ...range, otherThan })
}
