import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { dictionary1 } from './compress-dictionary.ts'

/**
 * The first byte of compressed data is its format; a later format gets the next number, so that old bytes
 * stay readable.
 */
const formatWithDictionary1 = 1

/**
 * A placeholder for an id. JSON has no raw control characters, so it can't be confused with anything else.
 */
const placeholder = '\u0001'
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const idBytes = 16
const headerBytes = 3
const maxIds = 0xffff

/**
 * Compresses JSON text into these parts: the format, the number of ids (2 bytes), the ids (16 bytes each), and the JSON
 * without them, deflated. Ids are random, so only a binary form makes them smaller. Deflate is primed
 * with the contract's words, so that even small workouts compress well.
 */
export function compress(json: string): Uint8Array {
  const ids: string[] = []
  const text = json.replaceAll(uuid, (id) => {
    if (ids.length === maxIds) return id
    ids.push(id.replaceAll('-', ''))
    return placeholder
  })
  const header = Buffer.alloc(headerBytes)
  header.writeUInt8(formatWithDictionary1)
  header.writeUInt16LE(ids.length, 1)
  const deflated = deflateRawSync(text, { dictionary: dictionary1, level: 9 })
  return Buffer.concat([header, Buffer.from(ids.join(''), 'hex'), deflated])
}

/** Whether these bytes were created by `compress` and aren't plain JSON. */
export function isCompressed(bytes: Uint8Array): boolean {
  return bytes[0] === formatWithDictionary1
}

/**
 * The value whose JSON text was passed to `compress`.
 *
 * @throws if the bytes don't come from `compress`, or are in a later format
 */
export function decompress<T>(bytes: Uint8Array): T {
  if (bytes[0] !== formatWithDictionary1) throw new Error(`unknown compression format: ${bytes[0]}`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = headerBytes + buffer.readUInt16LE(1) * idBytes
  const text = inflateRawSync(buffer.subarray(end), { dictionary: dictionary1 }).toString()
  let offset = headerBytes
  const json = text.replaceAll(placeholder, () => {
    const hex = buffer.toString('hex', offset, offset + idBytes)
    offset += idBytes
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  })
  return JSON.parse(json)
}
