import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import type { SetRow } from '../workouts/rows.ts'
import { inOrderDone, type PlacedSet } from './sets-in-order.ts'

/** A set with its place and what it was planned to be: what a progression follows from. */
export type TrainedSetRow = PlacedSet &
  Pick<SetRow, 'target' | 'restSeconds' | 'weightUnit' | 'assistanceUnit'>

interface Range extends Instants {
  readonly userId: string
}

const columns = [
  'sets.id',
  'sets.workoutId',
  'sets.exerciseId',
  'sets.performedAt',
  'sets.position',
  'sets.type',
  'sets.side',
  'sets.reps',
  'sets.weightGrams',
  'sets.assistanceGrams',
  'sets.durationSeconds',
  'sets.distanceMillimeters',
  'sets.rpe',
  'sets.rir',
  'sets.target',
  'sets.restSeconds',
  'sets.weightUnit',
  'sets.assistanceUnit',
] as const

// By workout: their sets lie together, where the index by time would have each looked up on its own.
const setsQuery = prepare((db, { userId, from, before }: Range) =>
  db
    .selectFrom('workouts')
    .innerJoin('sets', (join) =>
      join.onRef('sets.userId', '=', 'workouts.userId').onRef('sets.workoutId', '=', 'workouts.id'),
    )
    .select(columns)
    .where('workouts.userId', '=', userId)
    .where('workouts.deletedAt', 'is', null)
    .where('workouts.startedAt', '>=', from)
    .where('workouts.startedAt', '<', before)
    .where('sets.type', '!=', 'warmup'),
)

const setsOfExerciseQuery = prepare(
  (db, { userId, from, before, exerciseId, limit }: Range & { exerciseId: string; limit: number }) =>
    db
      .selectFrom('sets')
      .select(columns)
      .where('userId', '=', userId)
      .where('exerciseId', '=', exerciseId)
      .where('performedAt', '>=', from)
      .where('performedAt', '<', before)
      .where('type', '!=', 'warmup')
      .orderBy('performedAt', 'desc')
      .limit(limit),
)

const lastWorkoutQuery = prepare(
  (db, { userId, before }: { readonly userId: string; readonly before: number }) =>
    db
      .selectFrom('workouts')
      .select('startedAt')
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null)
      .where('startedAt', '<', before)
      .orderBy('startedAt', 'desc')
      .limit(1),
)

/** When a user's last workout before a time began, in milliseconds since 1970; undefined when there is none. */
export async function lastWorkoutBefore(
  db: Reader,
  userId: string,
  before: number,
): Promise<number | undefined> {
  const [last] = await lastWorkoutQuery.all(db, { userId, before })
  return last?.startedAt
}

/** A user's sets of a time, warm-ups left out, those of each exercise in the order in which they were done. */
export async function listTrainedSets(db: Reader, userId: string, range: Instants): Promise<TrainedSetRow[]> {
  return inOrderDone(db, userId, await setsQuery.all(db, { userId, ...range }))
}

/** The last of a user's sets of one exercise in a time, at most `limit`; else as `listTrainedSets`. */
export async function listTrainedSetsOf(
  db: Reader,
  userId: string,
  exerciseId: string,
  { limit, ...range }: Instants & { readonly limit: number },
): Promise<TrainedSetRow[]> {
  return inOrderDone(db, userId, await setsOfExerciseQuery.all(db, { userId, exerciseId, limit, ...range }))
}
