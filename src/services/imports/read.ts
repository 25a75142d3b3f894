import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { ReadOptions } from '#interchange/model.ts'
import type { Ready } from './ready.ts'

/** The largest file, in bytes: 20 MiB. */
export const fileLimit = 20 * 1024 * 1024

/**
 * Reads a file and compares it with what the user has. Writes nothing.
 *
 * @throws {ImportFileError} if the file can't be read at all
 */
export async function readFile(
  db: Reader,
  user: Profile,
  bytes: Uint8Array,
  options: ReadOptions,
  corrections: readonly Schemas['ImportMapping'][] = [],
): Promise<Ready> {
  // Loaded on demand: the code that knows the formats and names takes 20 ms to load.
  const [{ readLog }, { accountRules }, { readyAccount }, { readyLog }] = await Promise.all([
    import('#interchange/read-log.ts'),
    import('./account-rules.ts'),
    import('./ready-account.ts'),
    import('./ready-log.ts'),
  ])
  const log = await readLog(bytes, { ...options, accountRules })
  return log.account ? readyAccount(db, user, log, log.account) : readyLog(db, user, log, corrections)
}
