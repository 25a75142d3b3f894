import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'

interface ZonesQuery extends Instants {
  readonly userId: string
  readonly otherThan: string
}

const selectZones = prepare((db, { userId, from, before, otherThan }: ZonesQuery) =>
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
export interface WorkoutZone {
  readonly id: string
  readonly timeZone: string
}

/** A user's workouts within a time span whose time zone isn't `otherThan`, with their time zones. */
export function listTimeZonesExcept(
  db: Reader,
  userId: string,
  range: Instants,
  otherThan: string,
): Promise<WorkoutZone[]> {
  return selectZones.all(db, { userId, ...range, otherThan })
}
