import { jsonOf, memberOf } from '#lib/json-text.ts'
import type { ProblemDraft, RawBody } from '../contract-types.ts'
import type { Exchange } from '../exchange.ts'
import type { Operation } from '../operation.ts'
import { entityTag, objectKey } from '../policies/etag.ts'
import { type OutgoingResponse, problemResponse } from './outgoing.ts'

/** A response of any handler; `ResponseOf` restricts each handler to its own operation's responses. */
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

/** The `Link` to the next page: this URL with the next cursor. */
function nextPageLink({ target }: Exchange, cursor: string): string {
  const otherPairs = target.query.split('&').filter((pair) => pair !== '' && !/^cursor(=|$)/.test(pair))
  return `<${target.path}?${[...otherPairs, `cursor=${encodeURIComponent(cursor)}`].join('&')}>; rel="next"`
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
  const statusesWithETag = new Set(statuses.filter((status) => status < 300 && declares(status, 'ETag')))
  const statusesWithLocation = new Set(statuses.filter((status) => declares(status, 'Location')))
  const statusesWithLink = new Set(statuses.filter((status) => declares(status, 'Link')))

  // An action's path is the path of its object, then a verb: `POST /api/workouts/{id}/restore`.
  const objectPathOf = (path: string) =>
    operation.method === 'post' ? path.slice(0, path.lastIndexOf('/')) : path

  return (response, exchange, text) => {
    const { status, body: value } = response
    if (response.problem) return problemResponse(exchange, status, response.problem, textHeaders(response))
    if (status === 412) {
      const { current } = response
      const object = objectKey(exchange.target.path, exchange.userId)
      const headers = { ETag: entityTag(jsonOf(current), memberOf(current, 'revision'), object) }
      const detail = 'The resource has changed since the version in If-Match. Read it again.'
      return problemResponse(exchange, status, { code: 'revision_mismatch', detail }, headers)
    }
    const headers = textHeaders(response)
    if (value === undefined) return { status, mediaType: undefined, headers, body: null }
    // `ResponseOf` allows a media type only with a raw body.
    const body = response.mediaType === undefined ? (text ?? jsonOf(value)) : (value as RawBody)
    const mediaType = response.mediaType ?? 'application/json'
    if (statusesWithLocation.has(status)) {
      const id = memberOf(value, 'id')
      if (typeof id === 'string') headers.Location ??= `${exchange.target.path}/${id}`
    }
    if (statusesWithETag.has(status) && headers.ETag === undefined && !(body instanceof ReadableStream)) {
      const path = headers.Location ?? objectPathOf(exchange.target.path)
      headers.ETag = entityTag(body, memberOf(value, 'revision'), objectKey(path, exchange.userId))
    }
    if (statusesWithLink.has(status)) {
      const cursor = memberOf(value, 'nextCursor')
      if (typeof cursor === 'string') headers.Link ??= nextPageLink(exchange, cursor)
    }
    return { status, mediaType, headers, body, value: response.mediaType === undefined ? value : undefined }
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
