/** The size of a UUID, in bytes. */
export const bytesOfUuid = 16
/** The length of its text: 32 hexadecimal digits and four hyphens. */
export const charactersOfUuid = 36

/** The bytes that are preceded by a hyphen in the text (8-4-4-4-12 digits). */
export const hyphensBefore = (1 << 4) | (1 << 6) | (1 << 8) | (1 << 10)
const hyphen = 0x2d

/** The character codes of a byte's two hexadecimal digits, the first one in the high bits. */
const digits = Uint16Array.from({ length: 256 }, (_, byte) => {
  const text = byte.toString(16).padStart(2, '0')
  return (text.charCodeAt(0) << 8) | text.charCodeAt(1)
})

/**
 * Writes the text of a UUID's last bytes, from its byte `from` on, which are in `bytes` from `offset` on. Returns the
 * end of the text. Writing characters into a buffer is several times faster than joining the five parts of a UUID.
 */
export function writeUuidText(
  bytes: Uint8Array,
  offset: number,
  from: number,
  text: Uint8Array,
  start: number,
): number {
  let end = start
  let next = offset
  for (let at = from; at < bytesOfUuid; at++) {
    if ((hyphensBefore >> at) & 1) text[end++] = hyphen
    const pair = digits[bytes[next++] ?? 0] ?? 0
    text[end++] = pair >> 8
    text[end++] = pair & 0xff
  }
  return end
}
