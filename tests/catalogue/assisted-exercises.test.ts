import { expect, test } from 'bun:test'
import { assistedExercises } from '#catalogue/assisted.ts'
import { loadCatalogue } from '#catalogue/load.ts'

test('every exercise that is called assisted and moves the body is marked, and no other', () => {
  const named = loadCatalogue()
    .exercises.filter(({ slug, tracking }) => /(^|-)assisted-/.test(slug) && tracking === 'bodyweight_reps')
    .map(({ slug }) => slug)
  expect(named.sort()).toEqual([...assistedExercises].sort())
})
