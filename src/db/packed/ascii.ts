/** ASCII strings by a hash of their bytes, because a lookup is faster than creating a string. */
const texts = new Map<number, string>()
const maxTexts = 5000

/**
 * The ASCII text at `start` ≤ offset < `end`. Recurring texts, such as ids of exercises, are the same
 * string.
 */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  let hash = end - start
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
  const known = texts.get(hash)
  if (known !== undefined && isText(known, bytes, start, end)) return known
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  if (texts.size >= maxTexts) texts.clear()
  texts.set(hash, text)
  return text
}

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let at = start; at < end; at++) if (text.charCodeAt(at - start) !== bytes[at]) return false
  return true
}
