import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { type ChangedRow, type ChangesPage, lastOnPage } from '../sync/changes.ts'
import { ownExercises } from './every-exercise.ts'
import { isOwn, type OwnExerciseRow } from './rows.ts'

const selectChangedExercises = prepare((db, p: ChangesPage) =>
  ownExercises(db, p.userId).where('seq', '>', p.after).where('seq', '<=', lastOnPage(db, p)),
)

/** The user's own exercises on a page of changes. */
export async function listChangedExercises(
  db: Reader,
  page: ChangesPage,
): Promise<ChangedRow<OwnExerciseRow>[]> {
  return (await selectChangedExercises.all(db, page))
    .filter(isOwn)
    .map((row) => ({ seq: row.seq, stored: row }))
}
