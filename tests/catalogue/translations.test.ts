import { describe, expect, test } from 'bun:test'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { nameKey } from '#catalogue/names/name-words.ts'
import { translatedNames, translationsOf } from '#catalogue/translations.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'

const english = new ExerciseNames(builtinExercises)
const all = Object.entries(translatedNames).flatMap(([language, names]) =>
  Object.entries(names).flatMap(([slug, list]) => list.map((name) => ({ language, slug, name }))),
)

test.each(Object.entries(translatedNames))('%s has names for at least 60 exercises', (_, names) => {
  expect(Object.keys(names).length).toBeGreaterThanOrEqual(60)
})

test('each names an existing exercise', () => {
  const slugs = new Set(builtinExercises.map(({ id }) => id))
  const broken = all.filter(
    ({ slug, name }) => !slugs.has(slug) || name !== name.trim() || name.length > 80 || nameKey(name) === '',
  )
  expect(broken).toEqual([])
})

test('none names two exercises, in any languages', () => {
  const slugs = Map.groupBy(all, ({ name }) => nameKey(name))
  const ambiguous = [...slugs].flatMap(([key, list]) => {
    const meant = new Set(list.map(({ slug }) => slug))
    return meant.size > 1 ? [`${key}: ${[...meant].join(', ')}`] : []
  })
  expect(ambiguous).toEqual([])
})

test('none is the English name of another exercise', () => {
  const shadowed = all.flatMap(({ slug, name }) => {
    const found = english.find(name)
    return found && found.exercise.id !== slug ? [`${name} is ${found.exercise.id}, not ${slug}`] : []
  })
  expect(shadowed).toEqual([])
})

describe('the translations of an exercise', () => {
  test('are listed by language, most usual first', () => {
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
