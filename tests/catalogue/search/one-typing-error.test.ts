import { expect, test } from 'bun:test'
import { loadCatalogue } from '#catalogue/load.ts'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { firstChoices } from '#training/recommend/staples.ts'

const { exercises } = loadCatalogue()
const names = new ExerciseNames(builtinExercises)

/**
 * Misspellings: a letter missing, doubled, or swapped with the next, at every second position of words of
 * five letters or more.
 */
function* typingErrors(name: string): Generator<string> {
  for (const { 0: word, index } of name.matchAll(/\p{L}{5,}/gu))
    for (let at = 0; at < word.length; at += 2) {
      const [before, letter = '', next = '', after] = [
        word.slice(0, at),
        word[at],
        word[at + 1],
        word.slice(at + 2),
      ]
      const written = (wrong: string) => name.slice(0, index) + wrong + name.slice(index + word.length)
      yield written(before + next + after)
      yield written(before + letter + letter + next + after)
      if (next !== '' && next !== letter) yield written(before + next + letter + after)
    }
}

test('99 % of common exercises with one typing error are among the first three results', () => {
  const missed: string[] = []
  let tried = 0
  for (const { slug, name } of exercises.filter((each) => firstChoices.has(each.slug)))
    for (const typed of typingErrors(name)) {
      tried++
      const found = searchExercises([names], typed).slice(0, 3)
      if (!found.some(({ exercise }) => exercise.id === slug))
        missed.push(`${typed}: ${found[0]?.exercise.id}`)
    }
  expect(tried).toBeGreaterThan(400)
  expect({ missed, areTooMany: missed.length > tried / 100 }).toEqual({ missed, areTooMany: false })
})
