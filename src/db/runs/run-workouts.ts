import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { WorkoutContent } from '../schema/workouts.ts'
import type { Instants } from '../values/instant.ts'

interface RunWorkoutsQuery {
  readonly userId: string
  readonly runId: string
  /** Only changes after this number; undefined for all. */
  readonly after: number | undefined
}

function workoutsOfRun(db: Reader, { userId, runId, after }: RunWorkoutsQuery) {
  const query = db.selectFrom('workouts').where('userId', '=', userId)
  return after === undefined
    ? query.where('planRunId', '=', runId).where('deletedAt', 'is', null)
    : query.where('seq', '>', after)
}

const selectRunWorkouts = prepare((db, p: RunWorkoutsQuery) => workoutsOfRun(db, p).selectAll())

const selectPlannedWorkouts = prepare(
  (db, { userId, from, before }: Instants & { readonly userId: string }) =>
    db
      .selectFrom('workouts')
      .select('id')
      .where('userId', '=', userId)
      .where('planRunId', 'is not', null)
      .where('startedAt', '>=', from)
      .where('startedAt', '<', before)
      .where('deletedAt', 'is', null),
)

/** The workouts within a time span that belong to runs, by id. */
export async function listPlannedWorkouts(
  db: Reader,
  userId: string,
  range: Instants,
): Promise<ReadonlySet<string>> {
  return new Set((await selectPlannedWorkouts.all(db, { userId, ...range })).map(({ id }) => id))
}

/**
 * By id, the workouts of a run or, with `after`, all workouts that changed since then; undefined for one that isn't
 * part of the run.
 */
export async function listRunWorkouts(
  db: Reader,
  query: RunWorkoutsQuery,
): Promise<Map<string, WorkoutContent | undefined>> {
  const workouts = await selectRunWorkouts.all(db, query)
  return new Map(
    workouts.map((row) => {
      const isPart = row.planRunId === query.runId && row.deletedAt === null
      return [row.id, isPart && row.content !== null ? fromJson(row.content) : undefined]
    }),
  )
}
