import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

// Off the event loop, as files are large.
const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Bytes as they are kept. */
export function packed(bytes: Uint8Array): Promise<Buffer> {
  return zip(bytes, { level: 4 })
}

/** What `packed` was given. */
export function unpacked(bytes: Uint8Array): Promise<Buffer> {
  return unzip(bytes)
}

/** A value as compressed JSON. */
export function packedJson(value: unknown): Promise<Buffer> {
  return packed(Buffer.from(JSON.stringify(value)))
}

/** What `packedJson` was given, as JSON keeps it. */
export async function unpackedJson<T>(bytes: Uint8Array): Promise<T> {
  return JSON.parse((await unpacked(bytes)).toString())
}
