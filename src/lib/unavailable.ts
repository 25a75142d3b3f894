/**
 * Thrown for a failure that waiting or the operator can end (a lock held too long, a full disk, a damaged database),
 * which becomes a 503 with `Retry-After`. The message may be shown to anyone; details for the log go into `cause`.
 */
export class Unavailable extends Error {
  override name = 'Unavailable'
  /** Whole seconds. */
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds = 5, options?: ErrorOptions) {
    super(message, options)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** How many seconds to wait before retrying if the server is unavailable; `undefined` for any other error. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof Unavailable ? error.retryAfterSeconds : undefined
}
