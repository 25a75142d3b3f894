import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import type { WorkoutRow } from '../workouts/rows.ts'

/** The columns that determine a workout's session load (RPE × minutes). Times are in milliseconds since 1970. */
export type SessionEffort = Pick<WorkoutRow, 'id' | 'startedAt' | 'endedAt' | 'timeZone' | 'exertion'>

interface Range extends Instants {
  readonly userId: string
}

function effortsOf(db: Reader, userId: string) {
  return db
    .selectFrom('workouts')
    .select(['id', 'startedAt', 'endedAt', 'timeZone', 'exertion'])
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('startedAt')
}

const selectEfforts = prepare((db, { userId, from, before }: Range) =>
  effortsOf(db, userId).where('startedAt', '>=', from).where('startedAt', '<', before),
)

const selectFirstEffort = prepare((db, { userId }: Pick<Range, 'userId'>) =>
  effortsOf(db, userId).where('exertion', 'is not', null).where('endedAt', 'is not', null).limit(1),
)

/** A user's workouts within a time span with their session RPE, oldest first. */
export function listSessionEfforts(db: Reader, userId: string, range: Instants): Promise<SessionEffort[]> {
  return selectEfforts.all(db, { userId, ...range })
}

/** The user's first workout with a known session load. */
export function findFirstSessionEffort(db: Reader, userId: string): Promise<SessionEffort | undefined> {
  return selectFirstEffort.first(db, { userId })
}
