import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { readWorkout } from './document.ts'
import type { SavedWorkout, StoredWorkout } from './rows.ts'

const selectRow = prepare((db, { userId, id }: { readonly userId: string; readonly id: string }) =>
  db.selectFrom('workouts').selectAll().where('userId', '=', userId).where('id', '=', id),
)

/** A workout's row, even if it is a tombstone. */
export function findWorkoutRow(db: Reader, userId: string, id: string): Promise<StoredWorkout | undefined> {
  return selectRow.first(db, { userId, id })
}

const selectId = prepare((db, { userId, id }: { readonly userId: string; readonly id: string }) =>
  db.selectFrom('workouts').select('id').where('userId', '=', userId).where('id', '=', id),
)

/** Whether there is a workout, even a tombstone. Cheaper than `findWorkoutRow`, even if there is none. */
export async function hasWorkout(db: Reader, userId: string, id: string): Promise<boolean> {
  return (await selectId.first(db, { userId, id })) !== undefined
}

/** A workout with its exercises and sets. A tombstone has none. */
export async function findWorkout(db: Reader, userId: string, id: string): Promise<SavedWorkout | undefined> {
  const row = await findWorkoutRow(db, userId, id)
  return row && readWorkout(row)
}
