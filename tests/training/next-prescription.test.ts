import { describe, expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import { schemeIds } from '#training/progression/schemes.ts'
import { toGrams } from '#training/units.ts'
import { formatSets, progressionInput, setsAt, workout } from './history.ts'
import { doubleProgression, nextPrescription } from './next-prescription.ts'

describe('a prescription', () => {
  test('gives its reasons and a plan for missed reps', () => {
    const { reasons, ifMissed } = nextPrescription(
      progressionInput(workout(2, setsAt(60, [12, 12, 12])), doubleProgression),
    )
    expect(reasons).toEqual([
      'You did 3 × 12 at 60 kg, so move up to 3 × 8 at 62.5 kg.',
      'Your chance of making the first set is about 90%; your expected one-rep max is 85 kg, 8 times in 10 between 78 kg and 91 kg.',
    ])
    expect(ifMissed?.rule).toBe('double.stay')
    expect(ifMissed?.text).toBe('If you miss reps, try 3 × 8 at 62.5 kg again next time.')
  })

  test('states the number of successes that it is based on', () => {
    const log = [...workout(9, setsAt(60, [12, 12, 12])), ...workout(2, setsAt(60, [12, 12, 12]))]
    const { reasons } = nextPrescription(progressionInput(log, { scheme: 'linear', reps: 12, successes: 2 }))
    expect(reasons[0]).toBe('You did 3 × 12 at 60 kg twice, so move up to 3 × 12 at 62.5 kg.')
  })

  test('builds reps before a large step in weight, and states the size of the step when it is taken', () => {
    const building = nextPrescription(
      progressionInput(workout(2, setsAt(8, [12, 12, 12])), doubleProgression),
    )
    expect([building.rule, ...formatSets(building.sets)]).toEqual([
      'double.build_reps',
      '8×13',
      '8×13',
      '8×13',
    ])
    expect(building.reasons[0]).toBe(
      'You did 3 × 12 at 8 kg, but 10 kg is 25% more, so build up to 17 reps a set first: 3 × 13 at 8 kg.',
    )
    const { rule, reasons } = nextPrescription(
      progressionInput(workout(2, setsAt(8, [17, 17, 17])), doubleProgression),
    )
    expect(rule).toBe('double.add_weight')
    expect(reasons[1]).toContain('a jump of 25%')
  })

  test('includes warm-ups, effort, plates, and the ids of the sets that it is based on', () => {
    const plates = [20, 10, 5, 2.5, 1.25].map((value) => ({
      weight: { value, unit: 'kg' as const },
      pairs: 2,
    }))
    const log = workout(2, setsAt(100, [12, 12, 12]))
    const result = nextPrescription(
      progressionInput(log, doubleProgression, {
        loading: loadingFor({ equipment: 'barbell', unit: 'kg', plates }),
      }),
    )
    expect(formatSets(result.warmUps)).toEqual(['30×5', '50×5', '80×5'])
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

  test('adds the smallest pair of plates if that is more than the increment, and nothing once every plate is on the bar', () => {
    const loading = (pairs: number) =>
      loadingFor({ equipment: 'barbell', unit: 'kg', plates: [{ weight: { value: 5, unit: 'kg' }, pairs }] })
    const ready = workout(2, setsAt(40, [17, 17, 17]))
    expect(
      formatSets(
        nextPrescription(progressionInput(ready, doubleProgression, { loading: loading(3) })).sets,
      )[0],
    ).toBe('50×8')
    const log = workout(2, setsAt(40, [12, 12, 12]))
    const everyPlateUsed = nextPrescription(progressionInput(log, doubleProgression, { loading: loading(2) }))
    expect([everyPlateUsed.rule, ...formatSets(everyPlateUsed.sets)]).toEqual([
      'double.heaviest',
      '40×13',
      '40×13',
      '40×13',
    ])
  })

  test('judges only the sets at the usual weight, not a ramp, drop set, back-off or warm-up', () => {
    const sets = [
      { type: 'warmup' as const, weight: 40, reps: 12 },
      { weight: 60, reps: 10 },
      { weight: 80, reps: 8 },
      ...setsAt(100, [12, 12, 12]),
      { type: 'drop' as const, weight: 60, reps: 20 },
      { weight: 90, reps: 5 },
    ]
    expect(formatSets(nextPrescription(progressionInput(workout(2, sets), doubleProgression)).sets)).toEqual([
      '102.5×8',
      '102.5×8',
      '102.5×8',
    ])
  })

  test('uses the weaker side of one-sided sets, and prescribes both sides', () => {
    const sets = [12, 12].flatMap((reps) => [
      { ...setsAt(20, [reps])[0], side: 'left' as const },
      { ...setsAt(20, [11])[0], side: 'right' as const },
    ])
    const result = nextPrescription(progressionInput(workout(2, sets), doubleProgression))
    expect(formatSets(result.sets)).toEqual(['20×12', '20×12'])
    expect(result.sets[0]?.side).toBe('both')
    expect(result.setIds).toHaveLength(4)
  })

  const sidedOrders = [
    ['in turn', ['left', 'right', 'left', 'right', 'left', 'right']],
    ['one after the other', ['left', 'left', 'left', 'right', 'right', 'right']],
    ['with one side finished first', ['right', 'left', 'right', 'right', 'left', 'left']],
  ] as const
  describe.each([doubleProgression, { scheme: 'memory' }] as const)('the scheme $scheme', (scheme) => {
    test.each(sidedOrders)('counts sets of both sides once if they were logged %s', (_, sides) => {
      const log = [21, 14, 7].flatMap((daysAgo) =>
        workout(
          daysAgo,
          sides.map((side) => ({ ...setsAt(20, [side === 'left' ? 10 : 9])[0], side })),
        ),
      )
      const { sets } = nextPrescription(progressionInput(log, scheme))
      expect(sets).toHaveLength(3)
      expect(sets.map(({ side }) => side)).toEqual(['both', 'both', 'both'])
    })
  })

  test('repeats a weight logged in pounds exactly, even if the lifter’s unit is kilograms', () => {
    const log = [
      ...workout(9, setsAt(135, [12, 12, 12]), 'lb'),
      ...workout(2, setsAt(135, [11, 11, 11]), 'lb'),
    ]
    const { sets } = nextPrescription(progressionInput(log, doubleProgression))
    expect(sets[0]?.weightGrams).toBe(toGrams({ value: 135, unit: 'lb' }))
  })
})

describe('a deload is offered', () => {
  test('after more than 14 days off, and not before', () => {
    const nextAfter = (daysAgo: number) =>
      nextPrescription(progressionInput(workout(daysAgo, setsAt(100, [10, 10, 10])), doubleProgression))
    expect(nextAfter(14).deload).toBeUndefined()
    const { deload, sets } = nextAfter(15)
    expect(deload?.cause).toBe('break')
    expect(formatSets(deload?.sets ?? [])).toEqual(['90×10', '90×10', '90×10'])
    expect(deload?.text).toContain('15 days ago')
    expect(formatSets(sets)).toEqual(['100×10', '100×10', '100×10'])
  })

  test('with the cause `plateau` only if the lifter is fatigued, and not for fatigue without a plateau', () => {
    const flat = [42, 35, 28, 21, 14, 7, 1].flatMap((daysAgo) => workout(daysAgo, setsAt(100, [10, 10, 10])))
    expect(nextPrescription(progressionInput(flat, doubleProgression, { fatigue: 70 })).deload?.cause).toBe(
      'plateau',
    )
    expect(nextPrescription(progressionInput(flat, doubleProgression, { fatigue: 50 })).deload?.cause).toBe(
      'missed',
    )
    const rising = [28, 21, 14, 7, 1].flatMap((daysAgo) =>
      workout(daysAgo, setsAt(100 - daysAgo, [10, 10, 10])),
    )
    expect(
      nextPrescription(progressionInput(rising, doubleProgression, { fatigue: 70 })).deload,
    ).toBeUndefined()
  })

  test('when double progression misses its minimum reps three times in a row', () => {
    const log = [8, 5, 1].flatMap((daysAgo) => workout(daysAgo, setsAt(100, [8, 7, 7])))
    expect(nextPrescription(progressionInput(log, doubleProgression)).deload?.cause).toBe('missed')
    expect(nextPrescription(progressionInput(log.slice(3), doubleProgression)).deload).toBeUndefined()
  })
})

describe('without enough data', () => {
  test('every scheme reports insufficient_data with a reason', () => {
    for (const scheme of schemeIds) {
      const progression = progressionOf(progressionInput([], { scheme }))
      expect(progression).toMatchObject({
        status: 'insufficient_data',
        scheme,
        reasons: [expect.any(String)],
      })
    }
  })

  test('a weighted lift that was logged without a weight has no prescription', () => {
    expect(progressionOf(progressionInput(workout(2, [{ reps: 10 }]), doubleProgression)).status).toBe(
      'insufficient_data',
    )
  })

  test('sets of twenty give no one-rep max, so schemes that need one have no prescription', () => {
    const log = workout(2, setsAt(50, [20, 20]))
    expect(progressionOf(progressionInput(log, { scheme: 'rpe' })).status).toBe('insufficient_data')
    expect(progressionOf(progressionInput(log, { scheme: 'five_three_one' })).status).toBe(
      'insufficient_data',
    )
  })
})
