/** The start of an escaped surrogate, paired or not. */
const surrogateEscape = /\\u[dD][89a-fA-F]/

/** Any escape; captures one of a lone surrogate. */
const escapes =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)/gs

/**
 * Parses like `JSON.parse`, except that an escaped lone surrogate becomes U+FFFD, as when decoding text: other programs
 * write one where they cut a text within an emoji, and nothing with one can be stored.
 *
 * @throws {SyntaxError} as `JSON.parse` does
 */
export function parseJson(text: string): unknown {
  if (!surrogateEscape.test(text)) return JSON.parse(text)
  return JSON.parse(text.replace(escapes, (match, half) => (half === undefined ? match : '\\ufffd')))
}
