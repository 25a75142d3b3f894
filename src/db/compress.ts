import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { words1 } from './compress-words.ts'

/** The first byte of what was compressed says how; a later way gets the next number, and old bytes stay readable. */
const deflateWithWords1 = 1

/**
 * A value as compressed JSON. Deflate begins with the words of the contract as if they had come before, so
 * that even a small workout gets small: 25 states of one that grows to 25 sets take 15 kB.
 */
export function compress(value: unknown): Uint8Array {
  const packed = deflateRawSync(JSON.stringify(value), { dictionary: words1, level: 9 })
  const bytes = new Uint8Array(packed.length + 1)
  bytes[0] = deflateWithWords1
  bytes.set(packed, 1)
  return bytes
}

/**
 * The value that `compress` was given, as JSON keeps it.
 *
 * @throws if the bytes aren't of `compress`, or of a later version of it
 */
export function decompress<T>(bytes: Uint8Array): T {
  if (bytes[0] !== deflateWithWords1) throw new Error(`compressed in an unknown way: ${bytes[0]}`)
  return JSON.parse(inflateRawSync(bytes.subarray(1), { dictionary: words1 }).toString())
}
