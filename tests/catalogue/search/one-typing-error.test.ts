import { expect, test } from 'bun:test'
import { loadCatalogue } from '#catalogue/load.ts'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { mainStaples } from '#training/recommend/staples.ts'

const { exercises } = loadCatalogue()
const names = new ExerciseNames(builtinExercises)

/**
 * Misspellings of a name. At every third position in words of at least five letters, a letter is missing,
 * doubled, or swapped with the next.
 */
function* typingErrors(name: string): Generator<string> {
  for (const { 0: word, index } of name.matchAll(/\p{L}{5,}/gu))
    for (let at = 0; at < word.length; at += 3) {
      const [before, letter = '', next = '', after] = [
        word.slice(0, at),
        word[at],
        word[at + 1],
        word.slice(at + 2),
      ]
      const nameWith = (misspelling: string) =>
        name.slice(0, index) + misspelling + name.slice(index + word.length)
      yield nameWith(before + next + after)
      yield nameWith(before + letter + letter + next + after)
      if (next !== '' && next !== letter) yield nameWith(before + next + letter + after)
    }
}

test('99% of common exercises with one typing error are among the first three results', () => {
  const missed: string[] = []
  let count = 0
  for (const { slug, name } of exercises.filter(({ slug }) => mainStaples.has(slug)))
    for (const typed of typingErrors(name)) {
      count++
      const matches = searchExercises([names], typed).slice(0, 3)
      if (!matches.some(({ exercise }) => exercise.id === slug))
        missed.push(`${typed}: ${matches[0]?.exercise.id}`)
    }
  expect(count).toBeGreaterThan(400)
  expect({ missed, areTooMany: missed.length > count / 100 }).toEqual({ missed, areTooMany: false })
})
