import { editDistances } from './edits.ts'
import { spellings } from './spellings.ts'

/** A known word that is close to a typed one. */
export interface NearWord {
  /** The known word as it is written. */
  readonly text: string
  /** The words that the known word stands for, in the normal form of names. */
  readonly words: readonly string[]
  readonly edits: number
  /** Whether only a prefix of the known word is close. */
  readonly isBeginning: boolean
  /** Whether its first letter isn't among the first two letters typed; people rarely mistype it. */
  readonly hasOtherInitial: boolean
}

/** A set of letters as bits, to rule most words out before their distance is computed. */
function lettersOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

function hasMoreBits(bits: number, max: number): boolean {
  let remaining = bits
  for (let ones = 0; remaining !== 0; ones++) {
    if (ones === max) return true
    remaining &= remaining - 1
  }
  return false
}

interface KnownWord {
  readonly text: string
  readonly letters: number
  readonly words: readonly string[]
  /** Whether it is two words of a name written as one. */
  readonly isJoined: boolean
}

/** Shorter words are not considered mistyped prefixes of other words. */
const minUnfinishedLength = 5

/** The words that the names of exercises are made of, and the compounds that stand for several of them. */
export class KnownWords {
  readonly #known = new Map<string, KnownWord>()
  /** The same in a list, which is faster to go through. */
  readonly #all: KnownWord[] = []
  readonly #compounds: KnownWord[] = []

  constructor() {
    for (const [text, words] of Object.entries(spellings)) this.#add(text, words)
  }

  /**
   * Adds the words of a name in order, and each pair of neighbors written as one word (`legcurl`). `normal` has the
   * normal form of each word.
   */
  add(plain: readonly string[], normal: readonly (readonly string[])[]): void {
    for (const [index, word] of plain.entries()) {
      const words = normal[index] ?? []
      for (const each of words) if (!this.#known.has(each)) this.#add(each, [each])
      const joined = word + (plain[index + 1] ?? '')
      if (joined !== word && !this.#known.has(joined))
        this.#add(joined, [...words, ...(normal[index + 1] ?? [])], true)
      const compound = words.length === 2 && words.join('')
      if (compound && !this.#known.has(compound)) this.#add(compound, words)
    }
  }

  #add(text: string, words: readonly string[], isJoined = false): void {
    const known = { text, letters: lettersOf(text), words, isJoined }
    this.#known.set(text, known)
    this.#all.push(known)
    if (words.length > 1 && !isJoined) this.#compounds.push(known)
  }

  /** The words that a string stands for, if it is exactly a known word. */
  get(text: string): readonly string[] | undefined {
    return this.#known.get(text)?.words
  }

  /** The words that each compound or abbreviation beginning with this text stands for. */
  *beginningWith(text: string): Generator<readonly string[]> {
    for (const known of this.#compounds)
      if (known.text.length > text.length && known.text.startsWith(text)) yield known.words
  }

  /** The known words within `maxEdits` edits. */
  *near(typed: string, maxEdits: number): Generator<NearWord> {
    const letters = lettersOf(typed)
    const maxLength = typed.length < minUnfinishedLength ? typed.length + maxEdits : Number.POSITIVE_INFINITY
    for (const known of this.#all) {
      if (known.text.length > maxLength || hasMoreBits(letters & ~known.letters, maxEdits)) continue
      const distances = editDistances(typed, known.text, maxEdits)
      if (!distances) continue
      const isBeginning = distances.whole > maxEdits
      if (isBeginning && (known.isJoined || typed.length < minUnfinishedLength || distances.beginning > 1))
        continue
      yield {
        text: known.text,
        words: known.words,
        edits: isBeginning ? distances.beginning : distances.whole,
        isBeginning,
        hasOtherInitial: known.text[0] !== typed[0] && known.text[0] !== typed[1],
      }
    }
  }
}
