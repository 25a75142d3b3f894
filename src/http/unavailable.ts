/** Thrown for what will work again in a while (a lock held too long, a full disk): 503 with `Retry-After`. */
export class Unavailable extends Error {
  /** Whole seconds. */
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds = 5) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** SQLite's result codes that say nothing about the request, extended ones included: https://sqlite.org/rescode.html */
const passing = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)(_|$)/

/** The seconds after which to try again if the error is of the passing kind, `undefined` for a defect of ours. */
export function retryAfterOf(error: unknown): number | undefined {
  if (error instanceof Unavailable) return error.retryAfterSeconds
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && passing.test(error.code) ? 5 : undefined
}
