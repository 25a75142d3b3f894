/** The server can't serve now or asks to come back later, or something else answered in its place. */
export function notNow(answer?: Response): Error {
  return new Error('offline', { cause: answer })
}

/** Whether an answer says nothing about the request itself, so that it should be sent again. */
export function isPassing(status: number): boolean {
  return status >= 500 || [408, 425, 429].includes(status)
}

/**
 * How long the answer behind an error asks to wait, by its `Retry-After` (RFC 9110: seconds, or a date).
 * Milliseconds; 0 if it doesn't say.
 */
export function retryAfter(error: unknown): number {
  const answer = error instanceof Error && error.cause
  if (!(answer instanceof Response)) return 0
  const header = (name: string) => answer.headers.get(name) ?? ''
  const text = header('retry-after')
  const milliseconds = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.parse(header('date'))
  return Math.max(0, milliseconds) || 0
}

/**
 * How long to wait after this many failures in a row: a random time below a limit that doubles from one
 * second up to five minutes ("full jitter":
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). Milliseconds.
 */
export function backoff(failures: number, random: () => number): number {
  return random() * Math.min(300_000, 500 * 2 ** failures)
}
