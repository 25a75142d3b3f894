import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { catalogueData } from '#catalogue/data/index.ts'
import { nameKey, nameWords } from '#catalogue/names/name-words.ts'

describe('nameKey is the same for', () => {
  test.each([
    ['Bench Press (Barbell)', 'barbell bench press'],
    ['Bench Press (Barbell)', 'Barbell Bench-Presses'],
    ['  Lat   Pulldown ', 'lat pull-down'],
    ['Pull Up', 'Pullups'],
    ['Dumbell Flyes', 'Dumbbell Fly'],
    ['DB Curl', 'Dumbbell Curls'],
    ['Clean & Jerk', 'Clean and Jerk'],
    ['One-Arm Row', 'Single Arm Row'],
    ["Farmer's Walk", 'Farmers Walk'],
    ['E-Z Bar Curl', 'EZ-Bar Curl'],
    ['Seated Cable Row (Cable)', 'Seated Cable Row'],
    ['Standing Calf Raises', 'Calf Raise (Standing)'],
    ['Crunches', 'Crunch'],
    ['Lat Pulldown – Wide Grip', 'Wide-Grip Lat Pulldown'],
    ['Développé couché', 'developpe COUCHE'],
    ['Squat 5x5', 'Squat 5 × 5'],
    ['Squat 3x10', 'Squat 3X10'],
    ['Handŉ Walk', "Hand'n Walk"],
  ])('%s and %s', (name, other) => {
    expect(nameKey(name)).toBe(nameKey(other))
  })
})

describe('nameKey differs for', () => {
  test.each([
    ['Squat', 'Front Squat'],
    ['Low-to-High Cable Fly', 'High-to-Low Cable Fly'],
    ['Bench Press (Barbell)', 'Bench Press (Dumbbell)'],
    ['Lateral Raise', 'Lat Raise'],
    ['Leg Press', 'Legs'],
    ['Push Up', 'Push Down'],
    ['Приседания', 'Жим лёжа'],
  ])('%s and %s', (name, other) => {
    expect(nameKey(name)).not.toBe(nameKey(other))
  })
})

test('a name without letters or digits has an empty key', () => {
  for (const name of ['', '  ', '---', '(…)']) expect(nameKey(name)).toBe('')
})

test('words that only resemble plurals are unchanged', () => {
  expect(nameWords('Press Cross Plus Tennis')).toEqual(['press', 'cross', 'plus', 'tennis'])
})

const names = catalogueData.flatMap(({ name, aliases }) => [name, ...aliases])

test('the key of a name does not depend on the order of words, letter case, separators or brackets', () => {
  const namesWithoutTo = names.filter((name) => !/\bto\b/i.test(name))
  const separators = fc.constantFrom(' ', '-', ' - ', '  ', ' / ', ', ', ' (', ') ')
  fc.assert(
    fc.property(
      fc.constantFrom(...namesWithoutTo).chain((name) => {
        // Words that are joined by a hyphen or an apostrophe stay together.
        const words = name.split(' ')
        return fc.record({
          name: fc.constant(name),
          words: fc.shuffledSubarray(words, { minLength: words.length }),
        })
      }),
      separators,
      fc.boolean(),
      ({ name, words }, separator, isUpperCase) => {
        const spelling = words.join(separator)
        expect(nameKey(isUpperCase ? spelling.toUpperCase() : spelling)).toBe(nameKey(name))
      },
    ),
  )
})

test('the key of a key is the key itself, unless sorting joins words', () => {
  // Next to each other, `5` and `x5` are 5 × 5, and `a to z` is a direction.
  const joinsWords = (key: string) => key.includes('>') || / to |\d x|x \d/.test(key)
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...names)), (text) => {
      const key = nameKey(text)
      fc.pre(!joinsWords(key))
      expect(nameKey(key)).toBe(key)
    }),
  )
})
