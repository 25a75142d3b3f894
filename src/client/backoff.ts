/**
 * The longest wait that a server can ask for, in milliseconds. A longer one is a mistake, and timers would
 * overflow at 2^31.
 */
const maxRetryAfter = 3_600_000

/** The error for a server that can't be reached, has no capacity now, or is hidden by a proxy's response. */
export function unreachableError(response?: Response): Error {
  return new Error('offline', { cause: response })
}

/** Whether a status says nothing about the request itself, which should then be sent again. */
export function isTemporary(status: number): boolean {
  return status >= 500 || [408, 425, 429].includes(status)
}

/**
 * The wait that the response behind an error asks for in `Retry-After` (RFC 9110: seconds, or a date).
 * Milliseconds, up to an hour; 0 without that header.
 */
export function retryAfter(error: unknown): number {
  const response = error instanceof Error && error.cause
  if (!(response instanceof Response)) return 0
  const header = (name: string) => response.headers.get(name) ?? ''
  const text = header('retry-after')
  const milliseconds = Number(text) * 1000 || Date.parse(text) - Date.parse(header('date'))
  return Math.min(maxRetryAfter, Math.max(0, milliseconds) || 0)
}

/**
 * The wait after this many failures in a row: a random time below a limit that doubles from one second up to
 * five minutes ("full jitter":
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). Milliseconds.
 */
export function backoff(failures: number, random: () => number): number {
  return random() * Math.min(300_000, 500 * 2 ** failures)
}
