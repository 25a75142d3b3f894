/** Labels that people add to names to keep order; they say nothing about the exercise. */
const labels: readonly RegExp[] = [
  /\bold data\b/giu,
  /\b(?:backup|old|new|copy|archived?|deprecated|duplicate|test)\b/giu,
  /#\s*\d+\b/gu,
  /\brpe\s?@?\d+(?:[.,]\d)?\b/giu,
  /@\s?\d+(?:[.,]\d)?/gu,
  /\b(?:each|per) (?:side|arm|leg|hand)\b/giu,
  /(?<=\()\s*,|,\s*(?=\))/gu,
]

/** The name without such labels; undefined if it has no labels or consists of nothing else. */
export function withoutLabels(name: string): string | undefined {
  const stripped = labels
    .reduce((text, label) => text.replace(label, ' '), name)
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return stripped === '' || stripped === name.trim() ? undefined : stripped
}
