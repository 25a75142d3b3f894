import type { NameInWords } from '../names/exercise-names.ts'
import { isUnspaced } from '../names/unspaced.ts'

/** How the words of a search match an exercise, best first. */
export const tier = {
  exactName: 0,
  exactAlias: 1,
  /** All but the equipment: `curl` finds `Barbell Curl` before `Curl to Press`. */
  exactButEquipment: 2,
  /** Includes aliases that match except for letters not typed yet. */
  nameBegins: 3,
  nameHasWords: 4,
  /** The whole name in another language. */
  exactTranslation: 5,
  aliasBegins: 6,
  aliasHasWords: 7,
  /** Some words are in one name, some in another. */
  wordsOfSeveralNames: 8,
  /** Words of a name in another language, or their beginnings. */
  translation: 9,
  /** The exercise that an import would choose for the search. */
  near: 10,
} as const

/** The tier of a name that has these words, each of which may be only the beginning of a word in the name. */
export function tierOf(name: NameInWords, words: readonly string[]): number {
  if (words.some(isUnspaced)) return unspacedTier(name, words.join(''))
  const { isAlias, sequence, head } = name
  const isWhole = words.every((word) => name.words.has(word))
  if (isWhole && hasOnly(sequence, words)) return isAlias ? tier.exactAlias : tier.exactName
  if (isWhole && head.length > 0 && hasOnly(head, words)) return tier.exactButEquipment
  const isBeginning = beginsWith(sequence, words) || beginsWith(head, words)
  if (isAlias && isBeginning && sequence.length === words.length) return tier.nameBegins
  if (isAlias) return isBeginning ? tier.aliasBegins : tier.aliasHasWords
  return isBeginning ? tier.nameBegins : tier.nameHasWords
}

function hasOnly(sequence: readonly string[], words: readonly string[]): boolean {
  return sequence.every((word) => words.includes(word))
}

function beginsWith(sequence: readonly string[], words: readonly string[]): boolean {
  const last = words.length - 1
  return words.every((word, index) =>
    index === last ? sequence[index]?.startsWith(word) : sequence[index] === word,
  )
}

/** Like `tierOf`, for scripts without spaces, whose words may be anywhere in a name. */
function unspacedTier({ sequence, isAlias }: NameInWords, text: string): number {
  const name = sequence.join('')
  if (name === text) return isAlias ? tier.exactAlias : tier.exactName
  if (name.startsWith(text)) return isAlias ? tier.aliasBegins : tier.nameBegins
  return isAlias ? tier.aliasHasWords : tier.nameHasWords
}
