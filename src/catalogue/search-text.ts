import { nameWords } from './name-key.ts'

/**
 * What `q` is looked up in: every word of the names once, in its normal form and with a space before it, so that
 * `searchText LIKE '% ' || word || '%'` finds the words that begin with one.
 */
export function searchText(names: readonly string[]): string {
  return [...new Set(names.flatMap(searchWords))].map((word) => ` ${word}`).join('')
}

/** The words of a search, in the form that {@link searchText} has them; all of them have to be found. */
export function searchWords(text: string): readonly string[] {
  return nameWords(text).flatMap((word) => word.split('>'))
}
