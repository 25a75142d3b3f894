import { prepare } from '../engine/prepare.ts'
import { readTogether } from '../engine/read-together.ts'
import { isOwn, type OwnExerciseRow } from '../exercises/rows.ts'
import type { MeasurementRow } from '../measurements/measurements.ts'
import type { Reader } from '../schema/index.ts'
import { aggregateOf } from '../workouts/find.ts'
import { exerciseColumns, setColumns, type WorkoutAggregate } from '../workouts/rows.ts'
import { findSyncState, type SyncState } from './state.ts'

/** A resource as it is now, even if deleted, and the number of its last change. */
export type ChangedResource = { readonly seq: number } & (
  | { readonly resource: 'workout'; readonly aggregate: WorkoutAggregate }
  | { readonly resource: 'exercise'; readonly row: OwnExerciseRow }
  | { readonly resource: 'measurement'; readonly row: MeasurementRow }
)

/** What has changed, oldest change first, and the user's state at the same moment. */
export interface Changes {
  readonly state: SyncState
  readonly resources: readonly ChangedResource[]
}

/** The changes after the number `after`, up to the number `upTo`; at most `limit` of them. */
interface Page {
  readonly userId: string
  readonly after: number
  readonly upTo: number
  readonly limit: number
}

/** The number of the last change of a page, whatever its kind: the page ends there in each table. */
function lastOf(db: Reader, p: Page) {
  const workouts = db
    .selectFrom('workouts')
    .select('seq')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', p.upTo)
  const exercises = db
    .selectFrom('exercises')
    .select('seq')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', p.upTo)
  const measurements = db
    .selectFrom('measurements')
    .select('seq')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', p.upTo)
  const page = workouts.unionAll(exercises).unionAll(measurements).orderBy('seq').limit(p.limit)
  return db.selectFrom(page.as('page')).select(({ fn }) => fn.max<number>('page.seq').as('seq'))
}

function workoutsOf(db: Reader, p: Page) {
  return db
    .selectFrom('workouts')
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', lastOf(db, p))
}

const workoutsQuery = prepare((db, p: Page) => workoutsOf(db, p).selectAll().orderBy('seq'))

const workoutExercisesQuery = prepare((db, p: Page) =>
  db
    .selectFrom('workoutExercises')
    .select(exerciseColumns)
    .select('workoutId')
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', workoutsOf(db, p).select('id')),
)

const setsQuery = prepare((db, p: Page) =>
  db
    .selectFrom('sets')
    .select(setColumns)
    .select('workoutId')
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', workoutsOf(db, p).select('id')),
)

const exercisesQuery = prepare((db, p: Page) =>
  db
    .selectFrom('exercises')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', lastOf(db, p))
    .orderBy('seq'),
)

const measurementsQuery = prepare((db, p: Page) =>
  db
    .selectFrom('measurements')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', lastOf(db, p))
    .orderBy('seq'),
)

/**
 * A user's changes after the number `after`, up to the number `upTo`, all read at one moment: each resource
 * once, at the place of its last change. `undefined` if the account is gone.
 */
export async function listChanges(
  db: Reader,
  userId: string,
  { after, upTo, limit }: Omit<Page, 'userId'>,
): Promise<Changes | undefined> {
  const page: Page = { userId, after, upTo, limit }
  // Each finds the end of the page by itself, so that none has to wait for another.
  const [state, workouts, workoutExercises, sets, exercises, measurements] = await readTogether(db, () => [
    findSyncState(db, userId),
    workoutsQuery.all(db, page),
    workoutExercisesQuery.all(db, page),
    setsQuery.all(db, page),
    exercisesQuery.all(db, page),
    measurementsQuery.all(db, page),
  ])
  if (!state) return undefined
  const exercisesByWorkout = Map.groupBy(workoutExercises, ({ workoutId }) => workoutId)
  const setsByWorkout = Map.groupBy(sets, ({ workoutId }) => workoutId)
  const resources: ChangedResource[] = [
    ...workouts.map((row) => ({
      resource: 'workout' as const,
      seq: row.seq,
      aggregate: aggregateOf(row, exercisesByWorkout.get(row.id) ?? [], setsByWorkout.get(row.id) ?? []),
    })),
    ...exercises.filter(isOwn).map((row) => ({ resource: 'exercise' as const, seq: row.seq, row })),
    ...measurements.map((row) => ({ resource: 'measurement' as const, seq: row.seq, row })),
  ]
  return { state, resources: resources.sort((a, b) => a.seq - b.seq) }
}
