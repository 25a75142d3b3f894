import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { WorkoutContent } from '../schema/workouts.ts'
import type { Instants } from '../values/instant.ts'

interface Changed {
  readonly userId: string
  readonly runId: string
  /** Only changes after this number; undefined for all. */
  readonly after: number | undefined
}

function ofRun(db: Reader, { userId, runId, after }: Changed) {
  const query = db.selectFrom('workouts').where('userId', '=', userId)
  return after === undefined
    ? query.where('planRunId', '=', runId).where('deletedAt', 'is', null)
    : query.where('seq', '>', after)
}

const workoutsQuery = prepare((db, p: Changed) => ofRun(db, p).selectAll())

const plannedQuery = prepare((db, { userId, from, before }: Instants & { readonly userId: string }) =>
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
  return new Set((await plannedQuery.all(db, { userId, ...range })).map(({ id }) => id))
}

/** The changed workouts, by id; undefined for one that isn't part of the run. */
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
