import { nameWords, plainWords } from './name-key.ts'

function withoutDirections(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split('>'))
}

/**
 * What `q` is looked up in: every word of the names once, as it stands there and in its normal form, each with a space
 * before it, so that the words that begin with `w` are found by `instr(searchText, ' w')`.
 */
export function searchText(names: readonly string[]): string {
  const words = names.flatMap((name) => withoutDirections([...plainWords(name), ...nameWords(name)]))
  return [...new Set(words)].map((word) => ` ${word}`).join('')
}

/** The words of a search, in the form that {@link searchText} has them; each has to be found. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(withoutDirections(nameWords(text)))]
}
