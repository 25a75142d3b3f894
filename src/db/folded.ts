/** Text as it is compared when letter case does not matter: NFC, lower case. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
