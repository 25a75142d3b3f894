import { Unavailable } from '#lib/unavailable.ts'
import type { ProblemDraft, RawBody } from '../contract-types.ts'
import type { Exchange } from '../exchange.ts'
import { problemBody, problemMediaType } from './problem.ts'
import { ProblemError } from './problem-error.ts'

/** A response about to be sent. */
export interface OutgoingResponse {
  readonly status: number
  /** `undefined` without a body. */
  readonly mediaType: string | undefined
  /** The operation's own headers, spelled as in the contract. */
  readonly headers: Record<string, string>
  readonly body: RawBody | null
  /**
   * The value of a JSON body, to check against the contract; `undefined` if the text of a stored response is replayed.
   */
  readonly value?: unknown
}

/** The challenge of a 401 that doesn't concern a token, such as for wrong credentials. */
const challenge = 'Bearer realm="replog"'

/** The default `Retry-After`, in seconds. */
const defaultRetryAfterSeconds = 5

/** The response for a problem, with the headers that its status requires. */
export function problemResponse(
  exchange: Exchange,
  status: number,
  draft: ProblemDraft,
  additionalHeaders: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  const headers = { ...additionalHeaders }
  if (status === 401) headers['WWW-Authenticate'] ??= challenge
  if (status === 429 || status === 503)
    headers['Retry-After'] = String(draft.retryAfterSeconds ?? defaultRetryAfterSeconds)
  const value = problemBody(status, draft, exchange.target.path, exchange.requestId)
  return { status, mediaType: problemMediaType, headers, body: JSON.stringify(value), value }
}

/** The response to an error. Anything but a `ProblemError`, which says what to send, is also reported. */
export function errorResponse(
  exchange: Exchange,
  error: unknown,
  report: (error: unknown, requestId: string) => void,
): OutgoingResponse {
  if (error instanceof ProblemError)
    return problemResponse(exchange, error.status, error.problem, error.headers)
  report(error, exchange.requestId)
  if (error instanceof Unavailable) {
    const { message: detail, retryAfterSeconds } = error
    return problemResponse(exchange, 503, { code: 'unavailable', detail, retryAfterSeconds })
  }
  const detail = 'Something went wrong on the server. Its log contains the details under this requestId.'
  return problemResponse(exchange, 500, { code: 'internal_error', detail })
}
