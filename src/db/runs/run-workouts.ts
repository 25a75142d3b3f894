import { prepare } from '../engine/prepare.ts'
import { readTogether } from '../engine/read-together.ts'
import type { Reader } from '../schema/index.ts'
import { contentOf, type WorkoutContent } from '../workouts/content.ts'
import { aggregateOf } from '../workouts/find.ts'
import { exerciseColumns, setColumns } from '../workouts/rows.ts'

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

const exercisesQuery = prepare((db, p: Changed) =>
  db
    .selectFrom('workoutExercises')
    .select(exerciseColumns)
    .select('workoutId')
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', ofRun(db, p).where('planRunId', '=', p.runId).select('id')),
)

const setsQuery = prepare((db, p: Changed) =>
  db
    .selectFrom('sets')
    .select(setColumns)
    .select('workoutId')
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', ofRun(db, p).where('planRunId', '=', p.runId).select('id')),
)

/** The workouts that changed, by id: undefined for one that isn't part of the run, or no longer. */
export async function listRunWorkouts(
  db: Reader,
  changed: Changed,
): Promise<Map<string, WorkoutContent | undefined>> {
  const [workouts, exercises, sets] = await readTogether(db, () => [
    workoutsQuery.all(db, changed),
    exercisesQuery.all(db, changed),
    setsQuery.all(db, changed),
  ])
  const exercisesByWorkout = Map.groupBy(exercises, ({ workoutId }) => workoutId)
  const setsByWorkout = Map.groupBy(sets, ({ workoutId }) => workoutId)
  return new Map(
    workouts.map((row) => {
      const isPart = row.planRunId === changed.runId && row.deletedAt === null
      if (!isPart) return [row.id, undefined]
      const of = aggregateOf(row, exercisesByWorkout.get(row.id) ?? [], setsByWorkout.get(row.id) ?? [])
      return [row.id, contentOf(of)]
    }),
  )
}
