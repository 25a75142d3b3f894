import { type Selectable, sql } from 'kysely'
import { TurnSize } from '#lib/turn-size.ts'
import { yieldToRequests } from '#lib/yield.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { MeasurementsTable } from '../schema/measurements.ts'
import type { WorkoutRow } from '../workouts/rows.ts'

/** The columns that determine whether a file's workout already exists, possibly as a tombstone. */
export type ExistingWorkout = Pick<
  WorkoutRow,
  'id' | 'name' | 'startedAt' | 'timeZone' | 'deletedAt' | 'revision'
>

/** The columns that determine whether a file's measurement already exists, possibly as a tombstone. */
export type ExistingMeasurement = Pick<
  Selectable<MeasurementsTable>,
  'id' | 'kind' | 'value' | 'unit' | 'measuredAt' | 'deletedAt' | 'revision'
>

interface Page {
  readonly userId: string
  readonly after: string
  readonly limit: number
}

const selectWorkouts = prepare((db, { userId, after, limit }: Page) =>
  db
    .selectFrom('workouts')
    .select(sql<string | null>`content ->> 'name'`.as('name'))
    .select(['id', 'startedAt', 'timeZone', 'deletedAt', 'revision'])
    .where('userId', '=', userId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
)

const selectMeasurements = prepare((db, { userId, after, limit }: Page) =>
  db
    .selectFrom('measurements')
    .select(['id', 'kind', 'value', 'unit', 'measuredAt', 'deletedAt', 'revision'])
    .where('userId', '=', userId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
)

/** All workouts of a user, including deleted ones, without their contents; read in pages. */
export function existingWorkouts(db: Reader, userId: string): Promise<ExistingWorkout[]> {
  return allById((page) => selectWorkouts.all(db, { userId, ...page }))
}

/** All measurements of a user, including deleted ones; read in pages. */
export function existingMeasurements(db: Reader, userId: string): Promise<ExistingMeasurement[]> {
  return allById((page) => selectMeasurements.all(db, { userId, ...page }))
}

/** All of a user's rows, ordered by id, with pauses between pages. */
export async function allById<Row extends { readonly id: string }>(
  read: (page: { readonly after: string; readonly limit: number }) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const turn = new TurnSize({ initial: 50, max: 1000 })
  const allRows: Row[] = []
  for (let after = ''; ; ) {
    const limit = turn.items
    const rows = await turn.measure(() => read({ after, limit }))
    for (const row of rows) allRows.push(row)
    const last = rows.at(-1)
    if (!last || rows.length < limit) return allRows
    after = last.id
    await yieldToRequests()
  }
}
