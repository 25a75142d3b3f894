import { expect, test } from 'bun:test'
import { assistedExercises } from '#catalogue/assisted.ts'
import { loadCatalogue } from '#catalogue/load.ts'

test('assistedExercises has every bodyweight exercise called assisted, and no other', () => {
  const named = loadCatalogue()
    .exercises.filter(({ slug, tracking }) => /(^|-)assisted-/.test(slug) && tracking === 'bodyweight_reps')
    .map(({ slug }) => slug)
  expect(named.sort()).toEqual([...assistedExercises].sort())
})
