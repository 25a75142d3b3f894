import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { readWorkout } from '../workouts/document.ts'
import type { SetRow } from '../workouts/rows.ts'

const selectWorkouts = prepare((db, p: { readonly userId: string; readonly workoutIds: Json<string[]> }) =>
  db
    .selectFrom('workouts')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('id', 'in', itemsOf(p.workoutIds)),
)

/** A set with the columns that every format can write. */
export type LiftedSet = Pick<
  SetRow,
  | 'exerciseId'
  | 'weightValue'
  | 'weightUnit'
  | 'assistanceValue'
  | 'assistanceUnit'
  | 'reps'
  | 'durationSeconds'
  | 'distanceValue'
  | 'distanceUnit'
> & { readonly workoutId: string }

/** The sets of some workouts, in no particular order. */
export async function liftedSets(
  db: Reader,
  userId: string,
  workoutIds: Iterable<string>,
): Promise<LiftedSet[]> {
  const rows = await selectWorkouts.all(db, { userId, workoutIds: listParameter(workoutIds) })
  return rows.flatMap((row) => readWorkout(row).sets.map((set) => ({ ...set, workoutId: row.id })))
}
