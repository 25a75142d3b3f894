import { ConcurrentWriteError } from '#db/imports/hidden-rows.ts'
import { findImport, listCommitted } from '#db/imports/imports.ts'
import { type ImportItemRow, recordItems } from '#db/imports/items.ts'
import type { Tx } from '#db/schema/index.ts'
import type { WorkoutContent } from '#db/schema/workouts.ts'
import { contentOf } from '#db/workouts/content.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { findRevision } from '#db/workouts/revisions.ts'
import type { SavedWorkout, WorkoutDraft } from '#db/workouts/rows.ts'
import { replaceWorkout } from '#db/workouts/save.ts'
import { newId } from '#lib/new-id.ts'
import { draftWorkout } from '../workouts/draft.ts'
import { inTimeZone } from '../workouts/time-zone.ts'
import { acceptChange } from './accept-change.ts'
import { unpackJson } from './archive.ts'
import type { AcceptedChange } from './prepared-import.ts'
import type { ChangedWorkout, StoredReport } from './report.ts'

/**
 * Writes the accepted changes, and resolves to the data that an undo needs.
 *
 * @throws {ConcurrentWriteError} if a workout was deleted after the plan was made
 */
export async function replaceChanged(
  tx: Tx,
  userId: string,
  changes: readonly AcceptedChange[],
  now: number,
): Promise<ChangedWorkout[]> {
  const changedWorkouts: ChangedWorkout[] = []
  const items: ImportItemRow[] = []
  const revisionsOfFiles = await listRevisionsOfFiles(tx, userId, changes)
  for (const change of changes) {
    const { importId, importedRevision, fingerprint, before } = change
    const { id } = change.draft.workout
    const existing = await findWorkout(tx, userId, id)
    if (!existing || existing.workout.deletedAt !== null) throw new ConcurrentWriteError()
    const base = await findImported(tx, existing, revisionsOfFiles.get(id) ?? importedRevision)
    const { file, merged } = acceptChange({
      base,
      current: contentOf(existing),
      file: contentOf(change.draft),
    })
    // The file's version is kept as a revision, because the next accepted file is compared with it.
    const asInFile = await replaceWorkout(tx, existing, draftOf(userId, file), now)
    const { workout } = await replaceWorkout(tx, asInFile, draftOf(userId, merged), now)
    changedWorkouts.push({
      id,
      revision: workout.revision,
      previous: existing.workout.revision,
      asInFile: asInFile.workout.revision,
      before,
    })
    // The item keeps the revision of its import, so that undoing the import finds the workout changed and keeps it.
    items.push({ userId, importId, kind: 'workout', id, revision: importedRevision, fingerprint })
  }
  await recordItems(tx, items)
  return changedWorkouts
}

function draftOf(userId: string, content: WorkoutContent): WorkoutDraft {
  return inTimeZone(draftWorkout(userId, content.id, content, newId), content.timeZone)
}

/** A workout as the last import wrote it, at a revision; undefined if that state is no longer stored. */
async function findImported(
  tx: Tx,
  existing: SavedWorkout,
  importedRevision: number,
): Promise<WorkoutContent | undefined> {
  const { userId, id, revision } = existing.workout
  if (revision === importedRevision) return contentOf(existing)
  // A stored workout has all ids.
  return (await findRevision(tx, userId, id, importedRevision))?.content as WorkoutContent | undefined
}

/** The maximum number of imports to search for the last one that changed a workout. */
const maxSearched = 50

/**
 * By id, the revision at which each workout last equaled a file whose changes were accepted. Each report is unpacked
 * once, because it may have thousands of changes.
 */
async function listRevisionsOfFiles(
  tx: Tx,
  userId: string,
  workouts: readonly AcceptedChange[],
): Promise<ReadonlyMap<string, number>> {
  const revisions = new Map<string, number>()
  const sought = new Set(workouts.map(({ draft }) => draft.workout.id))
  if (sought.size === 0) return revisions
  for (const importId of await listCommitted(tx, userId, maxSearched)) {
    const row = await findImport(tx, userId, importId)
    const { changes = [] } = row ? await unpackJson<StoredReport>(row.report) : {}
    for (const { id, revision, asInFile = revision } of changes)
      if (sought.delete(id)) revisions.set(id, asInFile)
    if (sought.size === 0) break
  }
  return revisions
}
