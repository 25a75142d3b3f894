/** The text that a header carries in percent-encoded UTF-8; `undefined` if it isn't that. */
export function percentDecoded(header: string): string | undefined {
  try {
    return decodeURIComponent(header)
  } catch {
    return undefined
  }
}
