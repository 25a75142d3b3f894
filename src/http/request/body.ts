import { ProblemError } from '../response/problem-error.ts'
import type { FieldProblems } from '../validation/field-problems.ts'
import { readForm } from './form.ts'
import { parseJson } from './json.ts'
import { linger } from './linger.ts'

/** The maximum size of a request body unless its operation sets another, in bytes (1 MiB). */
export const maxBodyBytes = 1_048_576

/** A request's body, parsed but not yet checked against its schema. */
export interface ParsedBody {
  readonly mediaType: string
  /** The decoded text, or a form's parts: the input of the idempotency fingerprint. */
  readonly text: string
  readonly value: unknown
}

const contentType =
  /^[\t ]*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)[\t ]*(?:;[\t ]*charset=(?:utf-8|"utf-8")[\t ]*)?$/i
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const formContentType =
  /^[\t ]*(multipart\/form-data)[\t ]*;[\t ]*boundary=(?:[\w'()+,./:=?-]{1,70}|"[\w'()+,./:=? -]{1,70}")[\t ]*$/i
const tooLarge = (limit: number) =>
  ProblemError.of(413, 'content_too_large', `The body is larger than ${limit} bytes.`)

/** Whether a media type is JSON (RFC 6838 §4.2.8). */
export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json')
}

const formMediaType = 'multipart/form-data'

function matchContentType(header: string): RegExpExecArray | null {
  return formContentType.exec(header) ?? contentType.exec(header)
}

/**
 * The declared media type in `Content-Type`, ignoring letter case and allowing no parameter except
 * `charset=utf-8` (for a form, its boundary); otherwise 415.
 */
function mediaTypeOf(header: string | null, declared: readonly string[]): string {
  const sentType = header === declared[0] ? header : matchContentType(header ?? '')?.[1]?.toLowerCase()
  const mediaType = declared.find((mediaType) => mediaType === sentType)
  if (mediaType === undefined || (mediaType === formMediaType && !formContentType.test(header ?? ''))) {
    const detail = `The body must have the media type ${declared.join(' or ')}, in UTF-8.`
    throw ProblemError.of(415, 'unsupported_media_type', detail)
  }
  return mediaType
}

/** Whether the body is compressed (RFC 9110 §8.4), which isn't supported, because most bodies are small. */
function isCompressed(header: string | null): boolean {
  return header !== null && header !== '' && header.toLowerCase() !== 'identity'
}

/** Reads a stream of unknown length; throws 413 if it exceeds the limit. */
async function readStream(
  request: Request,
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await linger(request, reader)
      throw tooLarge(limit)
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks, size)
}

async function readBytes(
  request: Request,
  length: string | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (length !== null && Number(length) > limit) {
    await linger(request, undefined)
    throw tooLarge(limit)
  }
  try {
    // Bun enforces Content-Length, so a body declared within the limit needs no counting. It is read without a stream,
    // which the mere access to `body` would create.
    if (length !== null) return await request.bytes()
    return request.body === null ? new Uint8Array() : await readStream(request, request.body, limit)
  } catch (error) {
    if (request.signal.aborted)
      throw ProblemError.of(400, 'malformed_request', 'The body ended before it was complete.')
    throw error
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    throw ProblemError.of(400, 'malformed_request', 'The body is not UTF-8.')
  }
}

/** The request bodies that an operation accepts. */
export interface BodyRules {
  readonly mediaTypes: readonly string[]
  readonly required: boolean
  /** In bytes. */
  readonly limit: number
}

/**
 * Reads a request's body. Throws 415 before reading anything, 413 without keeping the rest, and 400 for text
 * that isn't UTF-8 or JSON. `undefined` if there is no body and the operation doesn't require one.
 */
export async function readBody(
  request: Request,
  { mediaTypes, required, limit }: BodyRules,
  problems: FieldProblems,
): Promise<ParsedBody | undefined> {
  const length = request.headers.get('content-length')
  const isAbsent = length === null ? request.body === null : length === '0'
  const type = request.headers.get('content-type')
  if (isCompressed(request.headers.get('content-encoding'))) {
    throw ProblemError.of(415, 'unsupported_media_type', 'The body must not be compressed.')
  }
  if (isAbsent && !required && type === null) return undefined
  const mediaType = mediaTypeOf(type, mediaTypes)
  const bytes = await readBytes(request, length, limit)
  if (mediaType === formMediaType) return { mediaType, ...(await readForm(bytes, type ?? '', problems)) }
  const text = decode(bytes)
  return { mediaType, text, value: isJson(mediaType) ? parseJson(text, problems) : text }
}
