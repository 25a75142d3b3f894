import type { Operation } from '../operation.ts'

/** Which websites may read responses in a browser. */
export interface CorsConfig {
  /** Exact origins, such as `https://app.example`. Empty: only the server's own. */
  readonly origins: readonly string[]
}

/** The contract's response headers that scripts on a page may read. */
const exposedHeaders = [
  'Content-Disposition',
  'Date',
  'ETag',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
].join(', ')

/** How long a browser may cache a preflight, in seconds: two hours, the maximum in Chromium. */
const maxAge = '7200'

/**
 * The request headers that any operation of the contract reads, for `Access-Control-Allow-Headers`. A client
 * may send each of them to every path: libraries set `Idempotency-Key` without asking which operations read it.
 */
export function requestHeadersOf(operations: readonly Operation[]): string {
  const names = new Set(['Authorization', 'Content-Type', 'X-Request-Id'])
  for (const { parameters } of operations) for (const { name } of parameters.header) names.add(name)
  return [...names].join(', ')
}

/** The headers of the Fetch standard's CORS protocol (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export class Cors {
  readonly #origins: ReadonlySet<string>

  constructor({ origins }: CorsConfig) {
    this.#origins = new Set(origins)
  }

  /** Adds the headers that let a page of an allowed origin read a response. Every response has `Vary: Origin`. */
  addTo(headers: Record<string, string>, request: Request): void {
    if (this.#origins.size === 0) return
    const origin = request.headers.get('origin')
    if (origin === null || !this.#origins.has(origin)) return
    headers['Access-Control-Allow-Origin'] = origin
    headers['Access-Control-Expose-Headers'] = exposedHeaders
  }

  /** Adds the headers of a preflight response; `allow` lists the path's methods. */
  addPreflight(
    headers: Record<string, string>,
    request: Request,
    allow: string,
    requestHeaders: string,
  ): void {
    const origin = request.headers.get('origin')
    if (origin === null || !this.#origins.has(origin)) return
    if (request.headers.get('access-control-request-method') === null) return
    headers['Access-Control-Allow-Methods'] = allow
    headers['Access-Control-Allow-Headers'] = requestHeaders
    headers['Access-Control-Max-Age'] = maxAge
  }
}
