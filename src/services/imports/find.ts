import { findImport, type ImportState, pendingLifetimeMs } from '#db/imports/imports.ts'
import type { Reader } from '#db/schema/index.ts'

/** One import. A pending one that has expired counts as gone, whether or not it was collected yet. */
export async function findLiveImport(
  db: Reader,
  userId: string,
  id: string,
  now: number,
): Promise<ImportState | undefined> {
  const row = await findImport(db, userId, id)
  return row?.status === 'pending' && row.createdAt + pendingLifetimeMs <= now ? undefined : row
}
