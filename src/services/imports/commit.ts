import { findProfile, type Profile, updateProfile } from '#db/accounts/users.ts'
import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { transact } from '#db/engine/transact.ts'
import { findExercise } from '#db/exercises/find.ts'
import { isOwn } from '#db/exercises/rows.ts'
import { hasTooManyExercises, insertExercise, reviveExercise, transferExercise } from '#db/exercises/save.ts'
import { existingMeasurements } from '#db/imports/existing.ts'
import { areChosenSince, makeSettings, settingsCounts } from '#db/imports/imported-settings.ts'
import { commitImportRow, findImportFile, type ImportState } from '#db/imports/imports.ts'
import { type ImportItemRow, noteItems } from '#db/imports/items.ts'
import { rememberNames } from '#db/imports/name-mappings.ts'
import { sweep } from '#db/imports/sweep.ts'
import { type AheadRow, publish, WrittenMeanwhileError, writeAhead } from '#db/imports/write-ahead.ts'
import { type MeasurementRow, writeMeasurements } from '#db/measurements/measurements.ts'
import type { ReplacedProfile } from '#db/schema/imports.ts'
import type { Db, Reader, Tx } from '#db/schema/index.ts'
import { raiseSeqBy } from '#db/sync/change-numbers.ts'
import type { Schemas } from '#generated/types.ts'
import type { FieldProblem } from '#http/contract-types.ts'
import { draftExercise } from '../exercises/shape.ts'
import { packedJson, unpacked } from './archive.ts'
import { findLiveImport } from './find.ts'
import { giveMemoryBack } from './give-memory-back.ts'
import { patchOf, settingsOf } from './profile.ts'
import { readFile } from './read.ts'
import type { Ready } from './ready.ts'
import { type ImportReport, reportOf } from './report.ts'

/** What a commit publishes: its workouts are already written, but hidden. */
interface Written {
  readonly token: string
  readonly workouts: readonly AheadRow[]
  readonly measurements: readonly MeasurementRow[]
  readonly report: Buffer
}

/** Everything that a commit does before its deciding transaction. */
export interface PreparedCommit extends AsyncDisposable {
  /** Absent if the import doesn't exist, isn't pending, or if something of it has meanwhile been added. */
  readonly ready?: Ready & Written
  readonly problems: readonly FieldProblem[]
}

/** The result of a commit. */
export type CommitOutcome =
  | { readonly kind: 'committed'; readonly row: ImportState }
  | { readonly kind: 'missing' | 'ended' | 'changed' | 'too_many' }

/**
 * Reads a pending import's file again, with the corrections, and writes its workouts ahead in turns. From
 * then until the result is disposed of, the user's own requests wait; whatever was not committed is swept
 * then.
 */
export async function prepareCommit(
  db: Db,
  user: Profile,
  id: string,
  corrections: Schemas['ImportCorrections'],
  now: number,
  onProgress?: (done: number) => void,
): Promise<PreparedCommit> {
  const nothing = { problems: [], [Symbol.asyncDispose]: async () => undefined }
  const row = await findLiveImport(db, user.id, id, now)
  const file = await findImportFile(db, user.id, id)
  if (!row || !file) return nothing
  const options = {
    timeZone: row.timeZone,
    weightUnit: corrections.unit ?? row.weightUnit ?? undefined,
    onProgress,
  }
  const bytes = await unpacked(file)
  const ready = await readFile(db, user, bytes, options, corrections.mappings)
  if (ready.problems.length > 0) return { ...nothing, problems: ready.problems }
  await using ends = new AsyncDisposableStack()
  ends.defer(() => giveMemoryBack(bytes.byteLength))
  ends.use(await holdUser(db, user.id))
  ends.defer(() => sweep(db, user.id))
  try {
    const written = await writeReady(db, { userId: user.id, importId: id }, ready, now)
    const ending = ends.move()
    return {
      ready: { ...ready, ...written },
      problems: [],
      [Symbol.asyncDispose]: () => ending.disposeAsync(),
    }
  } catch (error) {
    if (error instanceof WrittenMeanwhileError) return nothing
    throw error
  }
}

async function writeReady(
  db: Db,
  whose: { readonly userId: string; readonly importId: string },
  ready: Ready,
  now: number,
): Promise<Written> {
  const token = crypto.randomUUID()
  const rows = ready.rows(now)
  const writing = { ...whose, token, fingerprints: ready.fingerprints }
  const workouts = await writeAhead(db, writing, rows.workouts())
  const measurements = await rows.measurements()
  const report: ImportReport = {
    ...reportOf(ready),
    committed: {
      workouts: workouts.length,
      sets: ready.comparison.sets.new,
      measurements: measurements.length,
      exercises: ready.exercises.length,
      profile: ready.profile !== undefined,
      ...(ready.settings && { settings: { ...settingsCounts(ready.settings) } }),
    },
  }
  return { token, workouts, measurements, report: await packedJson(report) }
}

