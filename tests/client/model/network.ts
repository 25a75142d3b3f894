import type { Schemas } from '#generated/types.ts'
import type { Backend } from './backend.ts'
import type { PendingEvents } from './pending-events.ts'

/** The faults that can happen to a request. */
export const faults = [
  /** It never arrives. */
  'lost',
  /** It arrives, but its response doesn't. */
  'response_lost',
  /** It arrives, but its response breaks off. */
  'response_cut',
  /** It never gets a response or an error. */
  'silent',
  /** It arrives twice in a row. */
  'twice',
  /** It arrives twice at the same time. */
  'twice_at_once',
  /** It arrives once more, much later. */
  'again_later',
  /** It arrives immediately, but its response takes longer than a lease lasts. */
  'late',
  /** A proxy responds. */
  'status_500',
  'status_502',
  'status_503',
  'status_429',
  'status_408',
  'status_425',
  /** The login page of a captive portal replaces the response. */
  'portal',
] as const

export type Fault = (typeof faults)[number]

/** The connection of one device to the server. */
export interface Line {
  isOnline: boolean
  /** Whether pages of changes are cut to two items, so that there is more than one page. */
  hasSmallPages: boolean
  /** The faults of the next requests, in order. */
  readonly faults: Fault[]
  /** The last push with a response. */
  lastPush: { readonly request: Request; readonly response: Response } | undefined
}

/** The delay of a late response, in milliseconds. */
const lateDelay = 20_000
/** The time after which a browser gives up on a response, in milliseconds. */
const browserTimeout = 120_000

/** The `fetch` of a page. Each request and each response waits for its turn. */
export function fetchOver(
  line: Line,
  label: string,
  events: PendingEvents,
  backend: Backend,
): (request: Request) => Promise<Response> {
  const broken = () => new TypeError('the network failed')
  const send = (request: Request) => respond(request, backend)

  const arrive = async (request: Request, fault: Fault | undefined): Promise<Response> => {
    const { pathname } = new URL(request.url)
    switch (fault) {
      case undefined:
      case 'late':
        return send(request)
      case 'lost':
        throw broken()
      case 'response_lost':
        await send(request)
        throw broken()
      case 'response_cut': {
        const response = await send(request)
        const text = await response.text()
        return new Response(text.slice(0, text.length / 2), {
          status: response.status,
          headers: response.headers,
        })
      }
      case 'twice':
        await send(request.clone())
        return send(request)
      case 'twice_at_once': {
        const [response] = await Promise.all([send(request.clone()), send(request)])
        return response
      }
      case 'again_later': {
        const copy = request.clone()
        const response = await send(request)
        events.turn(`a copy of ${pathname} arrives`, () => send(copy)).catch(() => {})
        return response
      }
      case 'portal':
        return new Response('<html>Log in to the network', { headers: { 'content-type': 'text/html' } })
      default: {
        const status = Number(fault.slice(-3))
        const headers = { 'content-type': 'text/html', ...(status === 429 && { 'retry-after': '2' }) }
        return new Response('<html>not now', { status, headers })
      }
    }
  }

  return (original) => {
    const request = line.hasSmallPages ? inSmallPages(original) : original
    const { signal } = request
    const { pathname } = new URL(request.url)
    const isStream = pathname.endsWith('/events')
    const fault = line.faults.shift()
    const requestLabel = `${label} ${request.method} ${pathname}`
    const pushCopy = pathname.endsWith('/push') ? request.clone() : undefined
    const roundTrip = async () => {
      const response = await events.turn(`${requestLabel} arrives`, () => {
        if (!line.isOnline) throw broken()
        if (fault === 'silent') return undefined
        return isStream && needsEnd(fault) ? deadStream() : arrive(request, fault)
      })
      if (!response)
        return events.later(`${requestLabel} times out`, browserTimeout).then(() => Promise.reject(broken()))
      if (pushCopy && response.ok && fault !== 'response_cut' && fault !== 'portal')
        line.lastPush = { request: pushCopy, response: response.clone() }
      if (fault === 'late') await events.later(`${requestLabel} is late`, lateDelay)
      return events.turn(`${requestLabel} gets its response`, () => {
        if (!line.isOnline) throw broken()
        return response
      })
    }
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason)
      if (signal.aborted) return abort()
      signal.addEventListener('abort', abort)
      roundTrip().then(resolve, reject)
    })
  }
}

/** Whether a fault needs a response that ends, which an event stream never does. */
function needsEnd(fault: Fault | undefined): boolean {
  return (
    fault !== undefined &&
    ['response_lost', 'response_cut', 'twice', 'twice_at_once', 'again_later'].includes(fault)
  )
}

/** A stream that has died without an error. */
function deadStream(): Response {
  return new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })
}

async function respond(request: Request, backend: Backend): Promise<Response> {
  if (new URL(request.url).pathname !== '/api/auth/login') return backend.handle(request)
  const { email }: Schemas['Credentials'] = await request.json()
  const headers = { date: new Date(backend.now).toUTCString() }
  return Response.json(await backend.logIn(email), { headers })
}

function inSmallPages(request: Request): Request {
  const url = new URL(request.url)
  if (url.pathname !== '/api/sync/changes') return request
  url.searchParams.set('limit', '2')
  return new Request(url, request)
}
