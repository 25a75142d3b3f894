import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { type ChangedRow, type ChangesPage, lastOnPage } from '../sync/changes.ts'
import { aggregateOf } from './find.ts'
import { exerciseColumns, setColumns, type WorkoutAggregate } from './rows.ts'

function changedOn(db: Reader, p: ChangesPage) {
  return db
    .selectFrom('workouts')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', lastOnPage(db, p))
}

const workoutsQuery = prepare((db, p: ChangesPage) => changedOn(db, p).selectAll())

const exercisesQuery = prepare((db, p: ChangesPage) =>
  db
    .selectFrom('workoutExercises')
    .select(exerciseColumns)
    .select('workoutId')
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', changedOn(db, p).select('id')),
)

const setsQuery = prepare((db, p: ChangesPage) =>
  db
    .selectFrom('sets')
    .select(setColumns)
    .select('workoutId')
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', changedOn(db, p).select('id')),
)

/** The workouts on a page of changes. Starts all its queries at once, for `readTogether`. */
export async function listChangedWorkouts(
  db: Reader,
  page: ChangesPage,
): Promise<ChangedRow<WorkoutAggregate>[]> {
  const [workouts, exercises, sets] = await Promise.all([
    workoutsQuery.all(db, page),
    exercisesQuery.all(db, page),
    setsQuery.all(db, page),
  ])
  const exercisesByWorkout = Map.groupBy(exercises, ({ workoutId }) => workoutId)
  const setsByWorkout = Map.groupBy(sets, ({ workoutId }) => workoutId)
  return workouts.map((row) => ({
    seq: row.seq,
    stored: aggregateOf(row, exercisesByWorkout.get(row.id) ?? [], setsByWorkout.get(row.id) ?? []),
  }))
}
