import { editDistances } from './edits.ts'
import { spellings } from './spellings.ts'

/** A known word that is close to a typed one. */
export interface NearWord {
  /** What the known word stands for, in the normal form of names. */
  readonly words: readonly string[]
  readonly edits: number
  /** Whether only a prefix of the known word is close. */
  readonly isBeginning: boolean
  /** Whether the first letter differs; people rarely mistype it. */
  readonly isOtherInitial: boolean
}

/** A set of letters as bits, to rule most words out before their distance is computed. */
function lettersOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

function count(bits: number): number {
  let left = bits
  let ones = 0
  for (; left !== 0; ones++) left &= left - 1
  return ones
}

interface Known {
  readonly text: string
  readonly letters: number
  readonly words: readonly string[]
  /** Two words of a name written as one. */
  readonly isJoined: boolean
}

/** Shorter words are not considered mistyped prefixes of other words. */
const minUnfinishedLength = 5

/** The words that the names of exercises are made of, and the compounds that stand for several of them. */
export class KnownWords {
  readonly #known = new Map<string, Known>()
  readonly #compounds: Known[] = []

  constructor() {
    for (const [text, words] of Object.entries(spellings)) this.#add(text, words)
  }

  /**
   * Adds the words of a name in order, and each two neighbors written as one (`legcurl`). `normal` has the
   * normal form of each word.
   */
  add(written: readonly string[], normal: readonly (readonly string[])[]): void {
    for (const [index, word] of written.entries()) {
      const words = normal[index] ?? []
      for (const each of words) if (!this.#known.has(each)) this.#add(each, [each])
      const joined = word + (written[index + 1] ?? '')
      if (joined !== word && !this.#known.has(joined))
        this.#add(joined, [...words, ...(normal[index + 1] ?? [])], true)
      const both = words.length === 2 && words.join('')
      if (both && !this.#known.has(both)) this.#add(both, words)
    }
  }

  #add(text: string, words: readonly string[], isJoined = false): void {
    const known = { text, letters: lettersOf(text), words, isJoined }
    this.#known.set(text, known)
    if (words.length > 1 && !isJoined) this.#compounds.push(known)
  }

  /** What a text stands for, if it is known exactly. */
  get(text: string): readonly string[] | undefined {
    return this.#known.get(text)?.words
  }

  /** What each compound or abbreviation that begins with this text stands for. */
  *beginningWith(text: string): Generator<readonly string[]> {
    for (const known of this.#compounds)
      if (known.text.length > text.length && known.text.startsWith(text)) yield known.words
  }

  /** The known words within `max` edits. */
  *near(typed: string, max: number): Generator<NearWord> {
    const letters = lettersOf(typed)
    const longest = typed.length < minUnfinishedLength ? typed.length + max : Number.POSITIVE_INFINITY
    for (const known of this.#known.values()) {
      if (known.text.length > longest || count(letters & ~known.letters) > max) continue
      const distances = editDistances(typed, known.text, max)
      if (!distances) continue
      const isBeginning = distances.whole > max
      if (isBeginning && (known.isJoined || typed.length < minUnfinishedLength || distances.beginning > 1))
        continue
      yield {
        words: known.words,
        edits: isBeginning ? distances.beginning : distances.whole,
        isBeginning,
        isOtherInitial: known.text[0] !== typed[0] && known.text[0] !== typed[1],
      }
    }
  }
}
