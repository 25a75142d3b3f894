import { SQLiteError } from 'bun:sqlite'
import { Unavailable } from '#lib/unavailable.ts'

/** How many seconds clients wait before they retry after damage, which only the operator can repair. */
const retryAfterDamageSeconds = 60

/** The database file can't be read because a page is damaged or the disk is failing. */
export class DamagedDatabaseError extends Unavailable {
  override name = 'DamagedDatabaseError'
  constructor(cause: SQLiteError) {
    super(
      `The server's database file ${describeDamage(cause)}: its operator must check the disk, ` +
        'and restore a backup if `bun run doctor` finds damage.',
      retryAfterDamageSeconds,
      { cause },
    )
  }
}

function describeDamage({ code }: SQLiteError): string {
  if (code === 'SQLITE_NOTADB') return 'is not a database'
  return code?.startsWith('SQLITE_IOERR') ? `can't be read (${code})` : `is damaged (${code})`
}

/** SQLite's result codes for a file that can't be read: https://sqlite.org/rescode.html */
const damageCodes = /^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA|IN_PAGE))/

const diskFullMessage = "The server's disk is full: nothing can be saved until there is space."

/** The translation of SQLite's error for a full disk. */
export function diskFull(): Unavailable {
  return new Unavailable(diskFullMessage)
}

/** Temporary failures by result code, including extended ones. */
const temporaryFailures: readonly (readonly [code: RegExp, message: string])[] = [
  [/^SQLITE_FULL$/, diskFullMessage],
  [/^SQLITE_READONLY/, "The server's data folder is read-only: nothing can be saved."],
  [/^SQLITE_(BUSY|LOCKED)/, 'The database is busy. Try again.'],
  [/^SQLITE_(IOERR|CANTOPEN)/, "The server's disk can't be written to: nothing can be saved at the moment."],
]

/**
 * Translates an error of SQLite, so that nothing outside the engine needs to know its codes. Returns
 * other errors unchanged.
 */
export function translateError(error: unknown): unknown {
  if (!(error instanceof SQLiteError) || error.code === undefined) return error
  const { code } = error
  if (damageCodes.test(code)) return new DamagedDatabaseError(error)
  const [, message] = temporaryFailures.find(([pattern]) => pattern.test(code)) ?? []
  return message === undefined ? error : new Unavailable(message, 5, { cause: error })
}

/** Runs SQLite code and translates its errors. */
export function translatingErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw translateError(error)
  }
}
