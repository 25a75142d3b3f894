import { describe, expect, test } from 'bun:test'
import { SimulatedRun, upTo } from './simulated-run.ts'

const weeks = 26
const lifts = ['squat', 'bench', 'deadlift', 'press', 'row', 'chin-up', 'power-clean']

/** Half a year with a constant five-rep max of the squat: how the base goes up, stalls and falls. */
function squatBases(id: string, base: number, fiveRepMax: number): number[] {
  const run = new SimulatedRun(
    id,
    Object.fromEntries(lifts.map((lift) => [lift, lift === 'squat' ? base : 60])),
  )
  const lifter = upTo((slot) => (slot.startsWith('squat') ? fiveRepMax : 1000))
  const seen = [run.base('squat')]
  for (let time = 0; time < weeks * (run.program.sessionsPerWeek ?? 3) && run.state.next; time++) {
    run.train(lifter)
    const now = run.base('squat')
    if (now !== seen.at(-1)) seen.push(now)
  }
  expect(run.state.extra).toEqual([])
  return seen
}

describe('with a constant five-rep max', () => {
  test.each([
    // Three misses of 115 kg take a tenth off, then it climbs by 2.5 kg again.
    ['stronglifts-5x5', [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5, 111, 113.5, 116, 104.4]],
    [
      'metallicadpa-ppl',
      [100, 102.5, 105, 107.5, 110, 112.5, 115, 103.5, 106, 108.5, 111, 113.5, 116, 104.4],
    ],
    // By 5 lb.
    ['starting-strength-1', [100, 102.27, 104.54, 106.8, 109.07, 111.34, 113.61, 115.88, 104.29, 106.56]],
    // One miss takes a tenth off.
    [
      'r-fitness-basic-beginner',
      [100, 102.27, 104.54, 106.8, 109.07, 111.34, 113.61, 115.88, 104.29, 106.56],
    ],
    ['greyskull-lp', [100, 102.27, 104.54, 106.8, 109.07, 111.34, 113.61, 115.88, 104.29, 106.56]],
  ])('%s climbs, stalls, deloads and continues', (id, expected) => {
    const seen = squatBases(id, 100, 112.5)
    expect(seen.slice(0, expected.length)).toEqual(expected)
    const deloads = seen.flatMap((base, index) => (base < (seen[index - 1] ?? 0) ? index : []))
    expect(deloads.length).toBeGreaterThanOrEqual(4)
    for (const index of deloads) expect((seen[index] ?? 0) / (seen[index - 1] ?? 1)).toBeCloseTo(0.9, 3)
  })

  test('StrongLifts: a base falls after exactly three misses', () => {
    const run = new SimulatedRun('stronglifts-5x5', Object.fromEntries(lifts.map((lift) => [lift, 100])))
    const lifter = upTo((slot) => (slot === 'squat' ? 101 : 1000))
    const asked = Array.from({ length: 9 }, () => {
      const text = run.sets('squat')
      run.train(lifter)
      return text.slice(3)
    })
    expect(asked).toEqual([
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
    // A missed single at 95 % in the third week takes a tenth off from the next cycle on.
    ['531-boring-but-big', 120, 114, [120, 125, 130, 135, 140, 126, 131]],
    ['531-for-beginners', 120, 114, [120, 124.54, 129.07, 133.61, 138.14, 124.33, 128.87, 133.4, 137.94]],
    // By the reps at 95 %: 15, 10, 5 and 5 lb; at one rep the base is unchanged.
    ['nsuns-5-day', 100, 100, [100, 106.8, 111.34, 113.61, 115.88]],
    // A record is repeated until it is made.
    ['texas-method', 100, 110, [100, 102.27, 104.54, 106.8, 109.07, 111.34]],
    ['madcow-5x5', 100, 110, [100, 102.5, 105.06, 107.69, 110.38, 113.14, 115.97]],
    // The reps beyond each wave's number, once.
    ['juggernaut', 100, 95, [100, 104.54, 106.8, 107.94, 109.07]],
    // 5 kg after each block of six weeks whose last sets are made.
    ['tactical-barbell-operator', 100, 95, [100, 105, 110]],
  ])('%s moves its base as published', (id, base, fiveRepMax, expected) => {
    expect(squatBases(id, base, fiveRepMax)).toEqual(expected)
  })
})

/** The sets of a slot over half a year, one entry per change. */
function asked(id: string, slot: string, first: number, fiveRepMax: number): string[] {
  const run = new SimulatedRun(id, {}, { first: { [slot]: first } })
  const lifter = upTo((other) => (other === slot ? fiveRepMax : 1000))
  const seen: string[] = []
  for (let time = 0; time < weeks * (run.program.sessionsPerWeek ?? 3); time++) {
    const text = run.sets(slot)
    if (text !== '' && text !== seen.at(-1)) seen.push(text)
    run.train(lifter)
  }
  return seen.slice(1)
}

describe('slots with progressions of their own', () => {
  const openLast = (count: number, reps: number, weights: readonly number[]) =>
    weights.map((weight) => `${count}x ${weight}x${reps} ${weight}x${reps}+`)
  const threes = (reps: string, weights: readonly number[]) => weights.map((weight) => `3x ${weight}x${reps}`)

  test('GZCLP, tier 1: three stages at one weight, a test, and 85 % of it', () => {
    expect(asked('gzclp', 'squat-t1', 100, 120)).toEqual([
      ...openLast(4, 3, [105, 110, 115, 120, 125, 130]),
      ...openLast(5, 2, [130, 135]),
      ...openLast(9, 1, [135, 140]),
      '120x5+',
      ...openLast(4, 3, [102.5, 107.5, 112.5, 117.5, 122.5, 127.5]),
      ...openLast(5, 2, [127.5, 132.5]),
    ])
  })

  test('GZCLP, tier 2: 3 × 10, 3 × 8, 3 × 6, then 7.5 kg over the last tens', () => {
    expect(asked('gzclp', 'squat-t2', 80, 110)).toEqual([
      ...threes('10', [85, 90, 95, 100]),
      ...threes('8', [100, 105]),
      ...threes('6', [105, 110]),
      ...threes('10', [107.5]),
      ...threes('8', [107.5]),
      ...threes('6', [107.5]),
      // Those tens were never made: it continues from the last successful ones, 95 kg.
      ...threes('10', [102.5]),
      ...threes('8', [102.5]),
      ...threes('6', [102.5, 107.5]),
      ...threes('10', [102.5]),
      ...threes('8', [102.5]),
      ...threes('6', [102.5]),
    ])
  })

  test('GZCLP, tier 3: the same weight until 25 reps are done', () => {
    expect(asked('gzclp', 'lat-pulldown-t3', 40, 60)).toEqual(openLast(2, 15, [40]))
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
    expect(asked(id, slot, 80, 90)).toEqual(['3x 80x4-5', '3x 80x5', ...expected])
  })

  test('dumbbells at home: 8 to 15 reps, two more before the large step to the next pair', () => {
    const reps = (weight: number, ...from: number[]) =>
      from.map((count) => `3x ${weight}x${count < 15 ? `${count}-15` : count}`)
    expect(asked('dumbbells-at-home', 'goblet-squat', 20, 30)).toEqual([
      ...reps(20, 9, 10, 11, 12, 13, 14, 15, 16, 17),
      ...reps(25, 8, 9, 10, 11, 12, 13),
    ])
  })
})
