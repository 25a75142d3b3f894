import type { Schemas } from '#generated/types.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

/** A workout that showed that some muscles had been trained too much. Times are in milliseconds since 1970. */
export interface OverreachedWorkout {
  readonly startedAt: number
  readonly timeZone: string
  readonly muscles: readonly Schemas['Muscle'][]
}

const selectLastOverreached = prepare(
  (db, p: { readonly userId: string; readonly before: number; readonly limit: number }) =>
    db
      .selectFrom('packedWorkouts')
      .select(['startedAt', 'timeZone', 'overreached'])
      .where('userId', '=', p.userId)
      .where('overreached', 'is not', null)
      .where('startedAt', '<', p.before)
      .orderBy('startedAt', 'desc')
      .limit(p.limit),
)

/** A user's last overreached workouts before an instant, latest first. */
export async function listOverreached(
  db: Reader,
  userId: string,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<OverreachedWorkout[]> {
  const rows = await selectLastOverreached.all(db, { userId, before, limit })
  return rows.flatMap(({ startedAt, timeZone, overreached }) =>
    overreached === null ? [] : { startedAt, timeZone, muscles: fromJson(overreached) },
  )
}
