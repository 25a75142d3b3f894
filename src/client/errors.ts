import type { Problem } from './types.ts'

/** The device has no room for a write; nothing of it was stored. */
export class StorageFullError extends Error {}

/** Nobody is signed in. */
export class SignedOutError extends Error {
  constructor() {
    super('signed out')
  }
}

/** Some of this user's writes have not reached the server: logging out would lose them. */
export class UnsentChangesError extends Error {
  /** How many, including refused ones. */
  readonly count: number

  constructor(count: number) {
    super(`${count} unsent`)
    this.count = count
  }
}

/** The server refused a request. */
export class ProblemError extends Error {
  /** Why it was refused. Undefined if something else answered, such as a proxy. */
  readonly problem: Problem | undefined
  readonly status: number

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `status ${status}`)
    this.status = status
    this.problem = problem
  }
}
