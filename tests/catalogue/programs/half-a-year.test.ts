import { describe, expect, test } from 'bun:test'
import { lifterWith, SimulatedRun } from './simulated-run.ts'

const weeks = 26
const lifts = ['squat', 'bench', 'deadlift', 'press', 'row', 'chin-up', 'power-clean']

/** The successive bases of the squat over half a year, for a lifter with a constant five-rep max. */
function squatBases(id: string, base: number, fiveRepMax: number): number[] {
  const run = new SimulatedRun(
    id,
    Object.fromEntries(lifts.map((lift) => [lift, lift === 'squat' ? base : 60])),
  )
  const lifter = lifterWith((slot) => (slot.startsWith('squat') ? fiveRepMax : 1000))
  const observedBases = [run.base('squat')]
  for (let workout = 0; workout < weeks * (run.program.sessionsPerWeek ?? 3) && run.state.next; workout++) {
    run.train(lifter)
    const newBase = run.base('squat')
    if (newBase !== observedBases.at(-1)) observedBases.push(newBase)
  }
  expect(run.state.extra).toEqual([])
  return observedBases
}

describe('with a constant five-rep max', () => {
  test.each([
    // Three misses of 115 kg reduce the base by 10%, then it rises by 2.5 kg again.
    ['stronglifts-5x5', [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5, 111, 113.5, 116, 104.4]],
    [
      'metallicadpa-ppl',
      [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5, 111, 113.5, 116, 104.4],
    ],
    // The base rises by 5 lb, which is 2.5 kg for someone who trains in kilograms.
    ['starting-strength-1', [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5]],
    // One miss reduces the base by 10%.
    ['r-fitness-basic-beginner', [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5]],
    ['greyskull-lp', [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5]],
  ])('the base of %s rises, stalls, deloads and rises again', (id, expected) => {
    const observedBases = squatBases(id, 100, 112.5)
    expect(observedBases.slice(0, expected.length)).toEqual(expected)
    const deloads = observedBases.flatMap((base, index) =>
      base < (observedBases[index - 1] ?? 0) ? index : [],
    )
    expect(deloads.length).toBeGreaterThanOrEqual(4)
    for (const index of deloads)
      expect((observedBases[index] ?? 0) / (observedBases[index - 1] ?? 1)).toBeCloseTo(0.9, 3)
  })

  test('StrongLifts: a base is reduced after exactly three misses', () => {
    const run = new SimulatedRun('stronglifts-5x5', Object.fromEntries(lifts.map((lift) => [lift, 100])))
    const lifter = lifterWith((slot) => (slot === 'squat' ? 101 : 1000))
    const prescribed = Array.from({ length: 9 }, () => {
      const text = run.sets('squat')
      run.train(lifter)
      return text.slice(3)
    })
    expect(prescribed).toEqual([
      '100x5',
      '102.5x5',
      '102.5x5',
      '102.5x5',
      '92.5x5',
      '95x5',
      '97.5x5',
      '100x5',
      '102.5x5',
    ])
  })

  test.each([
    // After a missed single at 95% in the third week, the next cycle starts with 10% less.
    ['531-boring-but-big', 120, 114, [120, 125, 130, 135, 140, 126, 131]],
    ['531-for-beginners', 120, 114, [120, 125, 130, 135, 140, 126, 131, 136, 122.4]],
    // The base rises by 7.5, 5 and 2.5 kg (15, 10 and 5 lb), depending on the reps at 95%; one rep leaves it unchanged.
    ['nsuns-5-day', 100, 100, [100, 107.5, 112.5, 115]],
    // A record is repeated until it succeeds.
    ['texas-method', 100, 110, [100, 102.5, 105, 107.5, 110, 112.5]],
    ['madcow-5x5', 100, 110, [100, 102.5, 105.06, 107.69, 110.38, 113.14, 115.97]],
    // The base rises once per wave, by the reps beyond the wave's number.
    ['juggernaut', 100, 95, [100, 105, 106.25, 107.5, 108.75]],
    // The base rises by 5 kg after each block of six weeks whose last sets succeed.
    ['tactical-barbell-operator', 100, 95, [100, 105, 110]],
  ])('the bases of %s are as published', (id, base, fiveRepMax, expected) => {
    expect(squatBases(id, base, fiveRepMax)).toEqual(expected)
  })
})

