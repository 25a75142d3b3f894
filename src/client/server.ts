import type { ReplogClient } from '#generated/client.ts'
import { isTemporary, unreachableError } from './backoff.ts'
import { createPace, type Pace } from './pace.ts'
import type { Environment, Problem } from './types.ts'

/** What the sync needs to send requests to the server. */
export interface Server extends Pick<Environment, 'after' | 'random' | 'fetch'> {
  readonly client: ReplogClient
  /** Aborts all requests when the session is abandoned. */
  readonly signal: AbortSignal
}

/** A response of the typed client. */
interface TypedResponse<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** The server's description of an error. Undefined if something else responded, such as a proxy. */
export function problemOf(error: unknown): Problem | undefined {
  // Only a Replog server's problems have a `code`.
  const problem = error as Problem | undefined
  return problem?.code ? problem : undefined
}

/**
 * A signal that aborts with the server's signal, or after this many milliseconds unless the time is renewed.
 */
export function expiringSignal({ signal, after }: Pick<Server, 'signal' | 'after'>, delay: number) {
  const controller = new AbortController()
  let stop = () => {}
  const end = () => {
    stop()
    signal.removeEventListener('abort', end)
    controller.abort()
  }
  const renew = () => {
    stop()
    stop = after(delay, end)
  }
  signal.addEventListener('abort', end)
  renew()
  if (signal.aborted) end()
  return { signal: controller.signal, renew, end }
}

/** The options of each request of the sync. */
type RequestOptions = Pick<Environment, 'fetch'> & { readonly signal: AbortSignal }

/**
 * Makes a request that is aborted only when no byte has arrived for a while, because a slow network isn't offline.
 *
 * @param pace slows down if the request takes too long or breaks off
 * @param items the number of items sent or requested
 * @throws as `fetch` does, and if the server is unavailable or something else responded in its place
 */
export async function sendRequest<Data>(
  server: Server,
  request: (options: RequestOptions) => Promise<TypedResponse<Data>>,
  pace: Pace = createPace(1),
  items = 1,
): Promise<{ data: Data | undefined; problem: Problem | undefined; response: Response }> {
  const { signal, renew, end } = expiringSignal(server, pace.timeout)
  let hasBegun = false
  const renewing = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, out) {
      renew()
      out.enqueue(bytes)
    },
  })
  const fetch = async (sent: Request) => {
    const response = await server.fetch(sent)
    hasBegun = true
    return new Response(response.body?.pipeThrough(renewing, { signal }) ?? null, response)
  }
  const slowDown = (error: unknown) => {
    if ((hasBegun || signal.aborted) && !server.signal.aborted) pace.slowDown(items)
    throw error
  }
  try {
    const { data, error, response } = await request({ fetch, signal }).catch(slowDown)
    const problem = problemOf(error)
    if ([408, 504].includes(response.status)) pace.slowDown(items)
    if (isTemporary(response.status) || !(data || problem)) throw unreachableError(response)
    pace.speedUp()
    return { data, problem, response }
  } finally {
    end()
  }
}
