import type { Problem } from './types.ts'

/**
 * The device could not store a write, for lack of room or because its storage failed. No part of the write was
 * stored; `cause` is the browser's error.
 */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError'
}

/** Wraps the error of a failed write, which differs between browsers. */
export function asStorageFull(cause?: unknown): StorageFullError {
  if (cause instanceof StorageFullError) return cause
  return new StorageFullError('not stored', { cause })
}

/** Nobody is logged in. */
export class LoggedOutError extends Error {
  override readonly name = 'LoggedOutError'

  constructor() {
    super('logged out')
  }
}

/** Some of this user's writes have not reached the server: logging out would lose them. */
export class UnsentChangesError extends Error {
  override readonly name = 'UnsentChangesError'
  /** The number of unsent changes, including rejected ones. */
  readonly count: number

  constructor(count: number) {
    super(`unsent changes: ${count}`)
    this.count = count
  }
}

/** The server rejected a request. The message is about the first field that it rejected, if it names one. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  /** Why it was rejected. Undefined if something else responded, such as a proxy. */
  readonly problem: Problem | undefined
  readonly status: number

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.errors?.[0]?.message ?? problem?.detail ?? `status ${status}`)
    this.status = status
    this.problem = problem
  }
}
