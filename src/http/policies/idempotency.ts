import type { Operation } from '../operation.ts'
import type { OutgoingResponse } from '../response/outgoing.ts'

/** A response stored for retries, as text, so that a retry gets it byte for byte. */
export interface StoredResponse {
  readonly status: number
  /** The operation's own headers: media type, `ETag`, `Location`. */
  readonly headers: Readonly<Record<string, string>>
  /** `null` for a response without a body. */
  readonly body: string | null
}

/** A request that carries an `Idempotency-Key`. */
export interface KeyedRequest<Principal> {
  readonly principal: Principal
  /** 1 to 255 visible ASCII characters. */
  readonly key: string
  /** SHA-256 of the operation, path, query and body, in hexadecimal. */
  readonly fingerprint: string
  readonly operationId: string
}

/**
 * The outcome of a request with a key: a response, new or stored by the first request (`replayed`), or `reused`
 * if the key belongs to another request.
 */
export type KeyedOutcome =
  | { readonly kind: 'response'; readonly response: StoredResponse; readonly replayed: boolean }
  | { readonly kind: 'reused' }

/** Stores responses for retries. */
export interface Idempotency<Context, Principal> {
  /**
   * In one transaction: looks the key up; if it is new, calls `execute` with a context inside the transaction
   * and stores a 2xx response together with what it changed. Any other response, or an error, is rolled back
   * and not stored, so that the key can be used again.
   */
  run(
    request: KeyedRequest<Principal>,
    execute: (context: Context) => Promise<StoredResponse>,
  ): Promise<KeyedOutcome>
}

const visibleAscii = /^[\x21-\x7e]{1,255}$/

/** Whether a string can be an `Idempotency-Key`. */
export function isIdempotencyKey(text: string): boolean {
  return visibleAscii.test(text)
}

/**
 * A fingerprint to distinguish two requests with the same key. Newlines are safe separators, because only
 * the last part can contain one.
 */
export function fingerprintOf(operationId: string, path: string, query: string, body: string): string {
  return new Bun.CryptoHasher('sha256').update(`${operationId}\n${path}\n${query}\n${body}`).digest('hex')
}

const mediaTypeHeader = 'Content-Type'

/** Converts a response to the form that is stored. */
export function storedResponseOf({ status, headers, mediaType, body }: OutgoingResponse): StoredResponse {
  if (body !== null && typeof body !== 'string') {
    throw new Error('Only a text response can be stored for retries')
  }
  // A copy, because headers for this request alone are added later.
  const stored = { ...headers, ...(mediaType !== undefined && { [mediaTypeHeader]: mediaType }) }
  return { status, headers: stored, body }
}

/** The stored response, marked as replayed if the contract declares that header. */
export function replayedResponse(
  { status, headers: stored, body }: StoredResponse,
  operation: Operation,
): OutgoingResponse {
  const headers = { ...stored }
  const mediaType = headers[mediaTypeHeader]
  delete headers[mediaTypeHeader]
  if (operation.responses[status]?.headers['Idempotency-Replayed']) headers['Idempotency-Replayed'] = 'true'
  return { status, mediaType, headers, body }
}
