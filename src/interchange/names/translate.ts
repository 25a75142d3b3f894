import { plainWords } from '#catalogue/names/name-words.ts'
import { dictionaries } from './phrases.ts'

/** The longest phrase in a dictionary, in words. */
const longestPhrase = 7
/** A name with more words than this is a sentence. */
const longestName = 14

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The dictionaries, with their phrases normalized like names. */
const dictionariesByWords: readonly ReadonlyMap<string, string>[] = dictionaries.map(
  (dictionary) => new Map([...dictionary].map(([phrase, meaning]) => [piecesOf(phrase).join(' '), meaning])),
)

/** Splits a name into words, or into characters if its script doesn't separate words. */
function piecesOf(name: string): readonly string[] {
  return plainWords(name).flatMap((word) => (unspaced.test(word) ? [...word] : [word]))
}

/**
 * English translations of a name, one for each language that has all of its words: an unknown word could
 * make it another exercise.
 */
export function translations(name: string): readonly string[] {
  const pieces = piecesOf(name)
  if (pieces.length === 0 || pieces.length > longestName * 2) return []
  const found = dictionariesByWords.flatMap((dictionary) => translated(pieces, dictionary) ?? [])
  return [...new Set(found)]
}

function translated(pieces: readonly string[], dictionary: ReadonlyMap<string, string>): string | undefined {
  const meanings: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = lengthOfPhrase(pieces, at, dictionary)
    if (length === 0) return undefined
    meanings.push(dictionary.get(pieces.slice(at, at + length).join(' ')) ?? '')
    at += length
  }
  return meanings.filter((meaning) => meaning !== '').join(' ') || undefined
}

/** The length of the longest phrase that begins there, in pieces; 0 if none does. */
function lengthOfPhrase(
  pieces: readonly string[],
  at: number,
  dictionary: ReadonlyMap<string, string>,
): number {
  const longest = Math.min(longestPhrase * 2, pieces.length - at)
  for (let length = longest; length > 0; length--)
    if (dictionary.has(pieces.slice(at, at + length).join(' '))) return length
  return 0
}
