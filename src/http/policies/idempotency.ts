import type { Operation } from '../operation.ts'
import type { Reply } from '../response/outgoing.ts'

/** An answer as stored for a repeated request: as text, so that it comes back byte for byte. */
export interface KeptAnswer {
  readonly status: number
  /** Those of the operation: media type, `ETag`, `Location`. */
  readonly headers: Readonly<Record<string, string>>
  /** `null` for an answer without a body. */
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

/** The result: an answer, made now or kept from the first time; or the key belongs to another request. */
export type KeyedOutcome =
  | { readonly kind: 'answer'; readonly answer: KeptAnswer; readonly replayed: boolean }
  | { readonly kind: 'reused' }

/** The app's store of answers. */
export interface Idempotency<Context, Principal> {
  /**
   * In one transaction: looks the key up; if it is new, lets `execute` answer with a context inside the
   * transaction, and keeps a 2xx answer together with what it changed. Any other answer, and an error, is
   * rolled back and not kept, so that the key can be used again.
   */
  run(
    request: KeyedRequest<Principal>,
    execute: (context: Context) => Promise<KeptAnswer>,
  ): Promise<KeyedOutcome>
}

const visibleAscii = /^[\x21-\x7e]{1,255}$/

/** Whether a text can be an `Idempotency-Key`. */
export function isIdempotencyKey(text: string): boolean {
  return visibleAscii.test(text)
}

/**
 * Tells two requests with the same key apart. Newlines separate the parts safely: only the last can contain
 * one.
 */
export function fingerprintOf(operationId: string, path: string, query: string, body: string): string {
  return new Bun.CryptoHasher('sha256').update(`${operationId}\n${path}\n${query}\n${body}`).digest('hex')
}

const mediaTypeHeader = 'Content-Type'

/** An answer in the form that is stored. */
export function keptAnswerOf({ status, headers, mediaType, body }: Reply): KeptAnswer {
  if (body !== null && typeof body !== 'string') {
    throw new Error('Only an answer of text can be kept for a retry')
  }
  // A copy, as the headers are still to be completed for this one request.
  const kept = { ...headers, ...(mediaType !== undefined && { [mediaTypeHeader]: mediaType }) }
  return { status, headers: kept, body }
}

/** A stored answer as a reply, marked as replayed where the contract declares that header. */
export function replyOfKept({ status, headers: kept, body }: KeptAnswer, operation: Operation): Reply {
  const headers = { ...kept }
  const mediaType = headers[mediaTypeHeader]
  delete headers[mediaTypeHeader]
  if (operation.responses[status]?.headers['Idempotency-Replayed']) headers['Idempotency-Replayed'] = 'true'
  return { status, mediaType, headers, body }
}
