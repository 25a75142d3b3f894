import { LruMap } from '#lib/lru-map.ts'
import type { RawBody } from '../contract-types.ts'
import type { Exchange } from '../exchange.ts'
import type { Operation } from '../operation.ts'
import { codedTag } from '../policies/etag.ts'
import { preferredCoding } from '../request/accept-encoding.ts'
import { type Coding, codings, compressLater, compressNow } from './content-coding.ts'
import type { OutgoingResponse } from './outgoing.ts'

/** The minimum length to compress, in bytes or characters. Shorter bodies fit into a packet or two anyway. */
const minLength = 1024

/** The maximum length to compress synchronously, in bytes; longer bodies are compressed in another thread. */
const maxSynchronousLength = 64 * 1024

/** JSON, YAML and text, but not event streams. Other files are already compressed (images, fonts) or small. */
const compressible = /^(?:application\/(?:json|problem\+json|yaml)|text\/(?!event-stream))/

/**
 * The number of compressed shared responses to cache: files of the app and of the reference, the contract, pages of the
 * catalogue.
 */
const maxCachedResponses = 64

/** Compresses the responses of one operation. */
export type Compressor = (
  response: OutgoingResponse,
  exchange: Exchange,
  isHead: boolean,
) => OutgoingResponse | Promise<OutgoingResponse>

/** Compressed bodies of public responses, by coding, operation and entity tag. */
export type CompressedBodies = LruMap<string, Promise<Uint8Array<ArrayBuffer>>>

/** A cache for the operations of one app. */
export function compressedBodies(): CompressedBodies {
  return new LruMap(maxCachedResponses)
}

/**
 * Compresses an operation's responses for clients that accept it, except those with a secret: the length
 * of a compressed body reveals a secret to an attacker who controls another part of the body (BREACH).
 */
export function compressor({ id, responses }: Operation, cache: CompressedBodies): Compressor {
  const bodyOf = (bytes: Uint8Array<ArrayBuffer>, response: OutgoingResponse, coding: Coding) => {
    const { ETag } = response.headers
    if (ETag === undefined || !response.headers['Cache-Control']?.startsWith('public')) {
      return bytes.byteLength <= maxSynchronousLength
        ? compressNow(bytes, coding)
        : compressLater(bytes, coding, false)
    }
    const key = `${coding} ${id} ${ETag}`
    const cached = cache.get(key)
    if (cached) return cached
    const encoding = compressLater(bytes, coding, true)
    cache.set(key, encoding)
    encoding.catch(() => cache.delete(key))
    return encoding
  }

  return (response, { request }, isHead) => {
    const { body, mediaType, status } = response
    if (body === null || isShort(body) || mediaType === undefined) return response
    const header = request.headers.get('accept-encoding')
    if (header === null || !compressible.test(mediaType) || responses[status]?.secret) return response
    const isStream = body instanceof ReadableStream
    const coding = preferredCoding(header, isStream ? streamCodings : codings)
    if (coding === undefined) return response
    if (isStream) return encodedResponse(response, coding, isHead ? body : compressStream(body))
    const compressed = bodyOf(bytesOf(body), response, coding)
    return compressed instanceof Promise
      ? compressed.then((bytes) => encodedResponse(response, coding, bytes))
      : encodedResponse(response, coding, compressed)
  }
}

/** Whether a body is too short to compress. A stream never is, because its length isn't known in advance. */
function isShort(body: RawBody): boolean {
  return !(body instanceof ReadableStream) && body.length < minLength
}

function bytesOf(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? Buffer.from(body) : body
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>

/** The codings that `CompressionStream` has in all runtimes. */
const streamCodings = ['gzip'] as const

/**
 * When the client disconnects, Bun cancels a stream created here but not a `CompressionStream`, so the
 * source is read and canceled here.
 */
function compressStream(body: Bytes): Bytes {
  const source = body.getReader()
  const { readable, writable } = new CompressionStream('gzip')
  const [writer, compressed] = [writable.getWriter(), readable.getReader()]
  const feed = async () => {
    for (let read = await source.read(); !read.done; read = await source.read()) {
      await writer.write(read.value)
      // A lot of input may be read before there is any output: let other requests run, and notice a disconnect.
      await new Promise(setImmediate)
    }
    await writer.close()
  }
  let feeding: Promise<void> | undefined
  return new ReadableStream({
    async pull(controller) {
      feeding ??= feed()
      feeding.catch((error) => writer.abort(error))
      const { done, value } = await compressed.read()
      if (done) return controller.close()
      controller.enqueue(value)
    },
    async cancel(reason) {
      await source.cancel(reason)
    },
  })
}

/** A different coding is a different representation, which needs its own strong entity tag (RFC 9110 §8.8.3.3). */
function encodedResponse(response: OutgoingResponse, coding: Coding, body: RawBody): OutgoingResponse {
  const headers: Record<string, string> = { ...response.headers, 'Content-Encoding': coding }
  if (response.status < 300 && headers.ETag !== undefined) headers.ETag = codedTag(headers.ETag, coding)
  return { ...response, headers, body }
}
