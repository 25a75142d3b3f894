import { nameWords, plainWords } from './names/name-words.ts'

function withoutDirections(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split('>'))
}

/**
 * The text that `q` is searched in: every word of the names once, both as written and in its normal form,
 * each preceded by a space, so that the words beginning with `w` are found by `instr(searchText, ' w')`.
 */
export function searchText(names: readonly string[]): string {
  const words = names.flatMap((name) => withoutDirections([...plainWords(name), ...nameWords(name)]))
  return [...new Set(words)].map((word) => ` ${word}`).join('')
}

/** The words of a search, in the form of {@link searchText}; each has to be found. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(withoutDirections(nameWords(text)))]
}
