import { updateProfile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { transact } from '#db/engine/transact.ts'
import {
  type DeletedInTurns,
  deleteImported,
  deleteImportedInTurns,
  nothingDeleted,
} from '#db/imports/delete-imported.ts'
import { endImportRow, findImport } from '#db/imports/imports.ts'
import { importedItems, recordItems } from '#db/imports/items.ts'
import { deleteImportedSettings } from '#db/imports/settings.ts'
import { sweep } from '#db/imports/sweep.ts'
import type { Db, Reader, Tx } from '#db/schema/index.ts'
import { documentOf } from '#db/workouts/content.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { findRevision } from '#db/workouts/revisions.ts'
import type { SavedWorkout, WorkoutDraft } from '#db/workouts/rows.ts'
import { replaceWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import type { Current, Missing } from '../crud/results.ts'
import { draftWorkout } from '../workouts/draft.ts'
import { inTimeZone } from '../workouts/time-zone.ts'
import { packJson } from './archive.ts'
import { findUnexpiredImport, type UnpackedImport } from './get.ts'
import { deleteLists } from './lists.ts'
import { patchOf } from './profile.ts'
import { presentUnpacked, type StoredReport } from './report.ts'

/** The rows that an undo deleted before its transaction. The user's other requests wait until it is disposed of. */
export interface PreparedUndo extends AsyncDisposable {
  readonly deleted: DeletedInTurns
}

/**
 * Makes the user's other requests wait, and deletes a large import in turns, except for as much as fits in the undo's
 * own transaction. Disposing of the result removes the contents of the deleted workouts.
 */
export async function prepareUndo(db: Db, userId: string, id: string, now: number): Promise<PreparedUndo> {
  await using cleanup = new AsyncDisposableStack()
  cleanup.use(await holdUser(db, userId))
  cleanup.defer(() => sweep(db, userId, now))
  const row = await findImport(db, userId, id)
  let deleted = nothingDeleted
  if (row?.status === 'committed') {
    deleted = await deleteImportedInTurns(db, userId, id, now)
    // The undo checks which exercises are in use: slow until the contents of thousands of tombstones are removed.
    await sweep(db, userId, now)
  }
  const remaining = cleanup.move()
  return { deleted, [Symbol.asyncDispose]: () => remaining.disposeAsync() }
}

/** Undoes an import, except for what the user has changed since or still uses, or discards a pending import. */
export async function undoImport(
  db: Reader,
  userId: string,
  id: string,
  { deleted }: PreparedUndo,
  now: number,
): Promise<Current<Schemas['Import']> | Missing<'import'>> {
  const row = await transact(db, userId, (tx) => undo(tx, userId, id, deleted, now))
  return row ? { kind: 'current', value: presentUnpacked(row) } : { kind: 'missing', resource: 'import' }
}

async function undo(
  tx: Tx,
  userId: string,
  id: string,
  deletedInTurns: DeletedInTurns,
  now: number,
): Promise<UnpackedImport | undefined> {
  const row = await findUnexpiredImport(tx, userId, id, now)
  if (row?.status !== 'pending' && row?.status !== 'committed') return row
  if (row.status === 'pending') return endImport(tx, row, { status: 'discarded', undoneAt: null })
  const changed = await restoreChanged(tx, row, now)
  const deleted = await deleteImported(tx, userId, id, deletedInTurns, now)
  const settings = await deleteImportedSettings(tx, { userId, id }, now)
  const { followed } = row.report
  const deletedCounts = followed && (await deleteLists(tx, userId, followed, now))
  const profile = await restoreProfile(tx, row, now)
  const undone = {
    ...deleted,
    profile,
    ...deletedCounts,
    ...(row.report.changes && { changed }),
    ...(settings && { settings: { ...settings } }),
  }
  return endImport(tx, { ...row, report: { ...row.report, undone } }, { status: 'undone', undoneAt: now })
}

async function endImport(
  tx: Tx,
  row: UnpackedImport,
  outcome: { readonly status: 'discarded' | 'undone'; readonly undoneAt: number | null },
): Promise<UnpackedImport> {
  const { userId, id } = row
  const report = await packJson(row.report satisfies StoredReport)
  await endImportRow(tx, { userId, id, ...outcome, report })
  return { ...row, ...outcome }
}

/**
 * Restores the workouts that the commit changed, unless the user has changed them since. Resolves to the number of
 * restored workouts.
 */
async function restoreChanged(tx: Tx, { userId, report }: UnpackedImport, now: number): Promise<number> {
  const { changes = [] } = report
  if (changes.length === 0) return 0
  const items = await importedItems(tx, userId, 'workout')
  let restored = 0
  for (const { id, revision, previous = revision - 1, before: fingerprint } of changes) {
    const stored = await findWorkout(tx, userId, id)
    const item = items.get(id)
    if (stored?.workout.deletedAt !== null || !(await isStillAt(tx, stored, revision))) continue
    const draft = await draftOfRevision(tx, stored, previous)
    if (!draft) continue
    const { workout } = await replaceWorkout(tx, stored, draft, now, { reason: 'restored' })
    if (item) {
      // The restored state is an imported one only if the user hadn't changed the workout before this commit did.
      const wasAsImported = item.revision === previous
      const importedRevision = wasAsImported ? workout.revision : item.revision
      await recordItems(tx, [{ ...item, fingerprint, revision: importedRevision }])
    }
    restored++
  }
  return restored
}

/** Whether a workout is as it was at a revision, possibly because a later change was undone. */
async function isStillAt(tx: Tx, stored: SavedWorkout, revision: number): Promise<boolean> {
  if (stored.workout.revision === revision) return true
  const draft = await draftOfRevision(tx, stored, revision)
  return draft !== undefined && documentOf(draft) === documentOf(stored)
}

async function draftOfRevision(
  tx: Tx,
  { workout: { userId, id, timeZone } }: SavedWorkout,
  revision: number,
): Promise<WorkoutDraft | undefined> {
  const kept = await findRevision(tx, userId, id, revision)
  return kept && inTimeZone(draftWorkout(userId, id, kept.content, newId), kept.content.timeZone ?? timeZone)
}

/** Restores the profile, unless the user has changed it since. */
async function restoreProfile(
  tx: Tx,
  { userId, replacedProfile }: UnpackedImport,
  now: number,
): Promise<boolean> {
  if (replacedProfile === null) return false
  const { settings, revision } = fromJson(replacedProfile)
  const update = await updateProfile(tx, userId, patchOf(settings), (current) => current === revision, now)
  return update.kind === 'saved'
}
