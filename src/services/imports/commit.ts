import type { Profile } from '#db/accounts/users.ts'
import { holdUser } from '#db/engine/process/exclusive-user.ts'
import { findImportFile } from '#db/imports/imports.ts'
import { settingsCounts } from '#db/imports/settings.ts'
import { sweep } from '#db/imports/sweep.ts'
import {
  type Ahead,
  countAhead,
  type Writing,
  WrittenMeanwhileError,
  writeAhead,
} from '#db/imports/write-ahead.ts'
import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { Db } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { type Invalid, invalid } from '../crud/results.ts'
import { unpacked } from './archive.ts'
import { freeMemory } from './free-memory.ts'
import { findUnexpiredImport } from './get.ts'
import { type Interrupted, prepareFile, type UnreadableFile } from './prepare-file.ts'
import type { PreparedImport } from './prepared-import.ts'
import { type ImportReport, reportOf } from './report.ts'

/** An import that was read again and written ahead: its workouts are stored, but hidden. */
export interface WrittenAhead {
  readonly kind: 'written'
  readonly prepared: PreparedImport
  readonly writing: Writing
  readonly workouts: Ahead
  readonly measurements: readonly MeasurementRow[]
  readonly report: ImportReport
}

/** Nothing can be published: the import doesn't exist or isn't pending, or part of it exists already. */
interface NothingAhead {
  readonly kind: 'nothing'
}

/** The part of a commit before the transaction that publishes it. */
export type PreparedCommit = (WrittenAhead | NothingAhead | Invalid | UnreadableFile | Interrupted) &
  AsyncDisposable

/** How many problems with the corrections are listed. */
const listedFaults = 50

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
  options: {
    readonly signal?: AbortSignal | undefined
    readonly onProgress?: ((done: number) => void) | undefined
  } = {},
): Promise<PreparedCommit> {
  const nothing = { [Symbol.asyncDispose]: async () => undefined }
  const row = await findUnexpiredImport(db, user.id, id, now)
  const file = await findImportFile(db, user.id, id)
  if (!row || !file) return { kind: 'nothing', ...nothing }
  await using ends = new AsyncDisposableStack()
  const bytes = await unpacked(file)
  ends.defer(() => freeMemory(bytes.byteLength))
  const reading = await prepareFile(
    db,
    user,
    bytes,
    {
      ...options,
      timeZone: row.timeZone,
      weightUnit: corrections.unit ?? row.weightUnit ?? undefined,
      dayOrder: row.report.dayOrder,
    },
    corrections,
  )
  if (reading.kind !== 'prepared') return { ...reading, ...nothing }
  const { prepared } = reading
  if (prepared.problems.length > 0)
    return { ...invalid(...prepared.problems.slice(0, listedFaults)), ...nothing }
  ends.use(await holdUser(db, user.id))
  ends.defer(() => sweep(db, user.id))
  try {
    const written = await write(db, { userId: user.id, importId: id }, prepared, now)
    const ending = ends.move()
    return { ...written, [Symbol.asyncDispose]: () => ending.disposeAsync() }
  } catch (error) {
    if (error instanceof WrittenMeanwhileError) return { kind: 'nothing', ...nothing }
    if (options.signal?.aborted) return { kind: 'interrupted', ...nothing }
    throw error
  }
}

async function write(
  db: Db,
  whose: { readonly userId: string; readonly importId: string },
  prepared: PreparedImport,
  now: number,
): Promise<WrittenAhead> {
  const { comparison, exercises, profile, settings, changes } = prepared
  const rows = prepared.rows(now)
  const writing = { ...whose, token: crypto.randomUUID(), fingerprints: prepared.fingerprints }
  const workouts = await writeAhead(db, writing, rows.workouts())
  const measurements = await rows.measurements()
  const report: ImportReport = {
    ...reportOf(prepared),
    committed: {
      workouts: countAhead(workouts),
      sets: comparison.sets.new,
      measurements: measurements.length,
      exercises: exercises.length,
      profile: profile !== undefined,
      ...(changes.length > 0 && { changed: changes.length }),
      ...(settings && { settings: { ...settingsCounts(settings) } }),
    },
  }
  return { kind: 'written', prepared, writing, workouts, measurements, report }
}
