import { updateProfile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { takeOutSettings } from '#db/imports/imported-settings.ts'
import { endImportRow, type ImportState } from '#db/imports/imports.ts'
import { sweep } from '#db/imports/sweep.ts'
import { takeOut } from '#db/imports/take-out.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import { packedJson, unpackedJson } from './archive.ts'
import { findLiveImport } from './find.ts'
import { patchOf } from './profile.ts'
import type { ImportReport } from './report.ts'

/**
 * Makes the user's own requests wait until this is disposed of; that sweeps the contents of the workouts
 * taken out.
 */
export async function prepareUndo(db: Db, userId: string): Promise<AsyncDisposable> {
  const ends = new AsyncDisposableStack()
  ends.use(await holdUser(db, userId))
  ends.defer(() => sweep(db, userId))
  return ends
}

/** Removes what an import wrote, or discards a pending one. Undefined if there is no such import. */
export async function undoImport(
  tx: Tx,
  userId: string,
  id: string,
  now: number,
): Promise<ImportState | undefined> {
  const row = await findLiveImport(tx, userId, id, now)
  if (row?.status !== 'pending' && row?.status !== 'committed') return row
  if (row.status === 'pending') {
    const ended = { userId, id, status: 'discarded', undoneAt: null, report: row.report } as const
    await endImportRow(tx, ended)
    return { ...row, ...ended }
  }
  const taken = await takeOut(tx, userId, id, now)
  const settings = await takeOutSettings(tx, { userId, id }, now)
  const profile = await giveProfileBack(tx, row, now)
  const before = await unpackedJson<ImportReport>(row.report)
  const undone = { ...taken, profile, ...(settings && { settings: { ...settings } }) }
  const report = await packedJson({ ...before, undone } satisfies ImportReport)
  const ended = { userId, id, status: 'undone', undoneAt: now, report } as const
  await endImportRow(tx, ended)
  return { ...row, ...ended }
}

/** Unless the user has changed it since. */
async function giveProfileBack(
  tx: Tx,
  { userId, replacedProfile }: ImportState,
  now: number,
): Promise<boolean> {
  if (replacedProfile === null) return false
  const { settings, revision } = fromJson(replacedProfile)
  const update = await updateProfile(tx, userId, patchOf(settings), (current) => current === revision, now)
  return update.kind === 'saved'
}
