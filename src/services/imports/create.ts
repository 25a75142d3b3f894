import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import { insertImport } from '#db/imports/imports.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import type { Created } from '../crud/results.ts'
import { pack, packJson } from './archive.ts'
import { collectWhileImporting, countImport, freeMemoryLater } from './free-memory.ts'
import { type Interrupted, maxFileBytes, prepareFile, type UnreadableFile } from './prepare-file.ts'
import { type ImportReport, presentUnpacked, reportOf } from './report.ts'

/** A file to import, and the sender's information about it. */
export interface Upload {
  readonly file: Blob
  /** By default, the profile's. */
  readonly timeZone?: string | undefined
  readonly weightUnit?: Schemas['WeightUnit'] | undefined
  readonly dayOrder?: Schemas['DayOrder'] | undefined
}

/** A successfully read upload, ready to be stored as a pending import. */
export interface ReadUpload {
  readonly kind: 'read'
  readonly report: ImportReport
  readonly row: Pick<StoredImport, 'timeZone' | 'weightUnit' | 'report' | 'file'>
}

type StoredImport = Parameters<typeof insertImport>[1]

/** The reason why an upload can't be read. */
export type UnreadableUpload = { readonly kind: 'file_too_large' } | UnreadableFile | Interrupted

export type UploadResult = (ReadUpload | UnreadableUpload) & AsyncDisposable

/** Reads an upload. Writes nothing; the file's memory is freed when the result is disposed of. */
export async function readUpload(
  db: Reader,
  user: Profile,
  { file, timeZone = user.timeZone, weightUnit, dayOrder }: Upload,
  options: {
    readonly signal?: AbortSignal | undefined
    readonly onProgress?: ((fraction: number) => void) | undefined
  } = {},
): Promise<UploadResult> {
  if (file.size > maxFileBytes)
    return { kind: 'file_too_large', [Symbol.asyncDispose]: async () => undefined }
  await using cleanup = new AsyncDisposableStack()
  countImport()
  collectWhileImporting(file.size)
  cleanup.defer(() => freeMemoryLater(file.size))
  const result = await prepareFile(db, user, () => file.bytes(), {
    ...options,
    timeZone,
    weightUnit,
    dayOrder,
  })
  if (result.kind !== 'prepared') {
    const remaining = cleanup.move()
    return { ...result, [Symbol.asyncDispose]: () => remaining.disposeAsync() }
  }
  const report = reportOf(result.prepared)
  const row = {
    timeZone,
    weightUnit: weightUnit ?? null,
    report: await packJson(report),
    file: await pack(await file.bytes()),
  }
  const remaining = cleanup.move()
  return { kind: 'read', report, row, [Symbol.asyncDispose]: () => remaining.disposeAsync() }
}

/** Stores a read upload as a pending import. */
export async function storeUpload(
  db: Reader,
  userId: string,
  upload: ReadUpload | UnreadableUpload,
  now: number,
): Promise<Created<Schemas['Import']> | UnreadableUpload> {
  if (upload.kind !== 'read') return upload
  const { row, report } = upload
  const stored = { ...row, id: newId(), createdAt: now }
  await transact(db, userId, (tx) => insertImport(tx, { ...stored, userId }))
  const state = { ...stored, report, status: 'pending', committedAt: null, undoneAt: null } as const
  return { kind: 'created', value: presentUnpacked(state) }
}
