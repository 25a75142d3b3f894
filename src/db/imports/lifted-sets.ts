import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

const setsQuery = prepare((db, p: { readonly userId: string; readonly workoutIds: Json<string[]> }) =>
  db
    .selectFrom('sets')
    .select([
      'workoutId',
      'exerciseId',
      'weightValue',
      'weightUnit',
      'assistanceValue',
      'assistanceUnit',
      'reps',
      'durationSeconds',
      'distanceValue',
      'distanceUnit',
    ])
    .where('userId', '=', p.userId)
    .where('workoutId', 'in', itemsOf(p.workoutIds)),
)

/** A set with the columns that every format can write. */
export type LiftedSet = Awaited<ReturnType<typeof liftedSets>>[number]

/** The sets of some workouts, in no particular order. */
export function liftedSets(db: Reader, userId: string, workoutIds: Iterable<string>) {
  return setsQuery.all(db, { userId, workoutIds: listParameter(workoutIds) })
}
