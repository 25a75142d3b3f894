import { prepare } from '../prepared.ts'
import { readTogether } from '../read-together.ts'
import type { Reader } from '../schema.ts'
import type { SetRow, WorkoutAggregate, WorkoutExerciseRow, WorkoutRow } from './rows.ts'

interface OneWorkout {
  readonly userId: string
  readonly id: string
}

const rowQuery = prepare((db, { userId, id }: OneWorkout) =>
  db.selectFrom('workouts').selectAll().where('userId', '=', userId).where('id', '=', id),
)

// Without the ids of user and workout, which who asks knows: texts take longest to read, and these stand in
// every row.
const exercisesQuery = prepare((db, { userId, id }: OneWorkout) =>
  db
    .selectFrom('workoutExercises')
    .select(['id', 'position', 'exerciseId', 'supersetGroup', 'notes'])
    .where('userId', '=', userId)
    .where('workoutId', '=', id),
)

const setsQuery = prepare((db, { userId, id }: OneWorkout) =>
  db
    .selectFrom('sets')
    .select(['id', 'workoutExerciseId', 'position', 'type', 'exerciseId', 'performedAt'])
    .select(['weightValue', 'weightUnit', 'weightGrams'])
    .select(['assistanceValue', 'assistanceUnit', 'assistanceGrams'])
    .select(['distanceValue', 'distanceUnit', 'distanceMillimeters'])
    .select([
      'reps',
      'durationSeconds',
      'rpe',
      'rir',
      'side',
      'restSeconds',
      'completedAt',
      'notes',
      'target',
    ])
    .where('userId', '=', userId)
    .where('workoutId', '=', id),
)

/** A workout's own row, a tombstone too. */
export function findWorkoutRow(db: Reader, userId: string, id: string): Promise<WorkoutRow | undefined> {
  return rowQuery.first(db, { userId, id })
}

/** A workout with all that is in it; a tombstone comes with nothing in it. */
export async function findWorkout(
  db: Reader,
  userId: string,
  id: string,
): Promise<WorkoutAggregate | undefined> {
  const [workout, exercises, sets] = await readTogether(db, () => [
    findWorkoutRow(db, userId, id),
    exercisesQuery.all(db, { userId, id }),
    setsQuery.all(db, { userId, id }),
  ])
  if (!workout) return undefined
  const key = { userId, workoutId: id }
  return aggregateOf(workout, completed(exercises, key), completed(sets, key))
}

/** The rows, with what was known and therefore not read. */
function completed<Row extends object, Known extends object>(
  rows: readonly Row[],
  known: Known,
): (Row & Known)[] {
  return rows.map((row) => Object.assign(row, known))
}

/** A workout of its rows. Sorting a few rows here is cheaper than an index for the database to sort by. */
export function aggregateOf(
  workout: WorkoutRow,
  exercises: readonly WorkoutExerciseRow[],
  sets: readonly SetRow[],
): WorkoutAggregate {
  return { workout, exercises: exercises.toSorted(byPosition), sets: sets.toSorted(byPosition) }
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return a.position - b.position
}
