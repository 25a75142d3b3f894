/** A request's path and query as sent, still percent-encoded. */
export interface Target {
  readonly path: string
  /** Without the `?`; empty if there is none. */
  readonly query: string
}

/**
 * Splits a request's URL. `new URL` would take longer than the rest of the routing. The URL is a bare
 * path if an HTTP/1.0 client sent no `Host`.
 */
export function targetOf(url: string): Target {
  const start = url.charCodeAt(0) === 47 ? 0 : url.indexOf('/', 8)
  if (start === -1) return { path: '/', query: '' }
  const fragment = url.indexOf('#', start)
  const end = fragment === -1 ? url.length : fragment
  const questionMark = url.indexOf('?', start)
  if (questionMark === -1 || questionMark > end) return { path: url.slice(start, end), query: '' }
  return { path: url.slice(start, questionMark), query: url.slice(questionMark + 1, end) }
}
