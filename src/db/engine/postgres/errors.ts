import { Unavailable } from '#lib/unavailable.ts'

/** A transaction lost against another one, and nothing of it was saved: it may be run again at once. */
export class TransactionConflictError extends Unavailable {
  override name = 'TransactionConflictError'
}

/** A pooler in front of the server gives a client other connections than those that it has prepared statements on. */
class LostStatementsError extends Error {
  override name = 'LostStatementsError'
  constructor(cause: Error) {
    super(
      "a pooler between Replog and the database doesn't keep prepared statements: set REPLOG_DATABASE_PREPARED=off",
      { cause },
    )
  }
}

/** Shown where a statement of this release finds other tables than it knows. */
export const newerRelease = 'A newer release of Replog has changed the database: this node must be updated.'

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html): why nothing can be done now. */
const passing: readonly (readonly [code: RegExp, message: string])[] = [
  [/^53100$/, "The database's disk is full: nothing can be saved until there is room."],
  [/^53/, 'The database has too much to do. Try again.'],
  // An unknown table, column or function: no statement of a release names one that its migrations don't create.
  [/^(42P01|42703|42883)$/, newerRelease],
  [/^25006$/, 'The database is read-only for now: nothing can be saved.'],
  [/^(55P03|57014)$/, 'The database took too long. Try again.'],
  [/^(08|57P|25P03)/, 'The database is not reachable for now. Try again.'],
]

/** What Node's sockets and pg itself report when the server can't be reached. */
const unreachable = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)/
const unreachableMessages =
  /timeout|Connection terminated|connection error|Client was closed|not queryable|pool after calling end/i

/**
 * What to throw in place of an error of PostgreSQL's or of its driver, so that nothing outside of the engine
 * has to know their codes. Other errors stay as they are.
 */
export function translated(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Unavailable) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Only the server's own errors have a severity. Not by class: this file is loaded without the driver.
  if ('severity' in error) return translatedState(error, code)
  if (unreachable.test(code) || unreachableMessages.test(error.message)) {
    return new Unavailable('The database is not reachable for now. Try again.', 2, { cause: error })
  }
  return error
}

/** Whether a prepared statement's tables have changed since it was prepared: it must be prepared anew. */
export function isStalePlan(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message)
  )
}

function translatedState(error: Error, code: string): unknown {
  if (code === '40001' || code === '40P01' || isStalePlan(error)) {
    return new TransactionConflictError('Other changes got in the way. Try again.', 1, { cause: error })
  }
  // 42P05 and 26000: a name that is known already, or isn't.
  if (code === '42P05' || code === '26000') return new LostStatementsError(error)
  const [, message] = passing.find(([pattern]) => pattern.test(code)) ?? []
  return message === undefined ? error : new Unavailable(message, 2, { cause: error })
}
