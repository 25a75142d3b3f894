import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { loadingFor } from '#training/plates/loading.ts'
import { apreAdjustment, type RepMax } from '#training/progression/apre.ts'
import { progressionOf } from '#training/progression/progression.ts'
import { type Scheme, schemeIds } from '#training/progression/schemes.ts'
import type { Prescription, Progression, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { fromGrams, toGrams, type WeightUnit } from '#training/units.ts'
import { unspeakable } from './arbitraries.ts'
import { asked, day, even, now, press, read, type Written, workout } from './history.ts'
import progressionVectors from './vectors/progression.json'

interface VectorWorkout {
  readonly weight?: number
  readonly reps?: readonly number[]
  readonly rpe?: number
  readonly sets?: readonly Written[]
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
// A JSON import has the type `string` where the vectors hold words of the contract.
const vectors = progressionVectors as unknown as Vectors

function schemeOf(
  { increment, trainingMax, ...scheme }: Vectors['cases'][number]['scheme'],
  unit: WeightUnit,
): Scheme {
  const grams = (value: number | string | undefined) =>
    typeof value === 'number' ? toGrams({ value, unit }) : undefined
  // The vectors' words are those of the schemes; a wrong one fails its case.
  return {
    ...scheme,
    incrementGrams: grams(increment),
    trainingMaxGrams: grams(trainingMax),
  } as unknown as Scheme
}

function prescription(progression: Progression): Prescription {
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}
const double = { scheme: 'double', minReps: 8, maxReps: 12 } as const satisfies Scheme
const next = (input: ProgressionInput) => prescription(progressionOf(input))

describe('each scheme matches the vectors', () => {
  for (const {
    name,
    unit = 'kg',
    category = 'push',
    before = [],
    workouts,
    expected,
    ...rest
  } of vectors.cases) {
    test(name, () => {
      const all = [...before, ...workouts]
      const written = ({ weight = 0, reps = [], rpe, sets }: VectorWorkout) =>
        sets ?? even(weight, reps, { rpe })
      const daysAgo = (index: number) => 1 + 7 * (all.length - 1 - index)
      const log = all.flatMap((done, index) => workout(daysAgo(index), written(done), unit))
      const since = before.length > 0 ? now - daysAgo(before.length) * day - day : undefined
      const scheme = schemeOf(rest.scheme, unit)
      const { rule, sets, reasons } = next(asked(log, scheme, { unit, since, facts: { ...press, category } }))
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

describe('the table of APRE', () => {
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
  for (const [repMax, reps, least, most] of rows)
    test(`APRE${repMax}, ${reps.join(', ')} reps`, () => {
      for (const count of reps)
        expect(apreAdjustment(repMax, count, 'lb')).toEqual({
          least: toGrams({ value: least, unit: 'lb' }),
          most: toGrams({ value: most, unit: 'lb' }),
        })
    })
})

describe('a prescription', () => {
  test('gives understandable reasons', () => {
    const { reasons, ifMissed } = next(asked(workout(2, even(60, [12, 12, 12])), double))
    expect(reasons).toEqual([
      '3 × 12 at 60 kg done: now 3 × 8 at 62.5 kg.',
      'The chance of making the first set is about 90 %; a one-rep max of 85 kg is expected, in 8 of 10 cases from 78 kg to 91 kg.',
    ])
    expect(ifMissed?.rule).toBe('double.stay')
    expect(ifMissed?.text).toBe(
      'If missed: 7, 7, 7 at 62.5 kg: a set under 8 reps, so the weight stays: 3 × 8 at 62.5 kg.'.replace(
        '7, 7, 7',
        '3 × 7',
      ),
    )
  })

  test('says how often a success was needed', () => {
    const log = [...workout(9, even(60, [12, 12, 12])), ...workout(2, even(60, [12, 12, 12]))]
    const { reasons } = next(asked(log, { scheme: 'linear', reps: 12, successes: 2 }))
    expect(reasons[0]).toBe('3 × 12 at 60 kg done twice: now 3 × 12 at 62.5 kg.')
  })

  test('builds reps before a large step, and warns of it when it comes', () => {
    const building = next(asked(workout(2, even(8, [12, 12, 12])), double))
    expect([building.rule, ...read(building.sets)]).toEqual(['double.build_reps', '8×13', '8×13', '8×13'])
    expect(building.reasons[0]).toBe(
      '3 × 12 at 8 kg done; 10 kg is 25 % more, so more reps first, up to 17 a set: 3 × 13 at 8 kg.',
    )
    const { rule, reasons } = next(asked(workout(2, even(8, [17, 17, 17])), double))
    expect(rule).toBe('double.add_weight')
    expect(reasons[1]).toContain('25 % more')
  })

  test('brings warm-ups, effort, plates, and the sets that it came from', () => {
    const plates = [20, 10, 5, 2.5, 1.25].map((value) => ({
      weight: { value, unit: 'kg' as const },
      pairs: 2,
    }))
    const log = workout(2, even(100, [12, 12, 12]))
    const result = next(
      asked(log, double, { loading: loadingFor({ equipment: 'barbell', unit: 'kg', plates }) }),
    )
    expect(read(result.warmUps)).toEqual(['30×5', '50×5', '80×5'])
    expect(result.sets[0]).toEqual({
      type: 'normal',
      weightGrams: 102_500,
      reps: { min: 8, max: 12 },
      rpe: 8,
      platesPerSide: [20_000, 20_000, 1250],
    })
    expect(result.setIds).toEqual(log.map(({ id }) => id))
    expect(result.method).toEqual({ id: 'progression.double', parameters: { minReps: 8, maxReps: 12 } })
  })

  test('raises by the smallest pair of plates when that is more than the increment, and not at all without heavier plates', () => {
    const loading = (pairs: number) =>
      loadingFor({ equipment: 'barbell', unit: 'kg', plates: [{ weight: { value: 5, unit: 'kg' }, pairs }] })
    const ready = workout(2, even(40, [17, 17, 17]))
    expect(read(next(asked(ready, double, { loading: loading(3) })).sets)[0]).toBe('50×8')
    const log = workout(2, even(40, [12, 12, 12]))
    const full = next(asked(log, double, { loading: loading(2) }))
    expect([full.rule, ...read(full.sets)]).toEqual(['double.heaviest', '40×13', '40×13', '40×13'])
  })

  test('judges the sets at the usual weight: no ramp, drop set, back-off or warm-up', () => {
    const sets = [
      { type: 'warmup' as const, weight: 40, reps: 12 },
      { weight: 60, reps: 10 },
      { weight: 80, reps: 8 },
      ...even(100, [12, 12, 12]),
      { type: 'drop' as const, weight: 60, reps: 20 },
      { weight: 90, reps: 5 },
    ]
    expect(read(next(asked(workout(2, sets), double)).sets)).toEqual(['102.5×8', '102.5×8', '102.5×8'])
  })

  test('takes the weaker side of one-sided sets, and asks for both', () => {
    const sets = [12, 12].flatMap((reps) => [
      { ...even(20, [reps])[0], side: 'left' as const },
      { ...even(20, [11])[0], side: 'right' as const },
    ])
    const result = next(asked(workout(2, sets), double))
    expect(read(result.sets)).toEqual(['20×12', '20×12'])
    expect(result.sets[0]?.side).toBe('both')
    expect(result.setIds).toHaveLength(4)
  })

  test('mixes units: what was lifted in pounds stays as it was', () => {
    const log = [...workout(9, even(135, [12, 12, 12]), 'lb'), ...workout(2, even(135, [11, 11, 11]), 'lb')]
    const { sets } = next(asked(log, double))
    expect(sets[0]?.weightGrams).toBe(toGrams({ value: 135, unit: 'lb' }))
  })
})

describe('a lifter who works up to a top set', () => {
  const ramp = (...sets: readonly (readonly [weight: number, reps: number])[]) =>
    progressionOf(
      asked(
        workout(
          1,
          sets.map(([weight, reps]) => ({ weight, reps })),
        ),
        double,
      ),
    )
  const plan = (next: Progression) => (next.status === 'prescription' ? read(next.sets) : [])

  test('gets as many sets as they did, up to three, at the weight that follows from it', () => {
    expect(plan(ramp([60, 15], [70, 15], [80, 15]))).toEqual(['82.5×8', '82.5×8', '82.5×8'])
    expect(plan(ramp([50, 12], [60, 12], [70, 12], [80, 10]))).toEqual(['80×11', '80×8', '80×8'])
    expect(plan(ramp([60, 12], [80, 12]))).toEqual(['82.5×8', '82.5×8'])
    expect(plan(ramp([80, 12]))).toEqual(['82.5×8'])
  })

  test('while back-off sets, and half of the sets at one weight, stay as many as they are', () => {
    expect(plan(ramp([100, 5], [80, 10], [80, 10], [80, 9]))).toEqual(['80×11', '80×11', '80×10'])
    expect(plan(ramp([48, 13], [60, 13], [72, 12], [72, 10]))).toEqual(['72×12', '72×11'])
  })
})

describe('a lift that moves the body', () => {
  const pullUp: ExerciseFacts = {
    ...press,
    tracking: 'bodyweight_reps',
    bodyweightShare: 1,
    category: 'pull',
  }
  const more = {
    facts: pullUp,
    bodyweightAt: () => 80_000,
    loading: loadingFor({ unit: 'kg', assisted: true }),
  }

  test('goes from less assistance to bodyweight to added weight', () => {
    const from = (set: Written) =>
      next(
        asked(
          workout(
            2,
            [set, set].map((each) => ({ ...each, reps: 12 })),
          ),
          double,
          more,
        ),
      )
    expect(read(from({ assistanceGrams: 5000 }).sets)).toEqual(['-2.5×8', '-2.5×8'])
    expect(read(from({ assistanceGrams: 2500 }).sets)).toEqual(['×8', '×8'])
    expect(from({ assistanceGrams: 2500 }).reasons[0]).toBe(
      '2 × 12 at 2.5 kg of assistance done: now 2 × 8 at bodyweight.',
    )
    expect(read(from({}).sets)).toEqual(['2.5×8', '2.5×8'])
    expect(from({}).warmUps).toEqual([])
  })

  test('takes a tenth off the whole load, not off the added weight', () => {
    const log = [14, 9, 2].flatMap((daysAgo) => workout(daysAgo, even(10, [5, 4])))
    const { sets, rule } = next(asked(log, { scheme: 'linear', reps: 5 }, more))
    expect(rule).toBe('linear.lowered')
    expect(read(sets)).toEqual(['×5', '×5'])
  })

  test('without a known bodyweight still progresses in reps and added weight', () => {
    const unknown = { ...more, bodyweightAt: () => undefined }
    expect(read(next(asked(workout(2, [{ reps: 9 }]), double, unknown)).sets)).toEqual(['×10'])
  })
})

describe('what isn’t measured by weight', () => {
  const facts = (
    tracking: ExerciseFacts['tracking'],
    category: ExerciseFacts['category'] = 'core',
  ): ExerciseFacts => ({ ...press, tracking, category })

  test('gets one rep more, or 5 % longer or farther', () => {
    const reps = next(asked(workout(2, [{ reps: 20 }, { reps: 18 }]), undefined, { facts: facts('reps') }))
    expect(reps.sets.map((set) => set.reps?.min)).toEqual([21, 19])
    const plank = next(asked(workout(2, [{ durationSeconds: 60 }]), undefined, { facts: facts('duration') }))
    expect(plank.sets[0]?.durationSeconds).toBe(65)
    const five = { distanceMillimeters: 5_000_000, durationSeconds: 1500 }
    const run = next(
      asked([...workout(9, [five]), ...workout(2, [five])], undefined, {
        facts: facts('distance_duration', 'cardio'),
      }),
    )
    expect(run.sets[0]?.distanceMillimeters).toBe(5_200_000)
  })

  test('stays as it is for mobility', () => {
    const stretch = next(
      asked(workout(2, [{ durationSeconds: 60 }]), undefined, { facts: facts('duration', 'mobility') }),
    )
    expect(stretch.sets[0]?.durationSeconds).toBe(60)
  })
})

describe('a deload is offered', () => {
  test('after more than 14 days, and not before', () => {
    const at = (daysAgo: number) => next(asked(workout(daysAgo, even(100, [10, 10, 10])), double))
    expect(at(14).deload).toBeUndefined()
    const { deload, sets } = at(15)
    expect(deload?.cause).toBe('break')
    expect(read(deload?.sets ?? [])).toEqual(['90×10', '90×10', '90×10'])
    expect(deload?.text).toContain('15 days ago')
    expect(read(sets)).toEqual(['100×10', '100×10', '100×10'])
  })

  test('on a plateau with fatigue, and not without either', () => {
    const flat = [42, 35, 28, 21, 14, 7, 1].flatMap((daysAgo) => workout(daysAgo, even(100, [10, 10, 10])))
    expect(next(asked(flat, double, { fatigue: 70 })).deload?.cause).toBe('plateau')
    expect(next(asked(flat, double, { fatigue: 50 })).deload?.cause).toBe('missed')
    const rising = [28, 21, 14, 7, 1].flatMap((daysAgo) =>
      workout(daysAgo, even(100 - daysAgo, [10, 10, 10])),
    )
    expect(next(asked(rising, double, { fatigue: 70 })).deload).toBeUndefined()
  })

  test('when double progression stays under its minimum reps three times in a row', () => {
    const log = [8, 5, 1].flatMap((daysAgo) => workout(daysAgo, even(100, [8, 7, 7])))
    expect(next(asked(log, double)).deload?.cause).toBe('missed')
    expect(next(asked(log.slice(3), double)).deload).toBeUndefined()
  })
})

describe('without enough data', () => {
  test('it says so, for every scheme', () => {
    for (const scheme of schemeIds) {
      const progression = progressionOf(asked([], { scheme }))
      expect(progression).toMatchObject({
        status: 'insufficient_data',
        scheme,
        reasons: [expect.any(String)],
      })
    }
  })

  test('a weighted lift that was logged without a weight is not guessed at', () => {
    expect(progressionOf(asked(workout(2, [{ reps: 10 }]), double)).status).toBe('insufficient_data')
  })

  test('sets of twenty give no one-rep max', () => {
    const log = workout(2, even(50, [20, 20]))
    expect(progressionOf(asked(log, { scheme: 'rpe' })).status).toBe('insufficient_data')
    expect(progressionOf(asked(log, { scheme: 'five_three_one' })).status).toBe('insufficient_data')
  })
})

describe('for any history', () => {
  const set: fc.Arbitrary<Written> = fc.record({
    weight: fc.option(
      fc.integer({ min: 0, max: 800 }).map((quarters) => quarters / 4),
      { nil: undefined },
    ),
    reps: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    rpe: fc.option(
      fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2),
      { nil: undefined },
    ),
    assistanceGrams: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
    type: fc.constantFrom('warmup' as const, 'normal' as const, 'drop' as const, 'failure' as const),
    durationSeconds: fc.option(fc.integer({ min: 0, max: 7200 }), { nil: undefined }),
  })
  const log = fc
    .array(fc.array(set, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
    .map((workouts) => workouts.flatMap((sets, index) => workout((workouts.length - index) * 5, sets)))
  const plates = fc.uniqueArray(
    fc.record({
      weight: fc.constantFrom(25, 20, 15, 10, 5, 2.5, 1.25),
      pairs: fc.integer({ min: 1, max: 4 }),
    }),
    { selector: ({ weight }) => weight, minLength: 1 },
  )
  const tracking = fc.constantFrom<ExerciseFacts['tracking']>(
    'weight_reps',
    'bodyweight_reps',
    'reps',
    'duration',
  )
  const options = fc.record({
    scheme: fc.constantFrom(...schemeIds),
    tracking,
    plates,
    since: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    bodyweight: fc.option(fc.constant(80_000), { nil: undefined }),
    category: fc.constantFrom<ExerciseFacts['category']>('push', 'legs', 'core', 'mobility'),
  })

  test('every weight can be loaded, nothing is NaN, infinite or null, and the same log gives the same answer', () => {
    fc.assert(
      fc.property(
        log,
        options,
        (sets: TrainedSet[], { scheme, plates: pairs, since, bodyweight, ...facts }) => {
          const loading = loadingFor({
            equipment: 'barbell',
            unit: 'kg',
            plates: pairs.map(({ weight, pairs: count }) => ({
              weight: { value: weight, unit: 'kg' as const },
              pairs: count,
            })),
          })
          const input = asked(
            sets,
            { scheme },
            {
              facts: { ...press, ...facts },
              loading,
              since: since === undefined ? undefined : now - since * day,
              bodyweightAt: () => bodyweight,
              fatigue: 80,
            },
          )
          const result = progressionOf(input)
          expect(unspeakable(result)).toBeUndefined()
          expect(
            progressionOf({ ...input, sets: sets.toSorted((a, b) => b.performedAt - a.performedAt) }),
          ).toEqual(result)
          if (result.status !== 'prescription' || facts.tracking === 'duration') return
          const given = [
            result.sets,
            result.warmUps,
            result.ifMissed?.sets ?? [],
            result.deload?.sets ?? [],
          ].flat()
          expect(given.length).toBeGreaterThan(0)
          for (const { weightGrams, reps } of given) {
            if (weightGrams !== undefined && facts.tracking !== 'reps')
              expect(loading.has(weightGrams)).toBe(true)
            if (reps) expect(reps.max >= reps.min && reps.min >= 1).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
