import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { BodyweightAt } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
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

const row = ({ kind, value, atLeastReps, atWeightGrams }: PersonalRecord): Row => ({
  kind,
  value: Math.round(value * 10_000) / 10_000,
  ...(atLeastReps === undefined ? {} : { atLeastReps }),
  ...(atWeightGrams === undefined ? {} : { atWeightGrams }),
})

describe('records match the vectors', () => {
  for (const { name, facts, bodyweightGrams, sets, history, current } of vectors.cases) {
    test(name, () => {
      let performedAt = 0
      let workout = ''
      const performed = sets.map(({ workout: workoutOfSet, ...set }, index): PerformedSet => {
        const workoutId = workoutOfSet ?? `workout-${index}`
        if (workoutId !== workout) performedAt += dayMs
        workout = workoutId
        return { ...set, id: `set-${index}`, workoutId, exerciseId: facts.id, performedAt }
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

test('a record has its time, its set and the previous record, if there was one', () => {
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

const poundsInKg = (pounds: number) => (pounds * 453.59237) / 1000

test.each([
  { kind: 'best_one_rep_max', first: { kg: 20, reps: 10 }, second: { kg: 25, reps: 2 } },
  { kind: 'best_one_rep_max', first: { kg: 42.5, reps: 12 }, second: { kg: 52.5, reps: 4 } },
  { kind: 'most_set_volume', first: { kg: poundsInKg(40), reps: 1 }, second: { kg: poundsInKg(5), reps: 8 } },
  {
    kind: 'most_workout_volume',
    first: { kg: poundsInKg(40), reps: 1 },
    second: { kg: poundsInKg(5), reps: 8 },
  },
] as const)('an equal $kind is a tie, however it was rounded', ({ kind, first, second }) => {
  const performed = [
    press('s1', 'w1', 0, first.kg, first.reps),
    press('s2', 'w2', dayMs, second.kg, second.reps),
  ]
  const { history } = exerciseRecords(performed, bench, { bodyweightAt: () => undefined })
  expect(history.filter((record) => record.kind === kind)).toEqual([])
})

test('recordsUpTo returns the records set by an instant, newest first', () => {
  const sets = [100, 105, 110].map((kg, index) => press(`s${index}`, `w${index}`, index * dayMs, kg, 1))
  const allRecords = recordsByExercise(sets, {
    exercises: new Map([['bench', bench]]),
    bodyweightAt: () => undefined,
  })
  const weights = (at: number) =>
    recordsUpTo(allRecords.values(), at).flatMap(({ kind, value }) =>
      kind === 'heaviest_weight' ? [value] : [],
    )
  expect(weights(2 * dayMs)).toEqual([110_000, 105_000])
  expect(weights(2 * dayMs - 1)).toEqual([105_000])
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
  const timeOf = (workoutId: string) => Number(workoutId.slice(1)) * dayMs
  const log = fc.array(fc.tuple(performedSet, workout), { maxLength: 40 }).map((sets) =>
    sets.map(([set, workoutId]) => ({
      ...set,
      workoutId,
      performedAt: timeOf(workoutId),
      workoutBodyweightGrams: 80_000,
    })),
  )

  test('every record beats the previous one and has sets', () => {
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

  test('after a workout is deleted, records come only from the other workouts, whatever their order', () => {
    fc.assert(
      fc.property(exerciseIndex, log, workout, (exercises, sets, deleted) => {
        const remaining = sets.filter(({ workoutId }) => workoutId !== deleted)
        const recount = recordsByExercise(remaining, { exercises, bodyweightAt })
        const reversed = ['w4', 'w3', 'w2', 'w1'].flatMap((id) =>
          remaining.filter(({ workoutId }) => workoutId === id),
        )
        const fromReversed = recordsByExercise(reversed, { exercises, bodyweightAt })
        for (const [id, records] of recount) {
          expect(fromReversed.get(id)).toEqual(records)
          for (const { workoutId } of [...records.current, ...records.history])
            expect(workoutId).not.toBe(deleted)
        }
      }),
    )
  })
})
