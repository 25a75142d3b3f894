import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { BodyweightAt } from '#training/bodyweight.ts'
import { engagementRole } from '#training/engagement.ts'
import { type TrainingContext, workByExercise } from '#training/exercise-work.ts'
import type { ExerciseFacts, PerformedSet, SetWork } from '#training/types.ts'
import { muscles } from '#training/types.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { volumeMethods } from '#training/volume-methods.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'
import volumeVectors from './vectors/volume.json'

interface Vectors {
  readonly exercises: readonly ExerciseFacts[]
  readonly cases: readonly {
    readonly name: string
    readonly bodyweightGrams?: number
    readonly sets: readonly (SetWork & { readonly exerciseId: string })[]
    readonly expected: Readonly<Record<string, Partial<MuscleVolume>>>
  }[]
}
// A JSON import types the enum values of the contract as `string`.
const vectors = volumeVectors as Vectors

const volumes = (sets: Iterable<PerformedSet>, context: TrainingContext) =>
  muscleVolumes(workByExercise(sets, context).values(), context.exercises)

const inWorkout = (set: SetWork & { readonly exerciseId: string }, index: number): PerformedSet => ({
  ...set,
  id: `set-${index}`,
  workoutId: 'workout',
  performedAt: 0,
})

const figuresOf = ({ volumeGrams, directSets, fractionalSets, unknownLoadSets }: MuscleVolume) => ({
  volumeGrams,
  directSets,
  fractionalSets,
  unknownLoadSets,
})

describe('volume and sets by muscle match the vectors', () => {
  const exercises = new Map(vectors.exercises.map((exercise) => [exercise.id, exercise]))
  for (const { name, sets, bodyweightGrams, expected } of vectors.cases) {
    test(name, () => {
      const result = volumes(sets.map(inWorkout), { exercises, bodyweightAt: () => bodyweightGrams })
      const trained = result.filter(({ contributions }) => contributions.length > 0)
      expect(Object.fromEntries(trained.map((volume) => [volume.muscle, figuresOf(volume)]))).toEqual(
        Object.fromEntries(
          Object.entries(expected).map(([muscle, figures]) => [
            muscle,
            { volumeGrams: 0, directSets: 0, fractionalSets: 0, unknownLoadSets: 0, ...figures },
          ]),
        ),
      )
    })
  }
})

test('the volume of a muscle lists the exercises and sets that contributed', () => {
  const exercises = new Map(vectors.exercises.map((exercise) => [exercise.id, exercise]))
  const sets = [
    { exerciseId: 'push-up', type: 'normal', reps: 10 },
    { exerciseId: 'bench', type: 'normal', reps: 10, weightGrams: 100_000 },
    { exerciseId: 'bench', type: 'warmup', reps: 10, weightGrams: 40_000 },
  ] as const
  const chest = volumes(sets.map(inWorkout), { exercises, bodyweightAt: () => undefined }).find(
    ({ muscle }) => muscle === 'chest',
  )
  expect(chest?.contributions).toEqual([
    {
      exerciseId: 'bench',
      percent: 90,
      role: 'primary',
      volumeGrams: 900_000,
      directSets: 1,
      fractionalSets: 1,
      unknownLoadSets: 0,
      setIds: ['set-1'],
    },
    {
      exerciseId: 'push-up',
      percent: 80,
      role: 'primary',
      volumeGrams: 0,
      directSets: 1,
      fractionalSets: 1,
      unknownLoadSets: 1,
      setIds: ['set-0'],
    },
  ])
})

test('muscles are in the order of the taxonomy, with zeros for untrained ones', () => {
  const untrained = muscleVolumes([], new Map())
  expect(untrained.map(({ muscle }) => muscle)).toEqual([...muscles])
  expect(untrained.every(({ volumeGrams, directSets }) => volumeGrams === 0 && directSets === 0)).toBe(true)
})

test('a set of an unknown exercise throws', () => {
  const set = inWorkout({ exerciseId: 'unheard-of', type: 'normal', reps: 5 }, 0)
  expect(() => volumes([set], { exercises: new Map(), bodyweightAt: () => undefined })).toThrow(RangeError)
})

test('the role of a muscle follows from its percentage', () => {
  expect([100, 50, 49, 20, 19, 0].map(engagementRole)).toEqual([
    'primary',
    'primary',
    'secondary',
    'secondary',
    'stabilizer',
    'stabilizer',
  ])
})

test('the method of fractional sets lists its parameters', () => {
  expect(volumeMethods.fractionalSets).toEqual({
    id: 'sets.fractional',
    parameters: {
      primary: 1,
      secondary: 0.5,
      stabilizer: 0,
      primaryFromPercent: 50,
      secondaryFromPercent: 20,
    },
  })
})

describe('for any sets', () => {
  const bodyweightAt: BodyweightAt = ({ workoutBodyweightGrams }) => workoutBodyweightGrams
  const sum = (a: MuscleVolume, b: MuscleVolume | undefined) => ({
    volumeGrams: a.volumeGrams + (b?.volumeGrams ?? Number.NaN),
    directSets: a.directSets + (b?.directSets ?? Number.NaN),
    fractionalSets: a.fractionalSets + (b?.fractionalSets ?? Number.NaN),
    unknownLoadSets: a.unknownLoadSets + (b?.unknownLoadSets ?? Number.NaN),
  })

  test('the volume of two groups of workouts is the sum of the volumes of each', () => {
    fc.assert(
      fc.property(
        exerciseIndex,
        fc.array(performedSet),
        fc.array(performedSet),
        (exercises, first, second) => {
          const context = { exercises, bodyweightAt }
          // Left and right sets are paired within a workout, so the groups must not share one.
          const inOtherWorkouts = second.map((set) => ({ ...set, workoutId: `other ${set.workoutId}` }))
          const secondVolumes = volumes(inOtherWorkouts, context)
          const sums = volumes(first, context).map((volume, index) => sum(volume, secondVolumes[index]))
          volumes([...first, ...inOtherWorkouts], context).forEach((volume, index) => {
            const figures = figuresOf(volume)
            expect(figures.volumeGrams).toBeCloseTo(sums[index]?.volumeGrams ?? Number.NaN, 1)
            expect({ ...figures, volumeGrams: 0 }).toEqual({
              volumeGrams: 0,
              directSets: sums[index]?.directSets ?? Number.NaN,
              fractionalSets: sums[index]?.fractionalSets ?? Number.NaN,
              unknownLoadSets: sums[index]?.unknownLoadSets ?? Number.NaN,
            })
          })
        },
      ),
    )
  })

  test('the order of the sets changes nothing', () => {
    fc.assert(
      fc.property(exerciseIndex, fc.array(performedSet), (exercises, sets) => {
        const context = { exercises, bodyweightAt }
        const figures = (list: readonly PerformedSet[]) => volumes(list, context).map(figuresOf)
        expect(figures(sets.toReversed())).toEqual(figures(sets))
      }),
    )
  })

  test('contributions add up to the figure, and nothing is NaN, infinite or null', () => {
    fc.assert(
      fc.property(exerciseIndex, fc.array(performedSet), (exercises, sets) => {
        const result = volumes(sets, { exercises, bodyweightAt })
        expect(unserializable(result)).toBeUndefined()
        for (const { volumeGrams, fractionalSets, contributions } of result) {
          const total = contributions.reduce((all, each) => all + each.volumeGrams, 0)
          expect(total).toBeCloseTo(volumeGrams, 1)
          expect(contributions.reduce((all, each) => all + each.fractionalSets, 0)).toBe(fractionalSets)
        }
      }),
    )
  })
})
