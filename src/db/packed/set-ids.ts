/** The size of a set's id, in bytes. */
export const bytesOfId = 16
/** The length of its text: 32 hexadecimal digits and four hyphens. */
const charactersOfId = 36

/** The character codes of a byte's two hexadecimal digits, the first one in the high bits. */
const digits = Uint16Array.from({ length: 256 }, (_, byte) => {
  const text = byte.toString(16).padStart(2, '0')
  return (text.charCodeAt(0) << 8) | text.charCodeAt(1)
})
const hyphen = 0x2d
/** The bytes that are preceded by a hyphen in the text (8-4-4-4-12 digits). */
const hyphensBefore = (1 << 4) | (1 << 6) | (1 << 8) | (1 << 10)

let scratch = Buffer.alloc(200 * charactersOfId)

/**
 * The ids at these offsets, as text. All ids of a workout are written to one flat string and then
 * sliced, which is several times faster than joining the five parts of each id.
 */
export function idTexts(bytes: Uint8Array, offsets: readonly number[]): string[] {
  const length = offsets.length * charactersOfId
  if (scratch.length < length) scratch = Buffer.alloc(length)
  let end = 0
  for (const offset of offsets) end = writeId(bytes, offset, end)
  const texts = scratch.toString('latin1', 0, end)
  return offsets.map((_, index) => texts.slice(index * charactersOfId, (index + 1) * charactersOfId))
}

/** The text of one id. */
export function idText(bytes: Uint8Array, offset: number): string {
  return scratch.toString('latin1', 0, writeId(bytes, offset, 0))
}

function writeId(bytes: Uint8Array, offset: number, start: number): number {
  let end = start
  for (let index = 0; index < bytesOfId; index++) {
    if ((hyphensBefore >> index) & 1) scratch[end++] = hyphen
    const pair = digits[bytes[offset + index] ?? 0] ?? 0
    scratch[end++] = pair >> 8
    scratch[end++] = pair & 0xff
  }
  return end
}

/** The values of hexadecimal digits by their character codes. */
const valueOfDigit = new Uint8Array(128)
for (const [value, digit] of [...'0123456789abcdef'].entries()) valueOfDigit[digit.charCodeAt(0)] = value

/** Writes the bytes of an id, which must be a UUID in lowercase. Returns their end. */
export function packId(id: string, bytes: Uint8Array, start: number): number {
  let at = 0
  for (let index = 0; index < bytesOfId; index++) {
    if ((hyphensBefore >> index) & 1) at++
    const high = valueOfDigit[id.charCodeAt(at++)] ?? 0
    bytes[start + index] = (high << 4) | (valueOfDigit[id.charCodeAt(at++)] ?? 0)
  }
  return start + bytesOfId
}
