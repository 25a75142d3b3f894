const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a word is in a script without spaces between words or, as in Korean, between parts of compounds. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word)
}

/** A name is close to a typed text if it contains at least this share of the text's letter pairs. */
const minSharedPairs = 0.6

/** Whether most pairs of neighboring letters of a typed text are in a name. */
export function sharesPairs(typed: string, name: string): boolean {
  const letters = [...typed]
  if (letters.length < 3) return false
  const pairs = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  return pairs.filter((pair) => name.includes(pair)).length >= pairs.length * minSharedPairs
}
