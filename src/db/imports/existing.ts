import { type Selectable, sql } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { MeasurementsTable } from '../schema/measurements.ts'
import type { WorkoutRow } from '../workouts/rows.ts'

/** What shows whether a workout of a file already exists, including tombstones. */
export type ExistingWorkout = Pick<
  WorkoutRow,
  'id' | 'name' | 'startedAt' | 'timeZone' | 'deletedAt' | 'revision'
>

/** What shows whether a measurement of a file already exists, including tombstones. */
export type ExistingMeasurement = Pick<
  Selectable<MeasurementsTable>,
  'id' | 'kind' | 'value' | 'unit' | 'measuredAt' | 'deletedAt' | 'revision'
>

interface Whose {
  readonly userId: string
}

const workoutsQuery = prepare((db, { userId }: Whose) =>
  db
    .selectFrom('workouts')
    .select(sql<string | null>`content ->> 'name'`.as('name'))
    .select(['id', 'startedAt', 'timeZone', 'deletedAt', 'revision'])
    .where('userId', '=', userId),
)

const measurementsQuery = prepare((db, { userId }: Whose) =>
  db
    .selectFrom('measurements')
    .select(['id', 'kind', 'value', 'unit', 'measuredAt', 'deletedAt', 'revision'])
    .where('userId', '=', userId),
)

/** All workouts of a user, including deleted ones, without their contents. */
export function existingWorkouts(db: Reader, userId: string): Promise<ExistingWorkout[]> {
  return workoutsQuery.all(db, { userId })
}

/** All measurements of a user, including deleted ones. */
export function existingMeasurements(db: Reader, userId: string): Promise<ExistingMeasurement[]> {
  return measurementsQuery.all(db, { userId })
}
