/** The escape of half a surrogate pair, or of a whole one. */
const surrogateEscape = /\\u[dD][89a-fA-F]/

/** Any escape; captures one of half a surrogate pair without the other half. */
const escapes =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)/gs

/**
 * Parses like `JSON.parse`, except that half a surrogate pair becomes U+FFFD, as when decoding text: other programs
 * write one where they cut a text within an emoji, and nothing with one can be stored.
 *
 * @throws {SyntaxError} as `JSON.parse` does
 */
export function parseJson(text: string): unknown {
  if (!surrogateEscape.test(text)) return JSON.parse(text)
  return JSON.parse(text.replace(escapes, (match, half) => (half === undefined ? match : '\\ufffd')))
}
