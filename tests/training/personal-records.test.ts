import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { BodyweightAt } from '#training/bodyweight.ts'
import { type PersonalRecord, recordKinds } from '#training/records/kinds.ts'
import { exerciseRecords, recordsByExercise, recordsUpTo } from '#training/records/records.ts'
import type { ExerciseFacts, PerformedSet, SetWork } from '#training/types.ts'
import { exerciseIndex, performedSet, unserializable } from './arbitraries.ts'
import recordVectors from './vectors/records.json'

interface Row {
  readonly kind: string
  readonly value: number
  readonly atLeastReps?: number
  readonly atWeightGrams?: number
}

interface Vectors {
  readonly cases: readonly {
    readonly name: string
    readonly facts: ExerciseFacts
    readonly bodyweightGrams?: number
    readonly sets: readonly (SetWork & { readonly workout?: string })[]
    readonly history: readonly Row[]
    readonly current: readonly Row[]
  }[]
}
// A JSON import types the enum values of the contract as `string`.
const vectors = recordVectors as Vectors

const day = 86_400_000

const row = ({ kind, value, atLeastReps, atWeightGrams }: PersonalRecord): Row => ({
  kind,
  value: Math.round(value * 10_000) / 10_000,
  ...(atLeastReps === undefined ? {} : { atLeastReps }),
  ...(atWeightGrams === undefined ? {} : { atWeightGrams }),
})

describe('records match the vectors', () => {
  for (const { name, facts, bodyweightGrams, sets, history, current } of vectors.cases) {
    test(name, () => {
      let at = 0
      let workout = ''
      const performed = sets.map(({ workout: own, ...set }, index): PerformedSet => {
        const workoutId = own ?? `workout-${index}`
        if (workoutId !== workout) at += day
        workout = workoutId
        return { ...set, id: `set-${index}`, workoutId, exerciseId: facts.id, performedAt: at }
      })
      const records = exerciseRecords(performed, facts, { bodyweightAt: () => bodyweightGrams })
      expect(records.history.map(row)).toEqual([...history])
      expect(records.current.map(row)).toEqual(expect.arrayContaining([...current]))
    })
  }
})

const bench: ExerciseFacts = { id: 'bench', tracking: 'weight_reps', category: 'push', engagement: [] }
const press = (
  id: string,
  workoutId: string,
  performedAt: number,
  kg: number,
  reps: number,
): PerformedSet => ({
  id,
  workoutId,
  exerciseId: 'bench',
  performedAt,
  type: 'normal',
  weightGrams: kg * 1000,
  reps,
})

test('a record says when, in which set, and what it beat; the baseline beat nothing', () => {
  const sets = [press('s1', 'w1', 1000, 100, 5), press('s2', 'w2', 2000, 105, 5)]
  const { current, history } = exerciseRecords(sets, bench, { bodyweightAt: () => undefined })
  expect(current[0]).toEqual({
    kind: 'heaviest_weight',
    exerciseId: 'bench',
    value: 105_000,
    workoutId: 'w2',
    performedAt: 2000,
    setIds: ['s2'],
    reps: 5,
    loadGrams: 105_000,
    previous: { value: 100_000, workoutId: 'w1', performedAt: 1000, setIds: ['s1'] },
  })
  expect(history.some(({ kind }) => kind === 'most_reps_at_weight')).toBe(false)
  expect(
    current.find(({ kind, atWeightGrams }) => kind === 'most_reps_at_weight' && atWeightGrams === 105_000)
      ?.previous,
  ).toBeUndefined()
  const volume = current.find(({ kind }) => kind === 'most_workout_volume')
  expect(volume?.setIds).toEqual(['s2'])
})

test('records up to an instant are those set by then, newest first', () => {
  const sets = [100, 105, 110].map((kg, index) => press(`s${index}`, `w${index}`, index * day, kg, 1))
  const all = recordsByExercise(sets, {
    exercises: new Map([['bench', bench]]),
    bodyweightAt: () => undefined,
  })
  const weights = (at: number) =>
    recordsUpTo(all.values(), at).flatMap(({ kind, value }) => (kind === 'heaviest_weight' ? [value] : []))
  expect(weights(2 * day)).toEqual([110_000, 105_000])
  expect(weights(2 * day - 1)).toEqual([105_000])
})

test('without sets there are no records', () => {
  expect(exerciseRecords([], bench, { bodyweightAt: () => undefined })).toEqual({
    exerciseId: 'bench',
    current: [],
    history: [],
  })
})

describe('for any sets', () => {
  const bodyweightAt: BodyweightAt = ({ workoutBodyweightGrams }) => workoutBodyweightGrams
  const workout = fc.constantFrom('w1', 'w2', 'w3', 'w4')
  const at = (workoutId: string) => Number(workoutId.slice(1)) * day
  const log = fc.array(fc.tuple(performedSet, workout), { maxLength: 40 }).map((sets) =>
    sets.map(([set, workoutId]) => ({
      ...set,
      workoutId,
      performedAt: at(workoutId),
      workoutBodyweightGrams: 80_000,
    })),
  )

  test('a best is at least all others of its kind, and every record beats the previous one', () => {
    fc.assert(
      fc.property(exerciseIndex, log, (exercises, sets) => {
        const records = recordsByExercise(sets, { exercises, bodyweightAt })
        expect(unserializable([...records.values()])).toBeUndefined()
        for (const { current, history } of records.values()) {
          for (const { value, setIds, previous, kind } of [...current, ...history]) {
            expect(value).toBeGreaterThan(previous?.value ?? 0)
            expect(setIds.length).toBeGreaterThan(0)
            expect(recordKinds).toContain(kind)
          }
          for (const { previous } of history) expect(previous).toBeDefined()
        }
      }),
    )
  })

  test('after a deletion records equal a recount of the rest, in any order of workouts', () => {
    fc.assert(
      fc.property(exerciseIndex, log, workout, (exercises, sets, deleted) => {
        const rest = sets.filter(({ workoutId }) => workoutId !== deleted)
        const recount = recordsByExercise(rest, { exercises, bodyweightAt })
        const backwards = ['w4', 'w3', 'w2', 'w1'].flatMap((id) =>
          rest.filter(({ workoutId }) => workoutId === id),
        )
        const shuffled = recordsByExercise(backwards, { exercises, bodyweightAt })
        for (const [id, records] of recount) {
          expect(shuffled.get(id)).toEqual(records)
          for (const { workoutId } of [...records.current, ...records.history])
            expect(workoutId).not.toBe(deleted)
        }
      }),
    )
  })
})
