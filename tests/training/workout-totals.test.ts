import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { workByExercise } from '#training/exercise-work.ts'
import { durationSeconds, type WorkoutWork, workoutTotals } from '#training/totals.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'
import totalsVectors from './vectors/totals.json'

interface Vectors {
  readonly exercises: readonly ExerciseFacts[]
  readonly cases: readonly {
    readonly name: string
    readonly startedAt: string
    readonly endedAt?: string
    readonly sets: WorkoutWork['sets']
    readonly expected: object
  }[]
}
// A JSON import types the enum values of the contract as `string`.
const vectors = totalsVectors as Vectors

describe('the totals of a workout', () => {
  const exercises = new Map(vectors.exercises.map((exercise) => [exercise.id, exercise]))
  for (const { name, startedAt, endedAt, sets, expected } of vectors.cases) {
    test(name, () => {
      const times = { startedAt: Date.parse(startedAt), endedAt: endedAt ? Date.parse(endedAt) : undefined }
      expect<object>(workoutTotals({ ...times, sets }, exercises, undefined)).toEqual(expected)
    })
  }
})

test('the duration is in whole seconds, and undefined until the workout has ended', () => {
  expect(durationSeconds({ startedAt: 0, endedAt: 1999 })).toBe(1)
  expect(durationSeconds({ startedAt: 0 })).toBeUndefined()
})

test('the totals are the sums over the exercises', () => {
  fc.assert(
    fc.property(exerciseIndex, fc.array(performedSet), (exercises, arbitrarySets) => {
      const sets = arbitrarySets.map((set) => ({ ...set, workoutId: 'one' }))
      const totals = workoutTotals({ startedAt: 0, endedAt: 1000, sets }, exercises, 80_000)
      expect(unserializable(totals)).toBeUndefined()
      const work = [...workByExercise(sets, { exercises, bodyweightAt: () => 80_000 }).values()]
      expect(totals).toEqual({
        volumeGrams: work.reduce((sum, each) => sum + each.volumeGrams, 0),
        sets: work.reduce((sum, each) => sum + each.sets, 0),
        reps: work.reduce((sum, each) => sum + each.reps, 0),
        unknownLoadSets: work.reduce((sum, each) => sum + each.unknownLoadSets, 0),
        durationSeconds: 1,
      })
    }),
  )
})
