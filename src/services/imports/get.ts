import { findImport, type ImportState, pendingLifetimeMs } from '#db/imports/imports.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Missing } from '../crud/results.ts'
import { unpackJson } from './archive.ts'
import { presentUnpacked, type StoredReport } from './report.ts'

/** An import with its report. */
export interface UnpackedImport extends Omit<ImportState, 'report'> {
  readonly report: StoredReport
}

/** Finds an import. A pending one that has expired counts as missing, even if it hasn't been deleted yet. */
export async function findUnexpiredImport(
  db: Reader,
  userId: string,
  id: string,
  now: number,
): Promise<UnpackedImport | undefined> {
  const row = await findImport(db, userId, id)
  if (!row || (row.status === 'pending' && row.createdAt + pendingLifetimeMs <= now)) return undefined
  return { ...row, report: await unpackJson<StoredReport>(row.report) }
}

/** Reads an import. */
export async function getImport(
  db: Reader,
  userId: string,
  id: string,
  now: number,
): Promise<Current<Schemas['Import']> | Missing<'import'>> {
  const row = await findUnexpiredImport(db, userId, id, now)
  return row ? { kind: 'current', value: presentUnpacked(row) } : { kind: 'missing', resource: 'import' }
}
