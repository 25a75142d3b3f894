/**
 * Text as it is compared when letter case does not matter: composed (NFC) and in lower case, by way of upper
 * case, which makes ß, ẞ and SS the same; and so are the two small sigmas.
 */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC')
}
