import { haveMoreFollowed } from '#db/packed/packed-workouts.ts'
import type { Reader } from '#db/schema/index.ts'
import { lastRememberedLog } from './lift-memory.ts'

/** How many of the most recent workouts may change without making it expensive to fold the memory again. */
export const recentWorkouts = 32

/**
 * Whether a workout is one of the user's last ones. Queries the database only if the cached memory isn't
 * enough.
 */
export async function isRecent(db: Reader, userId: string, startedAt: number): Promise<boolean> {
  const oldest = lastRememberedLog(db, userId)?.tail.at(-recentWorkouts)?.startedAt
  if (oldest !== undefined && startedAt >= oldest) return true
  return !(await haveMoreFollowed(db, userId, startedAt, recentWorkouts))
}
