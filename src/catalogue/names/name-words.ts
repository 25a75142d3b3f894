import { foldText } from '#lib/fold.ts'
import { spellings } from './spellings.ts'

/** Words that don't help to identify the exercise. */
const fillers = new Set(['the', 'and', 'with', 'w', 'of', 'on'])

/** A word without its plural ending: presses → press, crunches → crunch, flies → fly, raises → raise. */
function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s')) return word
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('es')) {
    const stem = word.slice(0, -2)
    if (stem.endsWith('ss') || stem.endsWith('ch') || stem.endsWith('sh') || stem.endsWith('x')) return stem
    if (stem.length > 2 && stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  }
  return word.slice(0, -1)
}

function spelledOut(word: string): readonly string[] {
  return Object.hasOwn(spellings, word) ? (spellings[word] ?? []) : [word]
}

/**
 * The words of a name in their order: lowercase, without accents, punctuation, brackets or fillers.
 * `Low-to-High Fly` keeps its direction as one word, since low to high isn't high to low: `low>high fly`.
 */
export function plainWords(name: string): readonly string[] {
  return (
    // An apostrophe does not separate words (`farmer's` is `farmers`), the bar is called E-Z as well as EZ, and sets
    // and reps are one word however they are spaced: `5 × 5` is `5x5`.
    foldText(name.replace(/['’‘`´ʼ′＇]/g, ''))
      // Folding turns `ŉ` into an apostrophe and an `n`.
      .replaceAll('ʼ', '')
      .replace(/\be-z\b/g, 'ez')
      .replace(/(?<=\d)\s*[×x]\s*(?=\d)/g, 'x')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .replace(/(?<=\S) to (?=\S)/g, '>')
      .split(' ')
      .filter((word) => word !== '' && !fillers.has(word))
  )
}

/** The words of a name in their normal form and in order: `Dumbell Flyes (Incline)` → `dumb bell fly incline`. */
export function nameWords(name: string): readonly string[] {
  return plainWords(name).flatMap(normalWords)
}

/** The normal form of a plain word: one word, or those that a compound or an abbreviation stands for. */
export function normalWords(word: string): readonly string[] {
  return word.includes('>') ? [word.split('>').map(singular).join('>')] : spelledOut(singular(word))
}

/**
 * The normal form under which two names are the same exercise: its words, sorted, each once. `Bench Press (Barbell)`,
 * `barbell bench-press` and `Barbell Bench Presses` have one key. Empty for a name without a letter or digit.
 */
export function nameKey(name: string): string {
  return [...new Set(nameWords(name))].sort().join(' ')
}

/** The words, with directions split: `low>high` becomes `low`, `high`. */
export function withoutDirections(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => word.split('>'))
}
