import { jsonOf, memberOf } from '#lib/json-text.ts'
import type { ProblemDraft, RawBody } from '../contract-types.ts'
import type { Exchange } from '../exchange.ts'
import type { Operation } from '../operation.ts'
import { entityTag, objectKey } from '../policies/etag.ts'
import { type OutgoingResponse, problemResponse } from './outgoing.ts'

/** What any handler may return; `ResponseOf` restricts each to its own operation. */
export interface HandlerResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | number | undefined>>
  /** JSON, unless there is a media type. */
  readonly body?: unknown
  readonly mediaType?: string
  readonly problem?: ProblemDraft
  /** On a 412: the current representation. */
  readonly current?: unknown
}

/** The query of the next page: this one, with another cursor. */
function nextPage({ target }: Exchange, cursor: string): string {
  const kept = target.query.split('&').filter((pair) => pair !== '' && !/^cursor(=|$)/.test(pair))
  return `<${target.path}?${[...kept, `cursor=${encodeURIComponent(cursor)}`].join('&')}>; rel="next"`
}

/** Converts a handler's response; `text` is its body as JSON, if that has been serialized already. */
export type ResponseReader = (
  response: HandlerResponse,
  exchange: Exchange,
  text?: string,
) => OutgoingResponse

/** Converts the responses of an operation's handler, and adds the headers that the contract declares. */
export function responseReader(operation: Operation): ResponseReader {
  const declares = (status: number, name: string) => operation.responses[status]?.headers[name] !== undefined
  const statuses = Object.keys(operation.responses).map(Number)
  const tagged = new Set(statuses.filter((status) => status < 300 && declares(status, 'ETag')))
  const located = new Set(statuses.filter((status) => declares(status, 'Location')))
  const linked = new Set(statuses.filter((status) => declares(status, 'Link')))

  // An action's path is a verb after its object's path: `POST /api/workouts/{id}/restore`.
  const objectPathOf = (path: string) =>
    operation.method === 'post' ? path.slice(0, path.lastIndexOf('/')) : path

  return (response, exchange, text) => {
    const { status, body: given } = response
    if (response.problem) return problemResponse(exchange, status, response.problem, textHeaders(response))
    if (status === 412) {
      const { current } = response
      const object = objectKey(exchange.target.path, exchange.userId)
      const headers = { ETag: entityTag(jsonOf(current), memberOf(current, 'revision'), object) }
      const detail = 'The resource has changed since the version in If-Match. Read it again.'
      return problemResponse(exchange, status, { code: 'revision_mismatch', detail }, headers)
    }
    const headers = textHeaders(response)
    if (given === undefined) return { status, mediaType: undefined, headers, body: null }
    // `ResponseOf` allows a media type only with a raw body.
    const body = response.mediaType === undefined ? (text ?? jsonOf(given)) : (given as RawBody)
    const mediaType = response.mediaType ?? 'application/json'
    if (located.has(status)) {
      const id = memberOf(given, 'id')
      if (typeof id === 'string') headers.Location ??= `${exchange.target.path}/${id}`
    }
    if (tagged.has(status) && headers.ETag === undefined && !(body instanceof ReadableStream)) {
      const path = headers.Location ?? objectPathOf(exchange.target.path)
      headers.ETag = entityTag(body, memberOf(given, 'revision'), objectKey(path, exchange.userId))
    }
    if (linked.has(status)) {
      const cursor = memberOf(given, 'nextCursor')
      if (typeof cursor === 'string') headers.Link ??= nextPage(exchange, cursor)
    }
    return { status, mediaType, headers, body, value: response.mediaType === undefined ? given : undefined }
  }
}

function textHeaders({ headers }: HandlerResponse): Record<string, string> {
  const texts: Record<string, string> = {}
  if (headers === undefined) return texts
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) texts[name] = String(value)
  }
  return texts
}
