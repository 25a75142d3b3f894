import { prepare } from '../engine/prepare.ts'
import { readTogether } from '../engine/read-together.ts'
import type { Reader } from '../schema/index.ts'
import {
  type Content,
  exerciseColumns,
  type SetRow,
  setColumns,
  type WorkoutAggregate,
  type WorkoutExerciseRow,
  type WorkoutRow,
} from './rows.ts'

interface OneWorkout {
  readonly userId: string
  readonly id: string
}

const rowQuery = prepare((db, { userId, id }: OneWorkout) =>
  db.selectFrom('workouts').selectAll().where('userId', '=', userId).where('id', '=', id),
)

const exercisesQuery = prepare((db, { userId, id }: OneWorkout) =>
  db
    .selectFrom('workoutExercises')
    .select(exerciseColumns)
    .where('userId', '=', userId)
    .where('workoutId', '=', id),
)

const setsQuery = prepare((db, { userId, id }: OneWorkout) =>
  db.selectFrom('sets').select(setColumns).where('userId', '=', userId).where('workoutId', '=', id),
)

/** A workout's own row, even if it is a tombstone. */
export function findWorkoutRow(db: Reader, userId: string, id: string): Promise<WorkoutRow | undefined> {
  return rowQuery.first(db, { userId, id })
}

/** A workout with all its contents; a tombstone has none. */
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
  return workout && aggregateOf(workout, exercises, sets)
}

/**
 * Assembles a workout from its rows, which it may modify. Sorting a few rows here is cheaper than an index
 * for the database to sort by.
 */
export function aggregateOf(
  workout: WorkoutRow,
  exercises: Content<WorkoutExerciseRow>[],
  sets: Content<SetRow>[],
): WorkoutAggregate {
  return { workout, exercises: exercises.sort(byPosition), sets: sets.sort(byPosition) }
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return a.position - b.position
}
