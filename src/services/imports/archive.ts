import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

// Asynchronous, because files can be large.
const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Compresses bytes for storage. */
export function packed(bytes: Uint8Array): Promise<Buffer> {
  return zip(bytes, { level: 4 })
}

/** The inverse of `packed`. */
export function unpacked(bytes: Uint8Array): Promise<Buffer> {
  return unzip(bytes)
}

/** Compresses a value as JSON. */
export function packedJson(value: unknown): Promise<Buffer> {
  return packed(Buffer.from(JSON.stringify(value)))
}

/** The inverse of `packedJson`. */
export async function unpackedJson<T>(bytes: Uint8Array): Promise<T> {
  return JSON.parse((await unpacked(bytes)).toString())
}
