import { expect, test } from 'bun:test'
import { loadCatalogue } from '#catalogue/load.ts'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { firstResults, topThreeResults } from './judged-searches.ts'

const { exercises } = loadCatalogue()
const names = new ExerciseNames(builtinExercises)

function searchIds(q: string): string[] {
  return searchExercises([names], q).map(({ exercise }) => exercise.id)
}

test.each(Object.entries(firstResults))('%s finds %s first', (q, id) => {
  expect(searchIds(q)[0]).toBe(id)
})

test.each(Object.entries(topThreeResults))('%s finds %j among the first three', (q, ids) => {
  expect(searchIds(q).slice(0, 3)).toEqual(expect.arrayContaining([...ids]))
})

test('there are at least 150 judged searches, all for exercises that exist', () => {
  expect(Object.keys(firstResults).length + Object.keys(topThreeResults).length).toBeGreaterThanOrEqual(150)
  const ids = new Set(exercises.map(({ slug }) => slug))
  expect(
    [...Object.values(firstResults), ...Object.values(topThreeResults).flat()].filter((id) => !ids.has(id)),
  ).toEqual([])
})
