import { expect, test } from 'bun:test'
import { assistedExercises } from '#catalogue/assisted.ts'
import { loadCatalogue } from '#catalogue/load.ts'
import { isAssistedExercise } from '#training/load.ts'

test('assistedExercises are exactly the bodyweight exercises whose slug contains assisted', () => {
  const assistedSlugs = loadCatalogue()
    .exercises.filter(({ slug, tracking }) => /(^|-)assisted-/.test(slug) && tracking === 'bodyweight_reps')
    .map(({ slug }) => slug)
  expect(assistedSlugs.sort()).toEqual([...assistedExercises].sort())
})

test('isAssistedExercise recognizes exactly the assistedExercises', () => {
  const ids = loadCatalogue().exercises.map(({ slug }) => slug)
  expect(ids.filter((id) => isAssistedExercise({ id })).sort()).toEqual([...assistedExercises].sort())
})
