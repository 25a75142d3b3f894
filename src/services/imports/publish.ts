import { findProfile, type Profile, updateProfile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { findExercise } from '#db/exercises/find.ts'
import { isOwn } from '#db/exercises/rows.ts'
import { findSameName, hasTooManyExercises, reviveExercise, transferExercise } from '#db/exercises/save.ts'
import { existingMeasurements } from '#db/imports/existing.ts'
import { commitImportRow } from '#db/imports/imports.ts'
import { type ImportItemRow, recordItems } from '#db/imports/items.ts'
import { rememberNames } from '#db/imports/name-mappings.ts'
import { haveSettingsChanged, insertSettings } from '#db/imports/settings.ts'
import { countAhead, publish, WrittenMeanwhileError } from '#db/imports/write-ahead.ts'
import { writeMeasurements } from '#db/measurements/measurements.ts'
import type { ReplacedProfile } from '#db/schema/imports.ts'
import type { Db, Reader, Tx } from '#db/schema/index.ts'
import { raiseSeqBy } from '#db/sync/change-numbers.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { replaceWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import type { Current, Invalid, Missing } from '../crud/results.ts'
import { draftExercise } from '../exercises/shape.ts'
import { packedJson } from './archive.ts'
import type { PreparedCommit, WrittenAhead } from './commit.ts'
import { insertFollowed } from './followed-programs.ts'
import { findUnexpiredImport, type UnpackedImport } from './get.ts'
import type { Interrupted, UnreadableFile } from './prepare-file.ts'
import type { PreparedImport } from './prepared-import.ts'
import { patchOf, settingsOf } from './profile.ts'
import { type ChangedWorkout, presentUnpacked, type StoredReport } from './report.ts'

/** Why an import can't be committed. */
export type NotCommitted =
  | Missing<'import'>
  /** It was undone or discarded. */
  | { readonly kind: 'import_ended' }
  /** Part of what it would write exists by now. */
  | { readonly kind: 'import_outdated' }
  | { readonly kind: 'too_many_exercises' }
  | Invalid
  | UnreadableFile
  | Interrupted

/** Publishes what was prepared: all of it, or nothing if it returns another result or throws. */
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
    const done = await transact(db, user.id, (tx) => publishAll(tx, row, commit, now))
    return { kind: 'current', value: presentUnpacked(done) }
  } catch (error) {
    if (error instanceof WrittenMeanwhileError) return { kind: 'import_outdated' }
    if (error instanceof TooManyExercisesError) return { kind: 'too_many_exercises' }
    throw error
  }
}

class TooManyExercisesError extends Error {}

async function publishAll(
  tx: Tx,
  row: UnpackedImport,
  { prepared, writing, workouts, measurements, report }: WrittenAhead,
  now: number,
): Promise<UnpackedImport> {
  const { userId, id } = row
  await assertNew(tx, userId, { measurements, settings: prepared.settings })
  await insertExercises(tx, userId, prepared, now)
  const base = await raiseSeqBy(tx, userId, countAhead(workouts) + measurements.length)
  await publish(tx, writing, workouts, base)
  await writeMeasurements(
    tx,
    measurements.map((one) => ({ ...one, seq: one.seq + base })),
  )
  const changes = await replaceChanged(tx, userId, prepared, now)
  const replacedProfile = await importProfile(tx, userId, prepared, now)
  const followed = prepared.followed && (await insertFollowed(tx, userId, prepared.followed))
  const hasFollowed = followed && followed.programs.length + followed.runs.length > 0
  const stored: StoredReport = {
    ...report,
    ...(changes.length > 0 && { changes }),
    ...(hasFollowed && { followed }),
  }
  const done = { userId, id, committedAt: now, weightUnit: row.weightUnit }
  await commitImportRow(tx, { ...done, replacedProfile, report: await packedJson(stored) })
  await recordItems(tx, itemsOf(userId, id, prepared, measurements))
  await rememberNames(tx, userId, prepared.given)
  if (prepared.settings) await insertSettings(tx, userId, id, prepared.settings)
  return { ...row, ...done, report: stored, status: 'committed' }
}

/**
 * Writes the accepted changes. Resolves to what an undo needs to know about them.
 *
 * @throws {WrittenMeanwhileError} if one was deleted since the plan was made
 */
async function replaceChanged(
  tx: Tx,
  userId: string,
  { changes }: PreparedImport,
  now: number,
): Promise<ChangedWorkout[]> {
  const written: ChangedWorkout[] = []
  const items: ImportItemRow[] = []
  for (const { draft, importId, fingerprint, before } of changes) {
    const { id } = draft.workout
    const kept = await findWorkout(tx, userId, id)
    if (!kept || kept.workout.deletedAt !== null) throw new WrittenMeanwhileError()
    const { revision } = (await replaceWorkout(tx, kept, draft, now)).workout
    written.push({ id, revision, before })
    items.push({ userId, importId, kind: 'workout', id, revision, fingerprint })
  }
  await recordItems(tx, items)
  return written
}

/**
 * @throws {WrittenMeanwhileError} if a measurement or a setting was written by someone else since the plan
 * was made
 */
async function assertNew(
  db: Reader,
  userId: string,
  { measurements, settings }: Pick<WrittenAhead, 'measurements'> & Pick<PreparedImport, 'settings'>,
): Promise<void> {
  if (settings && (await haveSettingsChanged(db, userId, settings))) throw new WrittenMeanwhileError()
  if (measurements.length === 0) return
  const there = await existingMeasurements(db, userId)
  const revisions = new Map(there.map(({ id, revision }) => [id, revision]))
  if (measurements.some(({ id, revision }) => (revisions.get(id) ?? 0) >= revision)) {
    throw new WrittenMeanwhileError()
  }
}

/** How many exercises are written between counts. */
const checkedEvery = 100

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
      if (!stamps && (await findSameName(tx, draft)) !== undefined) throw new WrittenMeanwhileError()
      await transferExercise(
        tx,
        draft,
        stamps ?? { revision: 1, createdAt: now, updatedAt: now, deletedAt: null },
      )
    }
    if (index % checkedEvery === 0 && (await hasTooManyExercises(tx, userId)))
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

/** Everything except the workouts, which are recorded as they are written ahead. */
function itemsOf(
  userId: string,
  importId: string,
  { exercises }: PreparedImport,
  measurements: WrittenAhead['measurements'],
): ImportItemRow[] {
  const shared = { userId, importId, fingerprint: null }
  return [
    ...exercises.map(({ input, stamps }) => ({
      ...shared,
      kind: 'exercise' as const,
      id: input.id,
      revision: stamps?.revision ?? 1,
    })),
    ...measurements.map(({ id, revision }) => ({ ...shared, kind: 'measurement' as const, id, revision })),
  ]
}
