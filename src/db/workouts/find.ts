import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { readWorkout } from './document.ts'
import type { SavedWorkout, StoredWorkout } from './rows.ts'

const rowQuery = prepare((db, { userId, id }: { readonly userId: string; readonly id: string }) =>
  db.selectFrom('workouts').selectAll().where('userId', '=', userId).where('id', '=', id),
)

/** A workout's own row, even if it is a tombstone. */
export function findWorkoutRow(db: Reader, userId: string, id: string): Promise<StoredWorkout | undefined> {
  return rowQuery.first(db, { userId, id })
}

/** A workout with all its contents; a tombstone has none. */
export async function findWorkout(db: Reader, userId: string, id: string): Promise<SavedWorkout | undefined> {
  const row = await findWorkoutRow(db, userId, id)
  return row && readWorkout(row)
}
