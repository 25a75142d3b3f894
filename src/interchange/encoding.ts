/** The encodings that spreadsheets and apps write, by their names in the Encoding Standard. */
export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'windows-1251'
  | 'windows-1250'
  | 'windows-1254'
  | 'shift_jis'
  | 'euc-kr'
  | 'gb18030'

/** The code pages in which Windows saves CSV, most common first. */
const codePages = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'shift_jis',
  'euc-kr',
  'gb18030',
] as const

/** The number of bytes at the start of a file to recognize its format by. */
const headBytes = 8192
/** The number of bytes to decode between pauses. */
const chunkBytes = 262_144
/** The fraction of characters outside ASCII that may be invalid in text that was meant to be UTF-8. */
const maxInvalid = 0.1

/**
 * The encoding of a text that isn't valid UTF-8: still UTF-8 if only a few places are damaged, otherwise the first
 * code page in which the file begins like a known format, or Windows-1252 if there is none.
 */
export function legacyEncoding(bytes: Buffer, isKnownFormat: (head: Buffer) => boolean): TextEncoding {
  const head = bytes.subarray(0, headBytes)
  if (isMostlyUtf8(bytes)) return 'utf-8'
  const codePage = codePages.find((encoding) =>
    isKnownFormat(Buffer.from(new TextDecoder(encoding).decode(head))),
  )
  return codePage ?? 'windows-1252'
}

/** Whether the non-ASCII characters are mostly valid UTF-8, judged by the kilobytes that follow the first one. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let first = 0
  while ((bytes[first] ?? 0xff) <= 0x7f) first++
  const text = new TextDecoder().decode(bytes.subarray(first, first + headBytes))
  const nonAscii = text.match(/\P{ASCII}/gu)?.length ?? 0
  const invalid = text.match(/\ufffd/g)?.length ?? 0
  return invalid <= nonAscii * maxInvalid
}

/** Recognizes UTF-16 without a byte order mark: its text is mostly ASCII, so every other byte is zero. */
export function detectUnmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 1000)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const minZeros = head.length * 0.4
  if (odd > minZeros && even === 0) return 'utf-16le'
  if (even > minZeros && odd === 0) return 'utf-16be'
  return undefined
}

/**
 * Converts a text to UTF-8 piece by piece, with `pause` in between. It decodes twice, the first time only to learn
 * the size: holding both the pieces and the whole would take twice the memory.
 */
export async function toUtf8(
  bytes: Buffer,
  encoding: TextEncoding,
  pause: () => Promise<void> | undefined,
): Promise<Buffer> {
  const pieces = isSingleByte(encoding) ? mappedPieces : decodedPieces
  let size = 0
  for (const piece of pieces(bytes, encoding)) {
    size += piece.byteLength
    await pause()
  }
  const text = Buffer.allocUnsafeSlow(size)
  let offset = 0
  for (const piece of pieces(bytes, encoding)) {
    text.set(piece, offset)
    offset += piece.byteLength
    await pause()
  }
  return text
}

function* decodedPieces(bytes: Buffer, encoding: TextEncoding): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const end = start + chunkBytes
    yield Buffer.from(decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length }))
  }
}

function isSingleByte(encoding: TextEncoding): boolean {
  return encoding.startsWith('windows-125')
}

/** The maximum length in UTF-8 of a character of a single-byte encoding, in bytes. */
const maxCharacterBytes = 3

/** Like `decodedPieces` for single-byte encodings, with a lookup table that allocates no strings. */
function* mappedPieces(bytes: Buffer, encoding: TextEncoding): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const forms = Array.from({ length: 256 }, (_, byte) => Buffer.from(decoder.decode(Uint8Array.of(byte))))
  const piece = new Uint8Array(chunkBytes * maxCharacterBytes)
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const end = Math.min(start + chunkBytes, bytes.length)
    let length = 0
    for (let index = start; index < end; index++) {
      const byte = bytes[index] ?? 0
      if (byte <= 0x7f) piece[length++] = byte
      else for (const part of forms[byte] ?? []) piece[length++] = part
    }
    yield piece.subarray(0, length)
  }
}
