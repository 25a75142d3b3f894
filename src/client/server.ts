import type { ReplogClient } from '#generated/client.ts'
import { isPassing, notNow } from './backoff.ts'
import type { Environment, Problem } from './types.ts'

/** How long an answer may take, in milliseconds. */
const patience = 30_000

/** What the sync needs from the server. */
export interface Server extends Pick<Environment, 'after' | 'random'> {
  readonly client: ReplogClient
  /** Aborts when the session is left, and every request with it. */
  readonly signal: AbortSignal
}

/** An answer of the typed client. */
interface Answer<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** The server's own description of an error; undefined if something else answered, such as a proxy. */
export function problemOf(error: unknown): Problem | undefined {
  // Only a Replog server's problems have a `code`.
  const problem = error as Problem | undefined
  return problem?.code ? problem : undefined
}

/**
 * A signal that aborts with the server's signal, or after this many milliseconds unless the time is renewed.
 */
export function expiring({ signal, after }: Server, delay: number) {
  const ending = new AbortController()
  let stop = () => {}
  const end = () => {
    stop()
    signal.removeEventListener('abort', end)
    ending.abort()
  }
  const renew = () => {
    stop()
    stop = after(delay, end)
  }
  signal.addEventListener('abort', end)
  renew()
  if (signal.aborted) end()
  return { signal: ending.signal, renew, end }
}

/**
 * Makes a request that is aborted after 30 seconds.
 *
 * @throws what `fetch` throws; also if the server can't serve now, or something else answered in its place
 */
export async function ask<Data>(
  server: Server,
  request: (signal: AbortSignal) => Promise<Answer<Data>>,
): Promise<{ data: Data | undefined; problem: Problem | undefined; response: Response }> {
  const { signal, end } = expiring(server, patience)
  try {
    const { data, error, response } = await request(signal)
    const problem = problemOf(error)
    if (isPassing(response.status) || !(data || problem)) throw notNow(response)
    return { data, problem, response }
  } finally {
    end()
  }
}
