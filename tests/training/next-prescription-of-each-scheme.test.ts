import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { apreAdjustment, type RepMax } from '#training/progression/apre.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { fromGrams, toGrams, type WeightUnit } from '#training/units.ts'
import { type LoggedSet, now, press, progressionInput, setsAt, workout } from './history.ts'
import { nextPrescription } from './next-prescription.ts'
import progressionVectors from './vectors/progression.json'

interface VectorWorkout {
  readonly weight?: number
  readonly reps?: readonly number[]
  readonly rpe?: number
  readonly sets?: readonly LoggedSet[]
}

interface Vectors {
  readonly cases: readonly {
    readonly name: string
    readonly scheme: Readonly<Record<string, number | string>>
    readonly unit?: WeightUnit
    readonly category?: ExerciseFacts['category']
    readonly before?: readonly VectorWorkout[]
    readonly workouts: readonly VectorWorkout[]
    readonly expected: { readonly rule: string; readonly sets: readonly { weight: number; reps: number }[] }
  }[]
}
// A JSON import types the enum values of the contract as `string`.
const vectors = progressionVectors as unknown as Vectors

function schemeOf(
  { increment, trainingMax, ...scheme }: Vectors['cases'][number]['scheme'],
  unit: WeightUnit,
): Scheme {
  const grams = (value: number | string | undefined) =>
    typeof value === 'number' ? toGrams({ value, unit }) : undefined
  // The vectors use the schemes' own member names; a misspelled one makes its case fail.
  return {
    ...scheme,
    incrementGrams: grams(increment),
    trainingMaxGrams: grams(trainingMax),
  } as unknown as Scheme
}

describe('each scheme matches the vectors', () => {
  for (const {
    name,
    unit = 'kg',
    category = 'push',
    before = [],
    workouts,
    expected,
    scheme: vectorScheme,
  } of vectors.cases) {
    test(name, () => {
      const sessions = [...before, ...workouts]
      const loggedSets = ({ weight = 0, reps = [], rpe, sets }: VectorWorkout) =>
        sets ?? setsAt(weight, reps, { rpe })
      const daysAgo = (index: number) => 1 + 7 * (sessions.length - 1 - index)
      const log = sessions.flatMap((session, index) => workout(daysAgo(index), loggedSets(session), unit))
      const since = before.length > 0 ? now - daysAgo(before.length) * dayMs - dayMs : undefined
      const scheme = schemeOf(vectorScheme, unit)
      const { rule, sets, reasons } = nextPrescription(
        progressionInput(log, scheme, { unit, since, facts: { ...press, category } }),
      )
      expect({
        rule,
        sets: sets.map(({ weightGrams = 0, reps }) => ({
          weight: fromGrams(weightGrams, unit).value,
          reps: reps?.min,
        })),
      }).toEqual({ rule: expected.rule, sets: [...expected.sets] })
      expect(reasons[0]?.length).toBeGreaterThan(20)
    })
  }
})

describe('the APRE adjustment table', () => {
  const rows: [RepMax, number[], number, number][] = [
    [3, [0, 1, 2], -10, -5],
    [3, [3, 4], 0, 0],
    [3, [5, 6], 5, 10],
    [3, [7, 20], 10, 15],
    [6, [0, 2], -10, -5],
    [6, [3, 4], -5, 0],
    [6, [5, 7], 0, 0],
    [6, [8, 12], 5, 10],
    [6, [13, 30], 10, 15],
    [10, [4, 6], -10, -5],
    [10, [7, 8], -5, 0],
    [10, [9, 11], 0, 0],
    [10, [12, 16], 5, 10],
    [10, [17], 10, 15],
  ]
  for (const [repMax, reps, min, max] of rows)
    test(`APRE${repMax}, ${reps.join(', ')} reps`, () => {
      for (const count of reps)
        expect(apreAdjustment(repMax, count, 'lb')).toEqual({
          min: toGrams({ value: min, unit: 'lb' }),
          max: toGrams({ value: max, unit: 'lb' }),
        })
    })
})
