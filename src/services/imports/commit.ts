import type { Profile } from '#db/accounts/users.ts'
import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { ConcurrentWriteError, type WriteAheadContext } from '#db/imports/hidden-rows.ts'
import { findImportFile } from '#db/imports/imports.ts'
import { countPendingWorkouts, type PendingPublication, publishInTurns } from '#db/imports/publish.ts'
import { settingsCounts } from '#db/imports/settings.ts'
import { sweep } from '#db/imports/sweep.ts'
import { writeAhead } from '#db/imports/write-ahead.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { unpack } from './archive.ts'
import { collectAfterReading, collectWhileImporting, countImport, freeMemoryLater } from './free-memory.ts'
import { findUnexpiredImport } from './get.ts'
import { type Interrupted, prepareFile, type UnreadableFile } from './prepare-file.ts'
import type { PreparedImport } from './prepared-import.ts'
import { type ImportReport, reportOf } from './report.ts'

/**
 * An import that was read again and written ahead: its workouts are stored, but hidden until they are
 * published.
 */
export interface WrittenAhead {
  readonly kind: 'written'
  readonly prepared: PreparedImport
  readonly writing: WriteAheadContext
  readonly ahead: PendingPublication
  readonly report: ImportReport
}

/** Nothing can be published: the import doesn't exist or isn't pending, or part of it already exists. */
interface NothingAhead {
  readonly kind: 'nothing'
}

/** The part of a commit before the transaction that publishes it. */
export type PreparedCommit = (WrittenAhead | NothingAhead | Invalid | UnreadableFile | Interrupted) &
  AsyncDisposable

/** The maximum number of problems with the corrections to list. */
const maxListedProblems = 50

/**
 * Reads a pending import's file again, with the corrections, and writes its workouts ahead in turns. The
 * user's other requests wait until the result is disposed of, which also removes anything that wasn't
 * committed.
 */
export async function prepareCommit(
  db: Db,
  user: Profile,
  id: string,
  corrections: Schemas['ImportCorrections'],
  now: number,
  options: {
    readonly signal?: AbortSignal | undefined
    readonly onProgress?: ((fraction: number) => void) | undefined
  } = {},
): Promise<PreparedCommit> {
  const noCleanup = { [Symbol.asyncDispose]: async () => undefined }
  const row = await findUnexpiredImport(db, user.id, id, now)
  const file = await findImportFile(db, user.id, id)
  if (!row || !file) return { kind: 'nothing', ...noCleanup }
  await using cleanup = new AsyncDisposableStack()
  countImport()
  let size = 0
  const load = async () => {
    const bytes = await unpack(file)
    size = bytes.byteLength
    collectWhileImporting(size)
    return bytes
  }
  cleanup.defer(() => freeMemoryLater(size))
  const result = await prepareFile(
    db,
    user,
    load,
    {
      ...options,
      timeZone: row.timeZone,
      weightUnit: corrections.unit ?? row.weightUnit ?? undefined,
      dayOrder: row.report.dayOrder,
    },
    corrections,
  )
  if (result.kind !== 'prepared') return { ...result, ...noCleanup }
  const { prepared } = result
  if (prepared.problems.length > 0)
    return { ...invalid(...prepared.problems.slice(0, maxListedProblems)), ...noCleanup }
  // Writing takes a while, but needs only part of the memory that reading did, so the rest is freed.
  collectAfterReading(size)
  cleanup.use(await holdUser(db, user.id))
  cleanup.defer(() => sweep(db, user.id, now))
  try {
    const written = await write(db, { userId: user.id, importId: id }, prepared, now)
    const remaining = cleanup.move()
    return { ...written, [Symbol.asyncDispose]: () => remaining.disposeAsync() }
  } catch (error) {
    if (error instanceof ConcurrentWriteError) return { kind: 'nothing', ...noCleanup }
    if (options.signal?.aborted) return { kind: 'interrupted', ...noCleanup }
    throw error
  }
}

async function write(
  db: Db,
  key: { readonly userId: string; readonly importId: string },
  prepared: PreparedImport,
  now: number,
): Promise<WrittenAhead> {
  const { comparison, exercises, profile, settings, changes, fingerprints } = prepared
  const writing = { ...key, token: crypto.randomUUID(), fingerprints, now }
  const written = await writeAhead(db, writing, prepared.rows(now))
  const report: ImportReport = {
    ...reportOf(prepared),
    committed: {
      workouts: countPendingWorkouts(written),
      sets: comparison.sets.new,
      measurements: written.measurements.length,
      exercises: exercises.length,
      profile: profile !== undefined,
      ...(changes.length > 0 && { changed: changes.length }),
      ...(settings && { settings: { ...settingsCounts(settings) } }),
    },
  }
  const ahead = await publishInTurns(db, key.userId, written)
  return { kind: 'written', prepared, writing, ahead, report }
}