/** The successive prescriptions of a slot over half a year, without the first. */
function prescriptionsOf(id: string, slot: string, startingWeight: number, fiveRepMax: number): string[] {
  const run = new SimulatedRun(id, {}, { startingWeights: { [slot]: startingWeight } })
  const lifter = lifterWith((other) => (other === slot ? fiveRepMax : 1000))
  const prescriptions: string[] = []
  for (let workout = 0; workout < weeks * (run.program.sessionsPerWeek ?? 3); workout++) {
    const text = run.sets(slot)
    if (text !== '' && text !== prescriptions.at(-1)) prescriptions.push(text)
    run.train(lifter)
  }
  return prescriptions.slice(1)
}

describe('slots with their own progressions', () => {
  const openLast = (count: number, reps: number, weights: readonly number[]) =>
    weights.map((weight) => `${count}x ${weight}x${reps} ${weight}x${reps}+`)
  const threeSets = (reps: string, weights: readonly number[]) =>
    weights.map((weight) => `3x ${weight}x${reps}`)

  test('GZCLP, tier 1: three stages at the same weight, a test, and then 85% of its weight', () => {
    expect(prescriptionsOf('gzclp', 'squat-t1', 100, 120)).toEqual([
      ...openLast(4, 3, [105, 110, 115, 120, 125, 130]),
      ...openLast(5, 2, [130, 135]),
      ...openLast(9, 1, [135, 140]),
      '120x5+',
      ...openLast(4, 3, [102.5, 107.5, 112.5, 117.5, 122.5, 127.5]),
      ...openLast(5, 2, [127.5, 132.5]),
    ])
  })

  test('GZCLP, tier 2: 3 × 10, 3 × 8, 3 × 6, then the last weight of 3 × 10 plus 7.5 kg', () => {
    expect(prescriptionsOf('gzclp', 'squat-t2', 80, 110)).toEqual([
      ...threeSets('10', [85, 90, 95, 100]),
      ...threeSets('8', [100, 105]),
      ...threeSets('6', [105, 110]),
      ...threeSets('10', [107.5]),
      ...threeSets('8', [107.5]),
      ...threeSets('6', [107.5]),
      // 3 × 10 with 107.5 kg never succeeded. The slot continues from the last success, 95 kg.
      ...threeSets('10', [102.5]),
      ...threeSets('8', [102.5]),
      ...threeSets('6', [102.5, 107.5]),
      ...threeSets('10', [102.5]),
      ...threeSets('8', [102.5]),
      ...threeSets('6', [102.5]),
    ])
  })

  test('GZCLP, tier 3: the same weight until 25 reps succeed', () => {
    expect(prescriptionsOf('gzclp', 'lat-pulldown-t3', 40, 60)).toEqual(openLast(2, 15, [40]))
  })

  test.each([
    ['phul', 'barbell-bench-press'],
    ['phat', 'row'],
  ])('%s, %s: one more rep each time, then 2.5 kg more, until a set falls short', (id, slot) => {
    const expected = [82.5, 85, 87.5, 90, 92.5].flatMap((weight) => [
      `3x ${weight}x3-5`,
      `3x ${weight}x4-5`,
      `3x ${weight}x5`,
    ])
    expect(prescriptionsOf(id, slot, 80, 90)).toEqual(['3x 80x4-5', '3x 80x5', ...expected])
  })

  test('dumbbells at home: from 8 to 17 reps, because the next pair is much heavier', () => {
    const reps = (weight: number, ...from: number[]) =>
      from.map((count) => `3x ${weight}x${count < 15 ? `${count}-15` : count}`)
    expect(prescriptionsOf('dumbbells-at-home', 'goblet-squat', 20, 30)).toEqual([
      ...reps(20, 9, 10, 11, 12, 13, 14, 15, 16, 17),
      ...reps(25, 8, 9, 10, 11, 12, 13),
    ])
  })
})
