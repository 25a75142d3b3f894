/** ASCII strings by a hash of their bytes, because a lookup is faster than creating a string. */
const texts = new Map<number, string>()
const maxTexts = 5000

/**
 * The ASCII text at `start` ≤ offset < `end`. Recurring strings, such as ids of exercises, yield the same
 * string object.
 */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  let hash = end - start
  for (let offset = start; offset < end; offset++) hash = (Math.imul(hash, 31) + (bytes[offset] ?? 0)) | 0
  const cached = texts.get(hash)
  if (cached !== undefined && isText(cached, bytes, start, end)) return cached
  let text = ''
  for (let offset = start; offset < end; offset++) text += String.fromCharCode(bytes[offset] ?? 0)
  if (texts.size >= maxTexts) texts.clear()
  texts.set(hash, text)
  return text
}

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let offset = start; offset < end; offset++)
    if (text.charCodeAt(offset - start) !== bytes[offset]) return false
  return true
}
