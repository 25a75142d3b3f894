import { expect, test } from 'bun:test'
import { loadCatalogue } from '#catalogue/load.ts'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { searchExercises } from '#catalogue/search/search.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { first, top3 } from './judged-searches.ts'

const { exercises } = loadCatalogue()
const names = new ExerciseNames(builtinExercises)

function found(q: string): string[] {
  return searchExercises([names], q).map(({ exercise }) => exercise.id)
}

test.each(Object.entries(first))('%s is %s', (q, id) => {
  expect(found(q)[0]).toBe(id)
})

test.each(Object.entries(top3))('%s finds %p among the first three', (q, ids) => {
  expect(found(q).slice(0, 3)).toEqual(expect.arrayContaining([...ids]))
})

test('there are at least 150 judged searches of exercises that exist', () => {
  expect(Object.keys(first).length + Object.keys(top3).length).toBeGreaterThanOrEqual(150)
  const ids = new Set(exercises.map(({ slug }) => slug))
  expect([...Object.values(first), ...Object.values(top3).flat()].filter((id) => !ids.has(id))).toEqual([])
})
