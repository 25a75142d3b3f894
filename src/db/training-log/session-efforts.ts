import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import type { WorkoutRow } from '../workouts/rows.ts'

/** The columns that determine a session's load. Times are in milliseconds since 1970. */
export type SessionEffort = Pick<WorkoutRow, 'id' | 'startedAt' | 'endedAt' | 'timeZone' | 'exertion'>

interface Range extends Instants {
  readonly userId: string
}

function sessionsOf(db: Reader, userId: string) {
  return db
    .selectFrom('workouts')
    .select(['id', 'startedAt', 'endedAt', 'timeZone', 'exertion'])
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('startedAt')
}

const selectSessions = prepare((db, { userId, from, before }: Range) =>
  sessionsOf(db, userId).where('startedAt', '>=', from).where('startedAt', '<', before),
)

const selectFirstSession = prepare((db, { userId }: Pick<Range, 'userId'>) =>
  sessionsOf(db, userId).where('exertion', 'is not', null).where('endedAt', 'is not', null).limit(1),
)

/** A user's workouts within a time span with their session RPE, oldest first. */
export function listSessionEfforts(db: Reader, userId: string, range: Instants): Promise<SessionEffort[]> {
  return selectSessions.all(db, { userId, ...range })
}

/** The user's first workout with a known load. */
export function findFirstSession(db: Reader, userId: string): Promise<SessionEffort | undefined> {
  return selectFirstSession.first(db, { userId })
}
