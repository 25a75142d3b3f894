import type { FieldProblems } from './field-problems.ts'
import { parseJson } from './json.ts'
import { refuse } from './refusal.ts'

/** The largest request body, in bytes: 1 MiB. */
export const bodyLimit = 1_048_576

/** The body of a request, read and parsed but not yet checked against its schema. */
export interface ReadBody {
  readonly mediaType: string
  /** As decoded: what an idempotency fingerprint is made of. */
  readonly text: string
  readonly value: unknown
}

const contentType =
  /^[\t ]*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)[\t ]*(?:;[\t ]*charset=(?:utf-8|"utf-8")[\t ]*)?$/i
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const tooLarge = () => refuse(413, 'content_too_large', `The body is larger than ${bodyLimit} bytes.`)

/** Whether bodies of the media type are JSON (RFC 6838 §4.2.8). */
export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json')
}

/** The declared media type that `Content-Type` names, in any case, with no parameter but `charset=utf-8`; or 415. */
function mediaTypeOf(header: string | null, declared: readonly string[]): string {
  const named = header === declared[0] ? header : contentType.exec(header ?? '')?.[1]?.toLowerCase()
  const found = declared.find((mediaType) => mediaType === named)
  if (found === undefined) {
    const detail = `The body must be of the media type ${declared.join(' or ')}, in UTF-8.`
    throw refuse(415, 'unsupported_media_type', detail)
  }
  return found
}

/** Whether the body is compressed (RFC 9110 §8.4): nobody needs that for 1 MiB. */
function isEncoded(header: string | null): boolean {
  return header !== null && header !== '' && header.toLowerCase() !== 'identity'
}

/** Reads the stream up to the limit; what comes after is never held in memory. */
async function readCounted(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > bodyLimit) {
      // Not awaited: the client may go on sending for as long as it likes.
      reader.cancel().catch(() => undefined)
      throw tooLarge()
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks, size)
}

async function readBytes(request: Request, length: string | null): Promise<Uint8Array> {
  if (length !== null && Number(length) > bodyLimit) throw tooLarge()
  if (request.body === null) return new Uint8Array()
  try {
    // Bun holds a client to the Content-Length that it sent, so what is declared small needs no counting.
    return length === null ? await readCounted(request.body) : new Uint8Array(await request.arrayBuffer())
  } catch (error) {
    if (request.signal.aborted) throw refuse(400, 'malformed_request', 'The body ended before it was whole.')
    throw error
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    throw refuse(400, 'malformed_request', 'The body is not UTF-8.')
  }
}

/**
 * Reads the body of a request: 415 before anything is read, 413 without reading on, 400 for what isn't UTF-8 or JSON.
 * `undefined` if there is none and the operation can do without.
 */
export async function readBody(
  request: Request,
  declared: readonly string[],
  required: boolean,
  problems: FieldProblems,
): Promise<ReadBody | undefined> {
  const length = request.headers.get('content-length')
  const absent = length === null ? request.body === null : length === '0'
  const type = request.headers.get('content-type')
  if (isEncoded(request.headers.get('content-encoding'))) {
    throw refuse(415, 'unsupported_media_type', 'The body must not be compressed.')
  }
  if (absent && !required && type === null) return undefined
  const mediaType = mediaTypeOf(type, declared)
  const text = decode(await readBytes(request, length))
  return { mediaType, text, value: isJson(mediaType) ? parseJson(text, problems) : text }
}
