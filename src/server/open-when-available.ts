import { Elysia } from 'elysia'
import { elysiaConfig } from '#http/bind.ts'
import { requestIdOf } from '#http/request/request-id.ts'
import { targetOf } from '#http/request/target.ts'
import { problemBody, problemMediaType } from '#http/response/problem.ts'
import { varyForAll } from '#http/response/web-response.ts'
import type { Log } from '#lib/log.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { type ListenAddress, listen, type RunningServer } from './listen.ts'

/** The delay between attempts, in milliseconds. Constant, so that a node is ready soon after its database. */
const delayMs = 1000

/** What was opened, and how to stop the placeholder that responds until then. */
interface Opened<Resource> {
  readonly resource: Resource
  /** Call it just before listening on the address. */
  stopResponding(): Promise<void>
}

/** What to do while a database is unavailable. */
interface Waiting {
  /** Whether to wait, because the database is on a server that may start later. Otherwise the failure is thrown. */
  readonly isDatabaseServer: boolean
  readonly address: ListenAddress
  readonly log: Pick<Log, 'warn'>
  /** Waits for a number of milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

/**
 * Opens a database. If its server is unavailable, tries again, and meanwhile responds with 503 on the address, and with
 * 200 to `/livez`. Logs why, whenever the reason changes. If opening takes long, `open` can call its parameter to begin
 * these responses.
 */
export async function openWhenAvailable<Resource>(
  open: (respond: () => void) => Promise<Resource>,
  { isDatabaseServer, address, log, wait = Bun.sleep }: Waiting,
): Promise<Opened<Resource>> {
  let placeholder: RunningServer | undefined
  let reported: string | undefined
  const respond = () => {
    placeholder ??= listen(new Elysia(elysiaConfig).all('*', respondWhileWaiting), address)
  }
  for (;;) {
    try {
      const resource = await open(respond)
      return { resource, stopResponding: async () => void (await placeholder?.stop(0)) }
    } catch (error) {
      if (!isDatabaseServer || !(error instanceof Unavailable)) throw error
      if (error.message !== reported) log.warn({ err: error }, 'waiting for the database')
      reported = error.message
    }
    respond()
    await wait(delayMs)
  }
}

function respondWhileWaiting({ request }: { readonly request: Request }): Response {
  const requestId = requestIdOf(request)
  const { path } = targetOf(request.url)
  const headers = {
    'Cache-Control': 'no-store',
    Vary: varyForAll,
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  }
  if (path === '/livez') {
    return new Response('{"status":"alive"}', { headers: { ...headers, 'Content-Type': 'application/json' } })
  }
  const draft = { code: 'unavailable', detail: 'The server is waiting for its database. Try again.' } as const
  return new Response(JSON.stringify(problemBody(503, draft, path, requestId)), {
    status: 503,
    headers: { ...headers, 'Content-Type': problemMediaType, 'Retry-After': '2' },
  })
}
