import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

// Asynchronous, because files can be large.
const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Compresses bytes for storage. */
export function pack(bytes: Uint8Array): Promise<Buffer> {
  return zip(bytes, { level: 4 })
}

/** The inverse of `pack`. */
export function unpack(bytes: Uint8Array): Promise<Buffer> {
  return unzip(bytes)
}

/** Compresses a value as JSON. */
export function packJson(value: unknown): Promise<Buffer> {
  return pack(Buffer.from(JSON.stringify(value)))
}

/** The inverse of `packJson`. */
export async function unpackJson<Value>(bytes: Uint8Array): Promise<Value> {
  return JSON.parse((await unpack(bytes)).toString())
}
