/**
 * Text for case-insensitive comparison: composed (NFC) and lowercased by way of uppercase, which makes ß, ẞ
 * and SS equal, and the two lowercase sigmas too.
 */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC')
}
