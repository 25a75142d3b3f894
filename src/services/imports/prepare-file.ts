import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { ImportFileError, type ReadOptions } from '#interchange/model.ts'
import { oneFileAtATime } from './one-file-at-a-time.ts'
import type { PreparedImport } from './prepared-import.ts'

/** The maximum file size, in bytes (20 MiB). */
export const maxFileBytes = 20 * 1024 * 1024

/** The file can't be read at all. */
export interface UnreadableFile {
  readonly kind: 'unreadable_file'
  readonly code: ImportFileError['code']
  /** Human-readable; quotes only the part of the file that has the error. */
  readonly message: string
  /** From 1. */
  readonly line: number | undefined
}

/** The client disconnected or the server is stopping. */
export interface Interrupted {
  readonly kind: 'interrupted'
}

/** A file that was read and compared with the user's data. */
export interface PreparedFile {
  readonly kind: 'prepared'
  readonly prepared: PreparedImport
}

/**
 * Reads a file and compares it with the user's data. Writes nothing. Files are read one at a time,
 * because reading one may take ten times its size in memory; `load` resolves to its bytes, which are
 * released as soon as possible.
 */
export async function prepareFile(
  db: Reader,
  user: Profile,
  load: () => Promise<Uint8Array>,
  options: ReadOptions,
  corrections: Pick<Schemas['ImportCorrections'], 'mappings' | 'accept'> = {},
): Promise<PreparedFile | UnreadableFile | Interrupted> {
  const { signal } = options
  try {
    const prepared = await oneFileAtATime(() => prepare(db, user, load, options, corrections))
    return { kind: 'prepared', prepared }
  } catch (error) {
    if (error instanceof ImportFileError) {
      const { code, message, line } = error
      return { kind: 'unreadable_file', code, message, line }
    }
    if (signal?.aborted) return { kind: 'interrupted' }
    throw error
  }
}

async function prepare(
  db: Reader,
  user: Profile,
  load: () => Promise<Uint8Array>,
  options: ReadOptions,
  corrections: Pick<Schemas['ImportCorrections'], 'mappings' | 'accept'>,
): Promise<PreparedImport> {
  options.signal?.throwIfAborted()
  // Loaded on demand, because the code for formats and names takes 20 ms to load.
  const [{ readLog }, { accountRules }, { prepareAccount }, { prepareLog }] = await Promise.all([
    import('#interchange/read-log.ts'),
    import('./lists.ts'),
    import('./prepare-account.ts'),
    import('./prepare-log.ts'),
  ])
  const log = await readLog(await load(), { ...options, accountRules })
  return log.account
    ? prepareAccount(db, user, log, log.account, options.signal)
    : prepareLog(db, user, log, corrections, options.signal)
}
