import { Elysia } from 'elysia'
import { elysiaConfig } from '#http/bind.ts'
import { requestIdOf } from '#http/request/request-id.ts'
import { problemBody, problemMediaType } from '#http/response/problem.ts'
import type { Log } from '#lib/log.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { type ListenAddress, listen, type RunningServer } from './listen.ts'

/** The delays between attempts, in milliseconds: the first, and the longest, after it has doubled several times. */
const firstDelayMs = 1000
const maxDelayMs = 15_000

/** What was opened, and how to stop responding that it isn't open. */
interface Opened<Resource> {
  readonly resource: Resource
  /** Call it just before listening on the address. */
  stopResponding(): Promise<void>
}

/** What to do while a database is unavailable. */
interface Waiting {
  /** Whether to wait, because the database is on a server that may start later. Otherwise the failure is thrown. */
  readonly isServer: boolean
  readonly address: ListenAddress
  readonly log: Pick<Log, 'warn'>
}

/**
 * Opens a database. If its server is unavailable, tries again, and meanwhile responds with 503 on the address, and with
 * 200 to `/livez`.
 */
export async function openWhenAvailable<Resource>(
  open: () => Promise<Resource>,
  { isServer, address, log }: Waiting,
): Promise<Opened<Resource>> {
  let placeholder: RunningServer | undefined
  for (let delayMs = firstDelayMs; ; delayMs = Math.min(2 * delayMs, maxDelayMs)) {
    try {
      const resource = await open()
      return { resource, stopResponding: async () => void (await placeholder?.stop(0)) }
    } catch (error) {
      if (!isServer || !(error instanceof Unavailable)) throw error
      log.warn({ err: error, delayMs }, 'waiting for the database')
    }
    placeholder ??= listen(new Elysia(elysiaConfig).all('*', respondWhileWaiting), address)
    await Bun.sleep(delayMs)
  }
}

function respondWhileWaiting({ request }: { readonly request: Request }): Response {
  const requestId = requestIdOf(request)
  const { pathname } = new URL(request.url)
  const headers = { 'Cache-Control': 'no-store', 'X-Request-Id': requestId }
  if (pathname === '/livez') return Response.json({ status: 'alive' }, { headers })
  const draft = { code: 'unavailable', detail: 'The server is waiting for its database. Try again.' } as const
  return new Response(JSON.stringify(problemBody(503, draft, pathname, requestId)), {
    status: 503,
    headers: { ...headers, 'Content-Type': problemMediaType, 'Retry-After': '2' },
  })
}
