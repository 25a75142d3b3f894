import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { type UnpackedSet, unpackSets } from '../packed/unpack.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import { listTrainedExerciseIds } from './training-log.ts'

/** A set with its target, for progressions. */
export type TrainedSetRow = UnpackedSet

interface Range extends Instants {
  readonly userId: string
}

const selectSets = prepare(
  (db, { userId, from, before, exerciseIds }: Range & { readonly exerciseIds: Json<string[]> }) =>
    db
      .selectFrom('performedExercises')
      .select(['workoutId', 'startedAt', 'packedSets'])
      .where('userId', '=', userId)
      .where('exerciseId', 'in', itemsOf(exerciseIds))
      .where('startedAt', '>=', from)
      .where('startedAt', '<', before)
      .orderBy('startedAt')
      .orderBy('workoutId')
      .orderBy('exerciseId'),
)

const selectSetsOfExercise = prepare(
  (db, { userId, from, before, exerciseId, limit }: Range & { exerciseId: string; limit: number }) =>
    db
      .selectFrom('performedExercises')
      .select(['workoutId', 'startedAt', 'packedSets'])
      .where('userId', '=', userId)
      .where('exerciseId', '=', exerciseId)
      .where('startedAt', '>=', from)
      .where('startedAt', '<', before)
      .where(({ fn }) => fn<number>('length', ['packedSets']), '>', 0)
      .orderBy('startedAt', 'desc')
      .orderBy('workoutId', 'desc')
      .limit(limit),
)

const selectLastWorkout = prepare(
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

/**
 * The start of a user's last workout before a time, in milliseconds since 1970; undefined if there is
 * none.
 */
export async function lastStartBefore(
  db: Reader,
  userId: string,
  before: number,
): Promise<number | undefined> {
  const [last] = await selectLastWorkout.all(db, { userId, before })
  return last?.startedAt
}

/**
 * A user's sets within a time span, without warm-ups, oldest first, those of each exercise in
 * chronological order.
 */
export async function listTrainedSets(db: Reader, userId: string, range: Instants): Promise<TrainedSetRow[]> {
  const exerciseIds = listParameter(await listTrainedExerciseIds(db, userId))
  return unpackSets(await selectSets.all(db, { userId, exerciseIds, ...range }))
}

/** The last `limit` of a user's sets of one exercise within a time span; otherwise like `listTrainedSets`. */
export async function listTrainedSetsOf(
  db: Reader,
  userId: string,
  exerciseId: string,
  { limit, ...range }: Instants & { readonly limit: number },
): Promise<TrainedSetRow[]> {
  const rows = await selectSetsOfExercise.all(db, { userId, exerciseId, limit, ...range })
  return unpackSets(rows.reverse()).slice(-limit)
}
