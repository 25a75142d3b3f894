import { describe, expect, spyOn, test } from 'bun:test'
import fc from 'fast-check'
import { equipmentIn } from '#catalogue/names/equipment-words.ts'
import { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { nameWords } from '#catalogue/names/name-words.ts'
import type { FileExercise, NameMapping } from '#interchange/model.ts'
import { mapNames } from '#interchange/names/map-names.ts'
import { bracketedName } from '#interchange/write/app-name.ts'
import { builtinExercises } from '#tests/support/builtin-exercises.ts'
import { defaultNames } from './default-names.ts'

const builtin = builtinExercises
const names = new ExerciseNames(builtin)

function logged(name: string, facts: Partial<FileExercise> = {}): FileExercise {
  return { name, sets: 10, weighted: 10, counted: 10, timed: 0, measured: 0, ...facts }
}

function mapped(name: string, among = names): NameMapping | undefined {
  return mapNames([logged(name)], among).get(name)
}

function idOf(name: string): string | undefined {
  const mapping = mapped(name)
  return mapping?.kind === 'known' ? mapping.exerciseId : undefined
}

describe('the certainty of a match', () => {
  test.each([
    ['Barbell Bench Press', 'exact'],
    ['barbell  bench press', 'exact'],
    ['Bench Press (Barbell)', 'alias'],
    ['Barbell Bench-Presses', 'normal'],
    ['Benhc Press (Barbell)', 'score'],
  ])('%s: %s', (name, certainty) => {
    expect(mapped(name)).toMatchObject({ kind: 'known', exerciseId: 'barbell-bench-press', certainty })
  })
})

describe('a name that is close to that of one exercise', () => {
  test.each([
    ['Heavy Squat (Barbell)', 'barbell-back-squat'],
    ['Bench Press (Barbell) 5x5', 'barbell-bench-press'],
    ['Leg Extention', 'leg-extension'],
    ['Front Sqaut', 'barbell-front-squat'],
    ['Technogym Leg Press', 'leg-press'],
    ['Hack Squat (Plate Loaded)', 'machine-hack-squat'],
    ['Inverted Row (TRX)', 'suspension-row'],
    ['Leg Press Left', 'leg-press'],
  ])('%s matches %s', (name, id) => {
    const mapping = mapped(name)
    expect(mapping).toMatchObject({ kind: 'known', exerciseId: id, certainty: 'score' })
    expect(mapping?.kind === 'known' && mapping.score).toBeGreaterThanOrEqual(0.8)
  })
})

describe('an uncertain name has no match, and a name with only one likely meaning has one', () => {
  test.each([
    'Ohio State',
    'Zercher Front Squat',
    'Dumbbell Press',
    'Cable Kickback',
    'Leg Press Row',
    'Squat (Kettlebell) Row',
    'Press',
    'Supino Quântico (Barra)',
    'Reverse Grip Front Raise',
    'Technogym Curl',
    'Heavy Hammock',
    'High Hang Snatch',
  ])('%s has none', (name) => {
    expect(idOf(name)).toBeUndefined()
  })

  test.each([
    ['Front Squat', 'barbell-front-squat'],
    ['Bench', 'barbell-bench-press'],
  ])('%s is %s', (name, id) => {
    expect(idOf(name)).toBe(id)
  })

  test('a name with an additional word in front doesn’t match the exercise without it', () => {
    const kinds = [
      'Front',
      'Reverse',
      'Incline',
      'Single Leg',
      'Jump',
      'Zercher',
      'Seated',
      'Banded',
      'Deficit',
    ]
    for (const exercise of builtin) {
      const words = new Set([exercise.name, ...exercise.aliases].flatMap(nameWords))
      for (const kind of kinds) {
        const isNew = nameWords(kind).some((word) => !words.has(word))
        if (isNew) expect([kind, exercise.name, idOf(`${kind} ${exercise.name}`)]).not.toContain(exercise.id)
      }
    }
  })
})

test.each([
  // Strong
  ['Incline Bench Press (Barbell)', 'incline-barbell-bench-press'],
  ['Lat Pulldown - Underhand (Cable)', 'underhand-lat-pulldown'],
  ['Triceps Extension', 'triceps-extension'],
  ['Chest Fly', 'chest-fly'],
  ['Squat Row (Band)', 'squat-row'],
  // Hevy
  ['Single Arm Landmine Press (Barbell)', 'landmine-press'],
  ['Iso-Lateral Incline Press', 'machine-incline-chest-press'],
  ['Wide-Elbow Triceps Press (Dumbbell)', 'wide-elbow-triceps-press'],
  ['Floor Triceps Dip', 'floor-triceps-dip'],
  // Weightlifting, strongman and others
  ['Power Clean + Push Jerk', 'power-clean-and-jerk'],
  ['Tall Snatch', 'tall-snatch'],
  ['Behind the Neck Jerk', 'behind-the-neck-jerk'],
  ['Paused Deadlift', 'pause-deadlift'],
  ['Log Clean and Press', 'log-clean-and-press'],
  ['Assisted Pull Ups', 'assisted-pull-up'],
  ['Weighted Dips', 'weighted-dip'],
  ['Leg Curls', 'leg-curl'],
  ['Shrugs', 'shrug'],
  ['BJJ', 'martial-arts'],
])('%s matches %s', (name, id) => {
  expect(idOf(name)).toBe(id)
})

test.each([
  ['strong', ['Cable Kickback']],
  ['hevy', []],
  ['fitNotes', []],
] as const)(
  'every default exercise of %s matches a built-in one, except ambiguous names',
  (app, ambiguousNames) => {
    expect(defaultNames[app].filter((name) => idOf(name) === undefined)).toEqual([...ambiguousNames])
  },
)

test('mappings that the user chose earlier come first, then the user’s custom exercises', () => {
  const customLegPress = {
    id: 'custom-1',
    name: 'Leg Press',
    aliases: [],
    equipment: 'machine',
    source: 'custom',
  } as const
  const among = new ExerciseNames([...builtin, customLegPress])
  expect(mapped('leg press', among)).toMatchObject({ exerciseId: 'custom-1', certainty: 'exact' })
  const chosenMappings = new Map([['leg press', 'vertical-leg-press']])
  const mapping = mapNames([logged('Leg-Presses')], among, chosenMappings).get('Leg-Presses')
  expect(mapping).toMatchObject({ exerciseId: 'vertical-leg-press', certainty: 'remembered' })
})

describe('a custom exercise is drafted', () => {
  const draft = (name: string, facts?: Partial<FileExercise>) => {
    const mapping = mapNames([logged(name, facts)], names).get(name)
    return mapping?.kind === 'custom' ? mapping.draft : undefined
  }

  test('with the equipment in its brackets, in any of six languages', () => {
    expect(draft('Ohio State (Cable)')?.equipment).toBe('cable')
    expect(draft('Supino Quântico (Barra)')?.equipment).toBe('barbell')
    expect(draft('Remo Loco (Mancuerna)')?.equipment).toBe('dumbbell')
    expect(draft('Rudern am Gerät (Maschine)')?.equipment).toBe('machine')
    expect(draft('Ohio State')?.equipment).toBe('other')
    expect(equipmentIn('Smith Machine Thing')).toBe('smith_machine')
  })

  test('with the file’s category, or one that its name suggests', () => {
    expect(draft('Cable Thing', { category: 'Triceps' })?.category).toBe('push')
    expect(draft('Thing', { category: 'Back' })?.category).toBe('pull')
    expect(draft('Thing', { category: 'Upper Back' })?.category).toBe('pull')
    expect(draft('Ohio Crunch')?.category).toBe('core')
    expect(draft('Ohio Squat')?.category).toBe('legs')
  })

  test('with the tracking that its sets suggest', () => {
    expect(draft('Ohio')?.tracking).toBe('weight_reps')
    expect(draft('Ohio', { weighted: 0 })).toMatchObject({ tracking: 'reps', equipment: 'bodyweight' })
    expect(draft('Ohio', { weighted: 0, counted: 0, timed: 10 })?.tracking).toBe('duration')
    expect(draft('Ohio', { weighted: 0, counted: 0, timed: 10, measured: 9 })).toMatchObject({
      tracking: 'distance_duration',
      category: 'cardio',
    })
  })

  test('only once for names that differ only in spelling', () => {
    const mapping = mapNames([logged('Ohio State'), logged('ohio-states')], names)
    expect<NameMapping | undefined>(mapping.get('ohio-states')).toEqual(mapping.get('Ohio State'))
  })
})

test('the name of every built-in exercise in an export is recognized', () => {
  for (const exercise of builtin)
    expect([exercise.id, idOf(bracketedName(exercise))]).toEqual([exercise.id, exercise.id])
})

test('any string gets a mapping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
      expect(mapped(name)).toBeDefined()
    }),
  )
})

test('mapping a meaningless name takes a few lookups, and never compares it with every exercise', () => {
  const meaninglessNames = Array.from({ length: 2000 }, (_, index) =>
    logged(`Extention ${index} Mashine Curll`),
  )
  const find = spyOn(names, 'find')
  const findWords = spyOn(names, 'findWords')
  const withWords = spyOn(names, 'withWords')
  expect(mapNames(meaninglessNames, names).size).toBe(2000)
  const compared = withWords.mock.results.flatMap(({ value }) => value)
  const lookups = [find, findWords, withWords].map(({ mock }) => mock.calls.length)
  for (const spy of [find, findWords, withWords]) spy.mockRestore()
  expect(lookups).toEqual([2000, expect.any(Number), 2000])
  expect(lookups[1]).toBeLessThan(2000 * 20)
  expect(compared).toEqual([])
})