/** Publishes what was prepared: all of it, or nothing if the outcome is another one or it throws. */
export async function commitPrepared(
  db: Db | Tx,
  user: Profile,
  id: string,
  { ready }: PreparedCommit,
  now: number,
): Promise<CommitOutcome> {
  const row = await findLiveImport(db, user.id, id, now)
  if (!row) return { kind: 'missing' }
  if (row.status === 'committed') return { kind: 'committed', row }
  if (row.status !== 'pending') return { kind: 'ended' }
  if (!ready) return { kind: 'changed' }
  try {
    return await transact(db, user.id, (tx) => publishAll(tx, row, ready, now))
  } catch (error) {
    if (error instanceof WrittenMeanwhileError) return { kind: 'changed' }
    if (error instanceof TooManyExercisesError) return { kind: 'too_many' }
    throw error
  }
}

class TooManyExercisesError extends Error {}

async function publishAll(
  tx: Tx,
  row: ImportState,
  ready: Ready & Written,
  now: number,
): Promise<CommitOutcome> {
  const { userId, id } = row
  const { token, workouts, measurements, report } = ready
  await assertNew(tx, userId, ready)
  await makeExercises(tx, userId, ready, now)
  const base = await raiseSeqBy(tx, userId, workouts.length + measurements.length)
  await publish(tx, { userId, token }, workouts, base)
  await writeMeasurements(
    tx,
    measurements.map((one) => ({ ...one, seq: one.seq + base })),
  )
  const replacedProfile = await takeProfile(tx, userId, ready, now)
  const done = { userId, id, committedAt: now, report }
  await commitImportRow(tx, { ...done, weightUnit: row.weightUnit, replacedProfile })
  await noteItems(tx, itemsOf(userId, id, ready))
  await rememberNames(tx, userId, ready.given)
  if (ready.settings) await makeSettings(tx, userId, id, ready.settings)
  return { kind: 'committed', row: { ...row, ...done, status: 'committed' } }
}

/**
 * @throws {WrittenMeanwhileError} if a measurement or a setting was written by someone else since the plan
 * was made
 */
async function assertNew(
  db: Reader,
  userId: string,
  { measurements, settings }: Pick<Ready & Written, 'measurements' | 'settings'>,
): Promise<void> {
  if (settings && (await areChosenSince(db, userId, settings))) throw new WrittenMeanwhileError()
  if (measurements.length === 0) return
  const there = await existingMeasurements(db, userId)
  const revisions = new Map(there.map(({ id, revision }) => [id, revision]))
  if (measurements.some(({ id, revision }) => (revisions.get(id) ?? 0) >= revision)) {
    throw new WrittenMeanwhileError()
  }
}

async function makeExercises(tx: Tx, userId: string, { exercises }: Ready, now: number): Promise<void> {
  for (const { input, stamps } of exercises) {
    const draft = draftExercise(userId, input.id, input)
    const there = await findExercise(tx, userId, input.id)
    if (there && isOwn(there)) {
      if (there.deletedAt !== null) await reviveExercise(tx, there, draft, now)
    } else if (stamps) await transferExercise(tx, draft, stamps)
    else {
      const added = await insertExercise(tx, draft, now)
      if (added.kind === 'too_many') throw new TooManyExercisesError()
      if (added.kind !== 'added') throw new Error(`an exercise of an import can't be made: ${added.kind}`)
    }
  }
  if (exercises.length > 0 && (await hasTooManyExercises(tx, userId))) throw new TooManyExercisesError()
}

async function takeProfile(
  tx: Tx,
  userId: string,
  { profile }: Ready,
  now: number,
): Promise<ReplacedProfile | undefined> {
  if (!profile) return undefined
  const before = await findProfile(tx, userId)
  if (!before) return undefined
  const update = await updateProfile(tx, userId, patchOf(profile), () => true, now)
  if (update.kind !== 'saved') return undefined
  return { settings: settingsOf(before), revision: update.user.revision }
}

/** All but the workouts, which are recorded as they are written ahead. */
function itemsOf(userId: string, importId: string, ready: Ready & Written): ImportItemRow[] {
  const shared = { userId, importId }
  return [
    ...ready.exercises.map(({ input, stamps }) => ({
      ...shared,
      kind: 'exercise' as const,
      id: input.id,
      fingerprint: null,
      revision: stamps?.revision ?? 1,
    })),
    ...ready.measurements.map(({ id, revision }) => ({
      ...shared,
      kind: 'measurement' as const,
      id,
      fingerprint: null,
      revision,
    })),
  ]
}
