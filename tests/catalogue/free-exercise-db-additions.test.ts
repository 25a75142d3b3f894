import { describe, expect, test } from 'bun:test'
import type { Engagement } from '#catalogue/exercise.ts'
import {
  type DerivedExercise,
  type FreeExerciseDbEntry,
  freeExerciseDbAdditions,
  readFreeExerciseDb,
} from '#catalogue/free-exercise-db/additions.ts'
import { nameIndex } from '#catalogue/names/slug-by-name.ts'
import { exercise } from './exercise.ts'
import { entry, smallFile } from './free-exercise-db.ts'

const bench = exercise({
  slug: 'barbell-bench-press',
  name: 'Flat Press',
  aliases: ['Bench Press (Barbell)'],
})

function additionFrom(changes: Partial<FreeExerciseDbEntry>): DerivedExercise | undefined {
  return freeExerciseDbAdditions([entry(changes)], new Map()).additions[0]
}

test('each exercise is added once, unless its name is already in use', () => {
  const { additions, skipped } = freeExerciseDbAdditions(readFreeExerciseDb(smallFile), nameIndex([bench]))
  expect(additions).toEqual([
    {
      slug: 'sandbag-moonwalk',
      name: 'Sandbag Moonwalk',
      aliases: [],
      category: 'legs',
      mechanic: 'compound',
      force: 'push',
      equipment: 'other',
      difficulty: 'beginner',
      tracking: 'weight_reps',
      cues: [],
      engagement: { quads: 100, glutes: 50 },
      derived: true,
    },
    {
      slug: 'doorway-reach',
      name: 'Doorway Reach',
      aliases: [],
      category: 'mobility',
      pattern: 'stretch',
      force: 'hold',
      equipment: 'bodyweight',
      difficulty: 'advanced',
      tracking: 'duration',
      cues: [],
      engagement: { front_delts: 100 },
      derived: true,
    },
    {
      slug: 'lunar-trek',
      name: 'Lunar Trek',
      aliases: [],
      category: 'cardio',
      pattern: 'locomotion',
      equipment: 'bodyweight',
      difficulty: 'beginner',
      tracking: 'distance_duration',
      cues: [],
      engagement: { calves: 50, quads: 100 },
      derived: true,
    },
  ])
  expect(skipped).toEqual([
    { name: 'Barbell Bench Presses', slug: 'barbell-bench-press' },
    { name: 'Moonwalk (Sandbag)', slug: 'sandbag-moonwalk' },
  ])
})

test('a second import adds nothing', () => {
  const entries = readFreeExerciseDb(smallFile)
  const { additions } = freeExerciseDbAdditions(entries, nameIndex([bench]))
  const second = freeExerciseDbAdditions(entries, nameIndex([bench, ...additions]))
  expect(second.additions).toEqual([])
  expect(second.skipped.length).toBe(entries.length)
})

test('a slug that is already in use gets a number', () => {
  const existing = exercise({ slug: 'sandbag-moonwalk', name: 'Something Else' })
  const takenSlugs = new Map([['something else', existing.slug]])
  const { additions } = freeExerciseDbAdditions([entry()], takenSlugs)
  expect(additions.map(({ slug }) => slug)).toEqual(['sandbag-moonwalk-2'])
})

test('a slug has only basic Latin letters, digits and hyphens', () => {
  expect(additionFrom({ name: 'Жим' })?.slug).toBe('exercise')
  expect(additionFrom({ name: 'Développé 2' })?.slug).toBe('developpe-2')
})

describe('shoulders become the delts or the rotator cuff', () => {
  test.each<readonly [name: string, force: 'push' | 'pull', engagement: Engagement]>([
    ['Moon Press', 'push', { front_delts: 100 }],
    ['Moon Front Raise', 'pull', { front_delts: 100 }],
    ['Moon Lateral Raise', 'push', { side_delts: 100 }],
    ['Moon Upright Row', 'pull', { side_delts: 100 }],
    ['Moon Reverse Flyes', 'pull', { rear_delts: 100 }],
    ['Moon Face Pull', 'pull', { rear_delts: 100 }],
    ['Moon External Rotation', 'pull', { rotator_cuff: 100 }],
  ])('%s', (name, force, engagement) => {
    const exercise = additionFrom({ name, force, primaryMuscles: ['shoulders'], secondaryMuscles: [] })
    expect(exercise?.engagement).toEqual(engagement)
  })

  test('as a secondary muscle, the front delts of a push and the rear delts of a pull', () => {
    const muscles = { primaryMuscles: ['chest'], secondaryMuscles: ['shoulders'] } as const
    expect(additionFrom({ force: 'push', ...muscles })?.engagement).toEqual({ front_delts: 50, chest: 100 })
    expect(additionFrom({ force: 'pull', ...muscles })?.engagement).toEqual({ rear_delts: 50, chest: 100 })
  })
})

test('a muscle that is listed as primary and secondary is primary', () => {
  const addition = additionFrom({ primaryMuscles: ['glutes'], secondaryMuscles: ['glutes', 'quadriceps'] })
  expect(addition?.engagement).toEqual({ glutes: 100, quads: 50 })
})

test.each<readonly [changes: Partial<FreeExerciseDbEntry>, expected: Partial<DerivedExercise>]>([
  [{ equipment: 'e-z curl bar' }, { equipment: 'ez_bar' }],
  [{ equipment: 'machine', name: 'Smith Moonwalk' }, { equipment: 'smith_machine' }],
  [{ equipment: 'machine', category: 'cardio' }, { equipment: 'cardio_machine' }],
  [
    { equipment: 'foam roll', category: 'stretching' },
    { equipment: 'other', tracking: 'duration' },
  ],
  [{ equipment: 'body only' }, { equipment: 'bodyweight', tracking: 'reps' }],
  [{ equipment: 'dumbbell' }, { perHand: true }],
  [{ equipment: 'kettlebells', name: 'Double Kettlebell Moonwalk' }, { perHand: true }],
  [
    { category: 'strongman', name: 'Moon Carry' },
    { pattern: 'carry', tracking: 'distance_duration' },
  ],
  [{ category: 'olympic weightlifting' }, { pattern: 'olympic' }],
  [{ primaryMuscles: ['chest'] }, { category: 'push', pattern: 'horizontal_push' }],
  [
    { primaryMuscles: ['lats'], force: 'pull' },
    { category: 'pull', pattern: 'vertical_pull' },
  ],
  [
    { primaryMuscles: ['biceps'], mechanic: 'isolation' },
    { category: 'pull', pattern: 'elbow_flexion' },
  ],
  [{ primaryMuscles: ['lower back'] }, { category: 'legs' }],
  [{ primaryMuscles: ['lower back'], mechanic: 'isolation' }, { category: 'core' }],
])('%j becomes %j', (changes, expected) => {
  expect(additionFrom(changes)).toMatchObject(expected)
})

test('a one-arm dumbbell exercise is not per hand', () => {
  const exercise = additionFrom({ equipment: 'dumbbell', name: 'One-Arm Moonwalk' })
  expect(exercise?.unilateral).toBe(true)
  expect(exercise?.perHand).toBeUndefined()
})
