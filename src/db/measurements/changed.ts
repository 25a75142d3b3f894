import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import { type ChangedRow, type ChangesPage, lastOnPage } from '../sync/changes.ts'
import type { MeasurementRow } from './measurements.ts'

const changedQuery = prepare((db, p: ChangesPage) =>
  db
    .selectFrom('measurements')
    .selectAll()
    .where('userId', '=', p.userId)
    .where('seq', '>', p.after)
    .where('seq', '<=', lastOnPage(db, p)),
)

/** The measurements on a page of changes. */
export async function listChangedMeasurements(
  db: Reader,
  page: ChangesPage,
): Promise<ChangedRow<MeasurementRow>[]> {
  return (await changedQuery.all(db, page)).map((row) => ({ seq: row.seq, stored: row }))
}
