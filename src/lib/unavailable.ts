/**
 * Thrown for a temporary failure (a lock held too long, a full disk), which becomes a 503 with `Retry-After`.
 * The message may be shown to anyone; details for the log go into `cause`.
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

/** How many seconds to wait before retrying if the error is temporary; `undefined` for an unexpected one. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof Unavailable ? error.retryAfterSeconds : undefined
}
