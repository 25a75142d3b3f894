import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'

/** The content codings on offer, fastest first. */
export const codings = ['zstd', 'br', 'gzip'] as const

/** A content coding, as named in `Content-Encoding`. */
export type Coding = (typeof codings)[number]

type Bytes = Uint8Array<ArrayBuffer>

const quick = { zstd: 3, br: 4, gzip: 6 } as const satisfies Record<Coding, number>
const thorough = { zstd: 12, br: 9, gzip: 9 } as const satisfies Record<Coding, number>

const brotli = (quality: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
const brotliLater = promisify(brotliCompress)
const gzipLater = promisify(gzip)

/** The same bytes, typed as a response body; the compressors never return shared memory. */
function own(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes)
}

/** Compresses a body synchronously: 0.3 ms for 100 kB. */
export function compressNow(body: Bytes, coding: Coding): Bytes {
  switch (coding) {
    case 'zstd':
      return own(Bun.zstdCompressSync(body, { level: quick.zstd }))
    case 'br':
      return own(brotliCompressSync(body, brotli(quick.br)))
    case 'gzip':
      return Bun.gzipSync(body, { level: quick.gzip })
  }
}

/** Compresses a body in another thread; thoroughly if the result will be sent many times. */
export async function compressLater(body: Bytes, coding: Coding, often: boolean): Promise<Bytes> {
  const levels = often ? thorough : quick
  switch (coding) {
    case 'zstd':
      return own(await Bun.zstdCompress(body, { level: levels.zstd }))
    case 'br':
      return own(await brotliLater(body, brotli(levels.br)))
    case 'gzip':
      return own(await gzipLater(body, { level: levels.gzip }))
  }
}
