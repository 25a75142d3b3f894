import { describe, expect, test } from 'bun:test'
import type { CatalogueExercise } from '#catalogue/exercise.ts'
import { catalogueVersion, loadCatalogue } from '#catalogue/load.ts'
import { muscleTaxonomy } from '#catalogue/muscles.ts'
import { nameKey } from '#catalogue/names/name-words.ts'
import { nameIndex } from '#catalogue/names/slug-by-name.ts'
import { exercise } from './exercise.ts'

const { exercises, version } = loadCatalogue()
const slugByName = nameIndex(exercises)
const bySlug = new Map(exercises.map((item) => [item.slug, item]))

function get(slug: string): CatalogueExercise {
  const exercise = bySlug.get(slug)
  if (!exercise) throw new Error(`there is no exercise ${slug}`)
  return exercise
}

describe('the catalogue', () => {
  test('has at least 300 exercises, sorted by slug', () => {
    expect(exercises.length).toBeGreaterThanOrEqual(300)
    const slugs = exercises.map(({ slug }) => slug)
    expect(slugs).toEqual(slugs.toSorted())
  })

  test('is deeply frozen', () => {
    const bench = get('barbell-bench-press')
    expect(Object.isFrozen(exercises)).toBe(true)
    expect(Object.isFrozen(bench)).toBe(true)
    expect(Object.isFrozen(bench.engagement)).toBe(true)
    expect(Object.isFrozen(bench.aliases)).toBe(true)
  })

  test('has a different version after an exercise changes', () => {
    expect(version).toMatch(/^[0-9a-f]{64}$/)
    expect(catalogueVersion()).toBe(version)
    expect(catalogueVersion([exercise()])).not.toBe(
      catalogueVersion([exercise({ engagement: { traps: 91 } })]),
    )
  })

  test.each(['push', 'pull', 'legs', 'core', 'cardio', 'mobility'] as const)(
    'has at least ten exercises of the category %s',
    (category) => {
      expect(exercises.filter((item) => item.category === category).length).toBeGreaterThanOrEqual(10)
    },
  )

  test.each([
    'barbell',
    'ez_bar',
    'trap_bar',
    'dumbbell',
    'kettlebell',
    'machine',
    'cable',
    'smith_machine',
    'band',
    'bodyweight',
    'plate',
    'medicine_ball',
    'suspension',
    'cardio_machine',
    'sled',
    'landmine',
    'other',
  ] as const)('has an exercise with the equipment %s', (equipment) => {
    expect(exercises.some((item) => item.equipment === equipment)).toBe(true)
  })

  test('has, for each muscle, an exercise that engages it by at least 70 percent', () => {
    for (const { muscle } of muscleTaxonomy)
      expect(exercises.filter((item) => (item.engagement[muscle] ?? 0) >= 70).length).toBeGreaterThanOrEqual(
        1,
      )
  })

  test('has single-arm exercises that are all unilateral, and none that is per hand', () => {
    const singleArm = exercises.filter(({ slug }) => /^(?:single|one)-arm-/.test(slug))
    expect(singleArm.length).toBeGreaterThan(10)
    expect(singleArm.filter((item) => item.perHand)).toEqual([])
    expect(singleArm.filter((item) => !item.unilateral)).toEqual([])
  })
})

describe('engagement', () => {
  test('the bench press engages the chest most, then triceps and front delts', () => {
    expect(get('barbell-bench-press').engagement).toMatchObject({ chest: 90, triceps: 45, front_delts: 40 })
  })

  test('variants of the bench press engage chest, triceps and front delts differently', () => {
    const [flat, incline, decline, close] = [
      'barbell-bench-press',
      'incline-barbell-bench-press',
      'decline-barbell-bench-press',
      'close-grip-bench-press',
    ].map((slug) => get(slug).engagement)
    expect(incline?.front_delts).toBeGreaterThan(flat?.front_delts ?? 0)
    expect(decline?.front_delts).toBeLessThan(flat?.front_delts ?? 0)
    expect(close?.triceps).toBeGreaterThan(flat?.triceps ?? 0)
    expect(close?.chest).toBeLessThan(flat?.chest ?? 0)
  })

  test('a chin-up engages the biceps more than a pull-up', () => {
    expect(get('chin-up').engagement.biceps).toBeGreaterThan(get('pull-up').engagement.biceps ?? 0)
  })

  test('assisted and weighted variants have the same bodyweight share', () => {
    for (const slug of [
      'pull-up',
      'weighted-pull-up',
      'assisted-pull-up',
      'dip',
      'weighted-dip',
      'assisted-dip',
    ])
      expect(get(slug)).toMatchObject({ tracking: 'bodyweight_reps', bodyweightShare: 1 })
    expect(get('push-up').bodyweightShare).toBe(0.64)
  })
})

test.each([
  ['Bench Press (Barbell)', 'barbell-bench-press'],
  ['Flat Barbell Bench Press', 'barbell-bench-press'],
  ['BP', 'barbell-bench-press'],
  ['OHP', 'barbell-overhead-press'],
  ['Strict Military Press (Barbell)', 'barbell-overhead-press'],
  ['RDL', 'barbell-romanian-deadlift'],
  ['Dumbell Kickback', 'dumbbell-triceps-kickback'],
  ['Chest Press (Machine)', 'machine-chest-press'],
  ['Butterfly (Pec Deck)', 'pec-deck'],
  ['Seated Cable Row - V Grip (Cable)', 'v-grip-cable-row'],
  ['Iso-Lateral Row (Machine)', 'iso-lateral-row'],
  ['Lat Pulldown - Wide Grip (Cable)', 'wide-grip-lat-pulldown'],
  ['Triceps Pushdown (Cable - Straight Bar)', 'triceps-pushdown'],
  ['Triceps Rope Pushdown', 'triceps-rope-pushdown'],
  ['Bicep Curl (Barbell)', 'barbell-curl'],
  ['EZ-Bar Curl', 'ez-bar-curl'],
  ['Shoulder Press (Plate Loaded)', 'plate-loaded-shoulder-press'],
  ['Pull Up (Assisted)', 'assisted-pull-up'],
  ['Chin Up', 'chin-up'],
])('the name %s finds %s', (name, slug) => {
  expect(slugByName.get(nameKey(name))).toBe(slug)
})

test.each([
  ['Chest Fly', 'chest-fly'],
  ['Tricep Extension', 'triceps-extension'],
  ['Shrugs', 'shrug'],
  ['Bicep Curl', 'biceps-curl'],
  ['Leg Curl', 'leg-curl'],
  ['Shoulder Press', 'shoulder-press'],
  ['Rear Delt Fly', 'rear-delt-fly'],
])('the name %s has no equipment, and finds %s, which has none in its name either', (name, slug) => {
  expect(slugByName.get(nameKey(name))).toBe(slug)
})

test.each(['Curl', 'Row', 'Press', 'Raise', 'Dumbbell Press'])(
  'the name %s is ambiguous and finds no exercise',
  (name) => {
    expect(slugByName.get(nameKey(name))).toBeUndefined()
  },
)

test('Front Squat and Squat find different exercises', () => {
  expect(slugByName.get(nameKey('Front Squat'))).not.toBe(slugByName.get(nameKey('Squat')))
})
