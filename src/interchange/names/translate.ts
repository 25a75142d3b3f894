import { plainWords } from '#catalogue/names/name-words.ts'
import { dictionaries } from './phrases.ts'

/** The number of pieces in the longest phrase to look up; see `piecesOf`. */
const maxPhrasePieces = 14
/** A name with more pieces is a sentence. */
const maxNamePieces = 28

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
 * English translations of a name, one for each language whose dictionary has all of its words, because an unknown
 * word could make it a different exercise.
 */
export function translationsOf(name: string): readonly string[] {
  const pieces = piecesOf(name)
  if (pieces.length === 0 || pieces.length > maxNamePieces) return []
  const translatedNames = dictionariesByWords.flatMap((dictionary) => translated(pieces, dictionary) ?? [])
  return [...new Set(translatedNames)]
}

function translated(pieces: readonly string[], dictionary: ReadonlyMap<string, string>): string | undefined {
  const meanings: string[] = []
  for (let index = 0; index < pieces.length; ) {
    const length = lengthOfPhrase(pieces, index, dictionary)
    if (length === 0) return undefined
    meanings.push(dictionary.get(pieces.slice(index, index + length).join(' ')) ?? '')
    index += length
  }
  return meanings.filter((meaning) => meaning !== '').join(' ') || undefined
}

/** The length of the longest phrase that begins at an index, in pieces; 0 if none does. */
function lengthOfPhrase(
  pieces: readonly string[],
  index: number,
  dictionary: ReadonlyMap<string, string>,
): number {
  const longest = Math.min(maxPhrasePieces, pieces.length - index)
  for (let length = longest; length > 0; length--)
    if (dictionary.has(pieces.slice(index, index + length).join(' '))) return length
  return 0
}
