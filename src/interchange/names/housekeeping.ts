/** Labels that people add to names to organize them; they say nothing about the exercise. */
const additions: readonly RegExp[] = [
  /\bold data\b/giu,
  /\b(?:backup|old|new|copy|archived?|deprecated|duplicate|test)\b/giu,
  /#\s*\d+\b/gu,
  /\brpe\s?@?\d+(?:[.,]\d)?\b/giu,
  /@\s?\d+(?:[.,]\d)?/gu,
  /\b(?:each|per) (?:side|arm|leg|hand)\b/giu,
  /(?<=\()\s*,|,\s*(?=\))/gu,
]

/** The name without such labels; undefined if it has none, or nothing else. */
export function withoutHousekeeping(name: string): string | undefined {
  const kept = additions
    .reduce((text, addition) => text.replace(addition, ' '), name)
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return kept === '' || kept === name.trim() ? undefined : kept
}
