/** The first code points of a text: cutting by UTF-16 code units could leave half an emoji, which can't be stored. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  // A code point has at most two units.
  return [...text.slice(0, 2 * maxLength)].slice(0, maxLength).join('')
}
