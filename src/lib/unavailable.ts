/** Thrown for what will work again soon (a lock held too long, a full disk): 503 with `Retry-After`. */
export class Unavailable extends Error {
  /** Whole seconds. */
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds = 5) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * SQLite result codes that aren't the request's fault, extended ones included:
 * https://sqlite.org/rescode.html
 */
const passing = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)(_|$)/

/** How many seconds to wait before retrying if the error is temporary; `undefined` for a defect of ours. */
export function retryAfterOf(error: unknown): number | undefined {
  if (error instanceof Unavailable) return error.retryAfterSeconds
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && passing.test(error.code) ? 5 : undefined
}
