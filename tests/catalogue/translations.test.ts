import { describe, expect, test } from 'bun:test'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { nameKey } from '#catalogue/names/name-words.ts'
import { translatedNames, translationsOf } from '#catalogue/translations.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'

const english = new ExerciseNames(builtinExercises)
const translations = Object.entries(translatedNames).flatMap(([language, names]) =>
  Object.entries(names).flatMap(([slug, list]) => list.map((name) => ({ language, slug, name }))),
)

test.each(Object.entries(translatedNames))('%s has names for at least 60 exercises', (_, names) => {
  expect(Object.keys(names).length).toBeGreaterThanOrEqual(60)
})

test('each translation is a valid name of an existing exercise', () => {
  const slugs = new Set(builtinExercises.map(({ id }) => id))
  const invalid = translations.filter(
    ({ slug, name }) => !slugs.has(slug) || name !== name.trim() || name.length > 80 || nameKey(name) === '',
  )
  expect(invalid).toEqual([])
})

test('no translation is the name of two exercises, in the same or different languages', () => {
  const byKey = Map.groupBy(translations, ({ name }) => nameKey(name))
  const ambiguous = [...byKey].flatMap(([key, list]) => {
    const slugs = new Set(list.map(({ slug }) => slug))
    return slugs.size > 1 ? [`${key}: ${[...slugs].join(', ')}`] : []
  })
  expect(ambiguous).toEqual([])
})

test('no translation is the English name of another exercise', () => {
  const conflicting = translations.flatMap(({ slug, name }) => {
    const englishMatch = english.find(name)
    return englishMatch && englishMatch.exercise.id !== slug
      ? [`${name} is ${englishMatch.exercise.id}, not ${slug}`]
      : []
  })
  expect(conflicting).toEqual([])
})

describe('the translations of an exercise', () => {
  test('are listed by language, the most common first', () => {
    const [first, second] = translationsOf('barbell-bench-press')
    expect([first, second]).toEqual([
      { language: 'de', name: 'Bankdrücken' },
      { language: 'de', name: 'Langhantel-Bankdrücken' },
    ])
  })

  test('are empty for an uncommon exercise', () => {
    expect(translationsOf('zottman-curl')).toEqual([])
  })
})
