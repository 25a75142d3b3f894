import { findProfile, type Profile, updateProfile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { findExercise } from '#db/exercises/find.ts'
import { isOwn } from '#db/exercises/rows.ts'
import { findSameName, hasTooManyExercises, reviveExercise, transferExercise } from '#db/exercises/save.ts'
import { ConcurrentWriteError } from '#db/imports/hidden-rows.ts'
import { commitImportRow } from '#db/imports/imports.ts'
import { type ImportItemRow, recordItems } from '#db/imports/items.ts'
import { rememberNames } from '#db/imports/name-mappings.ts'
import { publish } from '#db/imports/publish.ts'
import { haveSettingsChanged, insertSettings } from '#db/imports/settings.ts'
import type { ReplacedProfile } from '#db/schema/imports.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import { fillTotals } from '#db/workouts/fill-totals.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Invalid, Missing } from '../crud/results.ts'
import { draftExercise } from '../exercises/shape.ts'
import { storeMemoryNow } from '../training-log/store-memory.ts'
import { packJson } from './archive.ts'
import type { PreparedCommit, WrittenAhead } from './commit.ts'
import { findUnexpiredImport, type UnpackedImport } from './get.ts'
import { insertLists } from './lists.ts'
import type { Interrupted, UnreadableFile } from './prepare-file.ts'
import type { PreparedImport } from './prepared-import.ts'
import { patchOf, settingsOf } from './profile.ts'
import { replaceChanged } from './replace-changed.ts'
import { presentUnpacked, type StoredReport } from './report.ts'

/** The reason why an import can't be committed. */
export type NotCommitted =
  | Missing<'import'>
  /** It was undone or discarded. */
  | { readonly kind: 'import_ended' }
  /** Part of what it would write already exists. */
  | { readonly kind: 'import_outdated' }
  | { readonly kind: 'too_many_exercises' }
  | Invalid
  | UnreadableFile
  | Interrupted

/** Publishes a prepared import: all of it, or nothing if it returns another result or throws. */
export async function commitPrepared(
  db: Db | Tx,
  user: Profile,
  id: string,
  commit: PreparedCommit,
  now: number,
): Promise<Current<Schemas['Import']> | NotCommitted> {
  if (commit.kind !== 'written' && commit.kind !== 'nothing') return commit
  const row = await findUnexpiredImport(db, user.id, id, now)
  if (!row) return { kind: 'missing', resource: 'import' }
  if (row.status === 'committed') return { kind: 'current', value: presentUnpacked(row) }
  if (row.status !== 'pending') return { kind: 'import_ended' }
  if (commit.kind === 'nothing') return { kind: 'import_outdated' }
  try {
    const committed = await transact(db, user.id, (tx) => publishAll(tx, row, commit, now))
    // In the transaction of a request with an `Idempotency-Key`, this is left to housekeeping and later reads.
    if (!db.isTransaction) {
      await fillTotals(db, user.id)
      await storeMemoryNow(db, user)
    }
    return { kind: 'current', value: presentUnpacked(committed) }
  } catch (error) {
    if (error instanceof ConcurrentWriteError) return { kind: 'import_outdated' }
    if (error instanceof TooManyExercisesError) return { kind: 'too_many_exercises' }
    throw error
  }
}

class TooManyExercisesError extends Error {}

async function publishAll(
  tx: Tx,
  row: UnpackedImport,
  { prepared, writing, ahead, report }: WrittenAhead,
  now: number,
): Promise<UnpackedImport> {
  const { userId, id } = row
  const { settings } = prepared
  if (settings && (await haveSettingsChanged(tx, userId, settings))) throw new ConcurrentWriteError()
  await insertExercises(tx, userId, prepared, now)
  await publish(tx, writing, ahead)
  const changes = await replaceChanged(tx, userId, prepared.changes, now)
  const replacedProfile = await importProfile(tx, userId, prepared, now)
  const followed = prepared.lists && (await insertLists(tx, prepared.lists))
  const stored: StoredReport = {
    ...report,
    ...(changes.length > 0 && { changes }),
    ...(followed && { followed }),
  }
  const commitData = { userId, id, committedAt: now, weightUnit: row.weightUnit }
  await commitImportRow(tx, { ...commitData, replacedProfile, report: await packJson(stored) })
  await recordItems(tx, exerciseItemsOf(userId, id, prepared))
  await rememberNames(tx, userId, prepared.namesToRemember)
  if (settings) await insertSettings(tx, userId, id, settings)
  return { ...row, ...commitData, report: stored, status: 'committed' }
}

/** The number of exercises to write between two checks of their count. */
const checkInterval = 100

async function insertExercises(
  tx: Tx,
  userId: string,
  { exercises }: PreparedImport,
  now: number,
): Promise<void> {
  for (const [index, { input, stamps }] of exercises.entries()) {
    const draft = draftExercise(userId, input.id, input)
    const existing = await findExercise(tx, userId, input.id)
    if (existing && isOwn(existing)) {
      if (existing.deletedAt !== null) await reviveExercise(tx, existing, draft, now)
    } else {
      if (!stamps && (await findSameName(tx, draft)) !== undefined) throw new ConcurrentWriteError()
      await transferExercise(
        tx,
        draft,
        stamps ?? { revision: 1, createdAt: now, updatedAt: now, deletedAt: null },
      )
    }
    if (index % checkInterval === 0 && (await hasTooManyExercises(tx, userId)))
      throw new TooManyExercisesError()
  }
  if (exercises.length > 0 && (await hasTooManyExercises(tx, userId))) throw new TooManyExercisesError()
}

async function importProfile(
  tx: Tx,
  userId: string,
  { profile }: PreparedImport,
  now: number,
): Promise<ReplacedProfile | undefined> {
  if (!profile) return undefined
  const before = await findProfile(tx, userId)
  if (!before) return undefined
  const update = await updateProfile(tx, userId, patchOf(profile), () => true, now)
  if (update.kind !== 'saved') return undefined
  return { settings: settingsOf(before), revision: update.user.revision }
}

/** The items left to record: only exercises, because workouts and measurements are recorded when written ahead. */
function exerciseItemsOf(userId: string, importId: string, { exercises }: PreparedImport): ImportItemRow[] {
  return exercises.map(({ input, stamps }) => ({
    userId,
    importId,
    kind: 'exercise',
    id: input.id,
    revision: stamps?.revision ?? 1,
    fingerprint: null,
  }))
}
