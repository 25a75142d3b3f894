import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { type ChangedRow, type ChangesPage, lastOnPage } from '../sync/changes.ts'
import type { StoredWorkout } from './rows.ts'

const workoutsQuery = prepare((db, p: ChangesPage) =>
  db
    .selectFrom('workouts')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', lastOnPage(db, p)),
)

/** The workouts on a page of changes. Starts its query at once, for `readTogether`. */
export async function listChangedWorkouts(
  db: Reader,
  page: ChangesPage,
): Promise<ChangedRow<StoredWorkout>[]> {
  return (await workoutsQuery.all(db, page)).map((row) => ({ seq: row.seq, stored: row }))
}
