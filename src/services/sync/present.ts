import type { Profile } from '#db/accounts/users.ts'
import type { OwnExerciseRow } from '#db/exercises/rows.ts'
import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import type { ChangedResource } from '#db/sync/changes.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import { presentExercise } from '../exercises/shape.ts'
import { presentMeasurement } from '../measurements/shape.ts'
import { presentWorkout, presentWorkouts } from '../workouts/present.ts'

/** Resources as they are now, in the shape of changes: workouts as `GET /api/workouts` returns them. */
export async function presentChanges(
  db: Reader,
  user: Profile,
  resources: readonly ChangedResource[],
): Promise<Schemas['SyncChange'][]> {
  const live = resources.flatMap((change) =>
    change.resource === 'workout' && change.aggregate.workout.deletedAt === null ? [change.aggregate] : [],
  )
  const values = new Map((await presentWorkouts(db, user, live, user.unit)).map((value) => [value.id, value]))
  return resources.map((change) => changeOf(change, values))
}

function changeOf(
  change: ChangedResource,
  workouts: ReadonlyMap<string, Schemas['Workout']>,
): Schemas['SyncChange'] {
  switch (change.resource) {
    case 'workout':
      return workoutChange(change.aggregate, workouts.get(change.aggregate.workout.id))
    case 'exercise':
      return exerciseChange(change.row)
    case 'measurement':
      return measurementChange(change.row)
  }
}

/** One workout as it is now. */
export async function presentWorkoutChange(
  db: Reader,
  user: Profile,
  aggregate: WorkoutAggregate,
): Promise<Schemas['WorkoutChange']> {
  const { deletedAt } = aggregate.workout
  return workoutChange(aggregate, deletedAt === null ? await presentWorkout(db, user, aggregate) : undefined)
}

/** An exercise as it is now; a deleted one with its content, since workouts refer to it. */
export function exerciseChange(row: OwnExerciseRow): Schemas['ExerciseChange'] {
  return {
    resource: 'exercise',
    id: row.id,
    op: opOf(row),
    revision: row.revision,
    value: presentExercise(row),
  }
}

/** A measurement as it is now. */
export function measurementChange(row: MeasurementRow): Schemas['MeasurementChange'] {
  return {
    resource: 'measurement',
    id: row.id,
    op: opOf(row),
    revision: row.revision,
    ...(row.deletedAt === null && { value: presentMeasurement(row) }),
  }
}

function workoutChange(
  { workout }: WorkoutAggregate,
  value: Schemas['Workout'] | undefined,
): Schemas['WorkoutChange'] {
  return {
    resource: 'workout',
    id: workout.id,
    op: opOf(workout),
    revision: workout.revision,
    ...(value && { value }),
  }
}

function opOf({ deletedAt }: { readonly deletedAt: number | null }): Schemas['SyncOp'] {
  return deletedAt === null ? 'put' : 'delete'
}
