import { Unavailable } from '#lib/unavailable.ts'
import { TransactionConflictError } from '../transaction-conflict.ts'

/** A pooler switched to a server connection without the client's prepared statements. */
class LostStatementsError extends Error {
  override name = 'LostStatementsError'
  constructor(cause: Error) {
    super(
      "a pooler between Replog and the database doesn't keep prepared statements: set REPLOG_DATABASE_PREPARED=off",
      { cause },
    )
  }
}

/**
 * A row doesn't have the columns that the server described when the statement was prepared. Behind pgbouncer, which
 * prepares it again on a new connection, the server can't report that its tables have changed.
 */
export class ChangedColumnsError extends Error {
  override name = 'ChangedColumnsError'
  constructor() {
    super('the columns of a prepared statement have changed')
  }
}

/** Reported if a statement of this release finds a different schema. */
export const newerRelease = 'A newer release of Replog has changed the database: this node must be updated.'

/** Reported if the server, or a part of it, can't be reached. */
const unreachable = 'The database is temporarily unreachable. Try again.'

/** Temporary failures by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const temporaryFailures: readonly (readonly [code: RegExp, message: string])[] = [
  [/^53100$/, "The database's disk is full: nothing can be saved until there is space."],
  [/^53/, 'The database is overloaded. Try again.'],
  // An unknown table, column or function. A release's statements use only what its migrations create.
  [/^(42P01|42703|42883)$/, newerRelease],
  [/^25006$/, 'The database is temporarily read-only: nothing can be saved.'],
  [/^(55P03|57014)$/, 'The database took too long. Try again.'],
  [/^(58|XX00[12]$)/, "The database's disk has failed, or its data is damaged: see the log of PostgreSQL."],
  [/^(08|57P|25P03)/, unreachable],
]

/**
 * Messages of Citus, under PostgreSQL's code for internal errors, if a worker is lost in a transaction that writes to
 * it (`remote_transaction.c`, `placement_connection.c`), and those of libpq that Citus passes on (`remote_commands.c`).
 */
const lostWorkerMessages = [
  /^(could not commit transaction for shard|failure on connection marked as essential|failed to prepare transaction)/,
  /^(server closed the connection|connection not open|no connection to the server|could not (receive|send) data|SSL )/,
]

/** Error codes of Node's sockets and pg if the server can't be reached. */
const unreachableCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)/
const unreachableMessages =
  /timeout|Connection terminated|connection error|Client was closed|not queryable|pool after calling end/i

/**
 * Translates an error of PostgreSQL or its driver, so that nothing outside the engine needs to know their
 * codes. Returns other errors unchanged.
 */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Unavailable) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error instanceof ChangedColumnsError) return conflict(error)
  // Only server errors have a severity. Doesn't check the class, because this file is loaded without the
  // driver.
  if ('severity' in error) return translateServerError(error, code)
  if (unreachableCodes.test(code) || unreachableMessages.test(error.message))
    return new Unavailable(unreachable, 2, { cause: error })
  return error
}

/**
 * The error of a batch. Any error but the server's own means that the connection was lost, whatever the driver says:
 * sockets and the driver have too many errors to list.
 */
export function connectionFailure(error: unknown): unknown {
  return error instanceof Error && 'severity' in error
    ? error
    : new Unavailable(unreachable, 2, { cause: error })
}

/** The error if no connection could be opened: the server or the network may have changed since the node started. */
export function unavailableDatabase(cause: unknown): Unavailable {
  const translated = translateError(cause)
  return translated instanceof Unavailable ? translated : new Unavailable(unreachable, 2, { cause })
}

/** Whether a prepared statement must be prepared again, mostly because its tables have changed. */
export function isStalePlan(error: unknown): boolean {
  if (error instanceof ChangedColumnsError) return true
  if (!(error instanceof Error && 'code' in error)) return false
  if (error.code === '0A000') return /cached plan/.test(error.message)
  // After a failed batch, pgbouncer can be wrong about which of its statements the server has.
  return (error.code === '42P05' || error.code === '26000') && /"PGBOUNCER_/.test(error.message)
}

/** Whether a statement failed because a row has the key of an existing one. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** Whether a statement failed because it waited for a lock for longer than `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03'
}

/** Whether a statement failed because the server no longer has it, although it was prepared. */
export function isMissingStatement(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '26000'
}

/** Whether a statement failed only because an earlier one in its transaction did. */
export function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02'
}

function conflict(cause: Error): TransactionConflictError {
  return new TransactionConflictError('The change conflicted with another one. Try again.', 1, { cause })
}

function translateServerError(error: Error, code: string): unknown {
  if (code === '40001' || code === '40P01' || isStalePlan(error)) return conflict(error)
  // 42P05: the name of the prepared statement already exists.
  if (code === '42P05' || isMissingStatement(error)) return new LostStatementsError(error)
  if (code === 'XX000' && lostWorkerMessages.some((pattern) => pattern.test(error.message)))
    return new Unavailable(unreachable, 2, { cause: error })
  const [, message] = temporaryFailures.find(([pattern]) => pattern.test(code)) ?? []
  return message === undefined ? error : new Unavailable(message, 2, { cause: error })
}
