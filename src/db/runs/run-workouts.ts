import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { WorkoutContent } from '../schema/workouts.ts'

interface Changed {
  readonly userId: string
  readonly runId: string
  /** Only what changed after this number; undefined for all. */
  readonly after: number | undefined
}

function ofRun(db: Reader, { userId, runId, after }: Changed) {
  const query = db.selectFrom('workouts').where('userId', '=', userId)
  return after === undefined
    ? query.where('planRunId', '=', runId).where('deletedAt', 'is', null)
    : query.where('seq', '>', after)
}

const workoutsQuery = prepare((db, p: Changed) => ofRun(db, p).selectAll())

/** The workouts that changed, by id: undefined for one that isn't part of the run, or no longer. */
export async function listRunWorkouts(
  db: Reader,
  changed: Changed,
): Promise<Map<string, WorkoutContent | undefined>> {
  const workouts = await workoutsQuery.all(db, changed)
  return new Map(
    workouts.map((row) => {
      const isPart = row.planRunId === changed.runId && row.deletedAt === null
      return [row.id, isPart && row.content !== null ? fromJson(row.content) : undefined]
    }),
  )
}
