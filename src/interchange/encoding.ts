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

/** The code pages in which Windows saves CSV, the most common first. */
const codePages = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'shift_jis',
  'euc-kr',
  'gb18030',
] as const

/** How many bytes at the start of a file are used to recognize its format. */
const headBytes = 8192
/** How many bytes are decoded between pauses. */
const chunkBytes = 262_144
/** The fraction of characters outside ASCII that may be invalid in text that was meant to be UTF-8. */
const maxInvalid = 0.1

/**
 * The encoding of a text that isn't valid UTF-8: still UTF-8 if it is damaged in only a few places; else the
 * first code page in which the file begins like a known format; else that of Western Europe.
 */
export function legacyEncoding(bytes: Buffer, isKnown: (head: Buffer) => boolean): TextEncoding {
  const head = bytes.subarray(0, headBytes)
  if (isMostlyUtf8(bytes)) return 'utf-8'
  const known = codePages.find((encoding) => isKnown(Buffer.from(new TextDecoder(encoding).decode(head))))
  return known ?? 'windows-1252'
}

/** Whether the characters outside ASCII in the first part of the text that has any are mostly valid. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let first = 0
  while ((bytes[first] ?? 0xff) <= 0x7f) first++
  const text = new TextDecoder().decode(bytes.subarray(first, first + headBytes))
  const outside = text.match(/\P{ASCII}/gu)?.length ?? 0
  const invalid = text.match(/\ufffd/g)?.length ?? 0
  return invalid <= outside * maxInvalid
}

/** UTF-16 without a byte order mark: most of it is ASCII, so every other byte is zero. */
export function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 1000)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = head.length * 0.4
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  return undefined
}

/**
 * The text as UTF-8, decoded piece by piece with `pause` in between: twice, the first time for its size, because
 * holding the pieces and the whole would take twice the memory.
 */
export async function transcoded(
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
  let at = 0
  for (const piece of pieces(bytes, encoding)) {
    text.set(piece, at)
    at += piece.byteLength
    await pause()
  }
  return text
}

function* decodedPieces(bytes: Buffer, encoding: TextEncoding): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const isLast = at + chunkBytes >= bytes.length
    yield Buffer.from(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: !isLast }))
  }
}

function isSingleByte(encoding: TextEncoding): boolean {
  return encoding.startsWith('windows-125')
}

/** The longest UTF-8 form of a character of a single-byte encoding, in bytes. */
const longestForm = 3

/** The same for single-byte encodings, by a lookup table that allocates no strings. */
function* mappedPieces(bytes: Buffer, encoding: TextEncoding): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const forms = Array.from({ length: 256 }, (_, byte) => Buffer.from(decoder.decode(Uint8Array.of(byte))))
  const piece = new Uint8Array(chunkBytes * longestForm)
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const end = Math.min(from + chunkBytes, bytes.length)
    let at = 0
    for (let place = from; place < end; place++) {
      const byte = bytes[place] ?? 0
      if (byte <= 0x7f) piece[at++] = byte
      else for (const part of forms[byte] ?? []) piece[at++] = part
    }
    yield piece.subarray(0, at)
  }
}
