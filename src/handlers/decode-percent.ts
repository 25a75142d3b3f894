/** Decodes a header's percent-encoded UTF-8; `undefined` if it is malformed. */
export function decodePercent(header: string): string | undefined {
  try {
    return decodeURIComponent(header)
  } catch {
    return undefined
  }
}
