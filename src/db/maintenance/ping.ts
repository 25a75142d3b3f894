import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

const selectEpoch = prepare((db) => db.selectFrom('meta').select('value').where('key', '=', 'epoch'))

/** Reads what every database contains; throws if the file can't be read. */
export async function databaseAnswers(db: Reader): Promise<void> {
  await selectEpoch.first(db, {})
}
