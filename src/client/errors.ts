import type { Problem } from './types.ts'

/** The device has no room for a write. Nothing of it was stored. */
export class StorageFullError extends Error {}

/** Nobody is signed in. */
export class SignedOutError extends Error {
  constructor() {
    super('signed out')
  }
}

/** Writes of this user have not reached the server: a logout would lose them. */
export class UnsentChangesError extends Error {
  /** How many, the refused ones included. */
  readonly count: number

  constructor(count: number) {
    super(`${count} unsent`)
    this.count = count
  }
}

/** The server refused. */
export class ProblemError extends Error {
  /** Why; with another server's answer, as of a proxy, there is none. */
  readonly problem: Problem | undefined
  readonly status: number

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `status ${status}`)
    this.status = status
    this.problem = problem
  }
}
