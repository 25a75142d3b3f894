import { describe, expect, test } from 'bun:test'
import { ExerciseNames, type NameableExercise } from '#catalogue/names/exercise-names.ts'
import { lookupIn } from '#catalogue/names/name-lookup.ts'
import { nameWords } from '#catalogue/names/name-words.ts'
import { translationsOf } from '#catalogue/translations.ts'
import { mapNames } from '#interchange/names/map-names.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'

function custom(name: string, ...aliases: readonly string[]): NameableExercise {
  return { id: `custom ${name}`, name, aliases, equipment: 'machine', source: 'custom' }
}

/** Names of built-in exercises in other spellings, compounds, typing errors, and words of no built-in exercise. */
const own = [
  custom('leg press'),
  custom('Barbell Bench-Presses'),
  custom('Pull Downs', 'Squat'),
  custom('Crls'),
  custom('Bicepcurl'),
  custom('Quantum Hoist', 'Zercher Carry'),
  custom('Überzüge'),
  custom('Kniebeuge'),
  custom('Low-to-High Fly'),
]
const builtIn = builtinExercises.map((exercise) => ({
  ...exercise,
  translations: translationsOf(exercise.id),
}))
const one = new ExerciseNames([...builtIn, ...own])
const two = lookupIn(new ExerciseNames(own), new ExerciseNames(builtIn))

/** Every name, and every twelfth without its second letter, as the user's own exercises are too. */
const names = [...builtIn, ...own].flatMap(({ name, aliases, source }, index) => {
  const all = [name, ...aliases]
  return index % 12 === 0 || source === 'custom'
    ? [...all, ...all.map((text) => text[0] + text.slice(2))]
    : all
})

describe('own and built-in exercises in two indexes are found as in one', () => {
  test('by name and by words', () => {
    for (const name of names) {
      const words = nameWords(name)
      expect([name, two.find(name)]).toEqual([name, one.find(name)])
      expect([name, two.findWords(words)]).toEqual([name, one.findWords(words)])
      expect([name, two.withWords(words)]).toEqual([name, one.withWords(words)])
      expect(words.map((word) => two.words.has(word))).toEqual(words.map((word) => one.words.has(word)))
    }
  })

  test('by misspelled words, in the same order', () => {
    for (const word of [
      'leg',
      'legpress',
      'pulldown',
      'crls',
      'crl',
      'bicepcurls',
      'quantun',
      'uberzuge',
      'sqat',
    ])
      expect([word, [...two.knownWords.near(word, 2)]]).toEqual([word, [...one.knownWords.near(word, 2)]])
  })

  test('by the names in a file', () => {
    const facts = { sets: 10, weighted: 10, counted: 10, timed: 0, measured: 0 }
    const logged = [...names, 'Supino Reto', 'Sentadilla', 'Ohio State'].map((name) => ({ name, ...facts }))
    expect(mapNames(logged, two)).toEqual(mapNames(logged, one))
  })
})
