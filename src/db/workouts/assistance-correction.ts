import type { Json } from '../engine/json.ts'
import { itemsOf, listParameter } from '../engine/json-list.ts'
import { prepare } from '../engine/prepare.ts'
import { transactHousekeeping } from '../engine/transact.ts'
import type { Db, Reader } from '../schema/index.ts'
import type { MetaKey } from '../schema/service.ts'

interface ExercisesOfUser {
  readonly userId: string
  readonly ids: Json<string[]>
}

const selectWorkoutIds = prepare((db, { userId, ids }: ExercisesOfUser) =>
  db
    .selectFrom('performedExercises')
    .select('workoutId')
    .distinct()
    .where('userId', '=', userId)
    .where('exerciseId', 'in', itemsOf(ids)),
)

/** The ids of a user's workouts with any of these exercises. */
export async function listWorkoutIdsWithExercises(
  db: Reader,
  userId: string,
  exerciseIds: Iterable<string>,
): Promise<string[]> {
  const rows = await selectWorkoutIds.all(db, { userId, ids: listParameter(exerciseIds) })
  return rows.map(({ workoutId }) => workoutId)
}

const key: MetaKey = 'assistance'

/** The users whose workouts may still have weights on assisted exercises; none once they are corrected. */
export async function usersToCorrect(db: Db): Promise<string[]> {
  if (await db.selectFrom('meta').select('key').where('key', '=', key).executeTakeFirst()) return []
  const users = await db.selectFrom('users').select('id').execute()
  return users.map(({ id }) => id)
}

/** Records that the workouts of all users have been corrected. */
export function markCorrected(db: Db): Promise<unknown> {
  return transactHousekeeping(db, (tx) =>
    tx
      .insertInto('meta')
      .values({ key, value: '1' })
      .onConflict((on) => on.doNothing())
      .execute(),
  )
}
