import { describe, expect, test } from 'bun:test'
import { MemoryFold } from '#training/lift-state/index.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { toGrams } from '#training/units.ts'
import { unserializable } from './arbitraries.ts'
import { asked, day, even, press, read, workout } from './history.ts'

function next(sets: readonly TrainedSet[], more: Partial<ProgressionInput> = {}): Prescription {
  const found = progressionOf(asked(sets, undefined, more))
  if (found.status !== 'prescription') throw new Error(found.reasons.join())
  return found
}
/** Sessions a few days apart, the last one three days ago: the weight and the reps of each. */
const log = (...sessions: readonly (readonly [weight: number, reps: readonly number[]])[]) =>
  sessions.flatMap(([weight, reps], index) =>
    workout(3 + 3 * (sessions.length - 1 - index), even(weight, reps)),
  )
const fives = [5, 5, 5, 5, 5]
const rise = Array.from({ length: 10 }, (_, week) => [120 + 2.5 * week, fives] as const)

describe('mistakes a coach would not make', () => {
  test('a lifter’s own range, sets and step are kept: 5 × 5 stays 5 × 5', () => {
    const { rule, sets, reasons } = next(log(...rise))
    expect([rule, ...read(sets)]).toEqual(['memory.add_weight', ...fives.map((reps) => `145×${reps}`)])
    expect(reasons[0]).toBe('You did 5 × 5 at 142.5 kg, so move up to 5 × 5 at 145 kg.')
    expect(reasons[1]).toMatch(
      /^Your chance of making the first set is about \d+%; your expected one-rep max is \d+ kg/,
    )
  })

  test('a typing error never becomes the plan', () => {
    const { sets } = next([...log([85, [8, 8]], [85, [8, 8]], [86, [8, 8]]), ...workout(1, even(870, [8]))])
    for (const { weightGrams = 0 } of sets) expect(weightGrams).toBeLessThan(95_000)
  })

  test('the same doubted value in a second workout is accepted', () => {
    const usual = [30, 27, 24, 21].flatMap((daysAgo) => workout(daysAgo, even(50, [8, 8, 8])))
    const once = [...usual, ...workout(4, even(110, [8]))]
    expect(read(next(once).sets)[0]).not.toStartWith('110')
    expect(read(next([...once, ...workout(1, even(110, [8]))]).sets)[0]).toStartWith('110')
  })

  test('one deload does not become the new level', () => {
    const { rule, sets } = next([
      ...log([100, [10, 10]], [100, [10, 10]], [100, [10, 10]]),
      ...workout(1, even(60, [10, 10])),
    ])
    expect(rule).toBe('memory.return')
    expect(sets[0]?.weightGrams).toBeGreaterThan(70_000)
  })

  test('a restart after eight months is lighter', () => {
    const { rule, sets, reasons } = next(workout(247, even(97.5, [9, 9, 9])))
    expect(rule).toBe('memory.comeback')
    expect(reasons[0]).toMatch(/: start back with 3 × 9 at 90 kg; /)
    expect(sets[0]?.weightGrams).toBeLessThan(97_500)
  })

  test.each(['kg', 'lb'] as const)('a restart is lighter than the last weight in %s too', (unit) => {
    const weeks = Array.from({ length: 8 }, (_, index) => 180 + 5 * index)
    const sets = weeks.flatMap((weight, index) => workout(247 - index * 4, even(weight, [8, 8, 8]), unit))
    const { rule, sets: asks, chance } = next(sets, { unit, loading: loadingFor({ unit }) })
    expect(rule).toBe('memory.comeback')
    expect(asks[0]?.weightGrams).toBeLessThan(0.95 * toGrams({ value: 215, unit }))
    expect(chance).toBeGreaterThanOrEqual(0.4)
  })

  test('tells lifters who repeat a weight so, and suggests the next one', () => {
    const stays = Array.from({ length: 6 }, () => [80, [8, 8, 8]] as const)
    const { rule, reasons } = next(log(...stays))
    expect(rule).toBe('memory.hold')
    expect(reasons[0]).toMatch(
      /^You did 3 × 8 at 80 kg, and you usually stay at a weight longer: .*, or try 8 at 82.5 kg, which should work about \d+% of the time\.$/,
    )
  })

  test('logged effort counts: after easy sets the weight goes up', () => {
    const easy = [21, 14, 7].flatMap((daysAgo) => workout(daysAgo, even(60, [8, 8, 8], { rpe: 6 })))
    expect(next(easy).rule).toBe('memory.add_weight')
  })

  test('sets without a rep lead to a lighter weight instead of a repeat', () => {
    const { rule, sets, reasons } = next([
      ...log([200, [1]], [200, [1]], [200, [2]]),
      ...workout(1, even(205, [0, 0])),
    ])
    expect(rule).toBe('memory.step_back')
    expect(sets[0]?.weightGrams).toBeLessThan(205_000)
    expect(reasons[0]).toStartWith('You got no reps at 205 kg last time: step back to ')
  })

  test('five identical weeks or more offer a light week, with its real percentage', () => {
    const flat = Array.from({ length: 14 }, () => [100, [5, 5, 5]] as const)
    const slow = flat.flatMap(([weight, reps], index) =>
      workout(4 + 4 * (flat.length - 1 - index), even(weight, reps, { rpe: 10 })),
    )
    const { deload } = next(slow)
    expect(deload?.percent).toBe(10)
    expect(read(deload?.sets ?? [])).toEqual(['90×5', '90×5'])
  })
})

describe('bodyweight lifts', () => {
  const pullUp: ExerciseFacts = { ...press, tracking: 'bodyweight_reps', category: 'pull' }
  const own = (bodyweight: number, noLoad = false) => ({
    facts: pullUp,
    bodyweightAt: () => bodyweight,
    loading: loadingFor({ unit: 'kg', assisted: true, noLoad }),
  })
  const pulls = (more: object, reps: number) =>
    [12, 9, 6, 3].flatMap((daysAgo) =>
      workout(
        daysAgo,
        [1, 2, 3].map(() => ({ reps, ...more })),
      ),
    )

  test('added weight stays what it is when the body gains', () => {
    const { sets } = next(pulls({ weightGrams: 10_000 }, 6), own(82_000))
    expect(read(sets)[0]).toStartWith('12.5×6')
  })

  test('assistance shrinks', () => {
    const rising = [8, 9, 10, 12].flatMap((reps, index) =>
      workout(
        12 - 3 * index,
        [1, 2, 3].map(() => ({ reps, assistanceGrams: 30_000 })),
      ),
    )
    expect(read(next(rising, own(80_000)).sets)[0]).toStartWith('-27.5×')
  })

  test('a lifter who does many reps is likely to repeat them', () => {
    const push = { ...own(80_000, true), facts: { ...pullUp, bodyweightShare: 0.65 } }
    const { chance } = next(pulls({}, 25), push)
    expect(chance).toBeGreaterThan(0.4)
  })

  test('without a way to add load, reps go up, then a harder variation is suggested', () => {
    expect(read(next(pulls({}, 12), own(80_000, true)).sets)[0]).toStartWith('×13')
    expect(next(pulls({}, 20), own(80_000, true)).reasons[0]).toContain('a harder variation')
  })

  test('an unusually long run is followed by an easy one', () => {
    const run: ExerciseFacts = { ...press, tracking: 'distance_duration', category: 'cardio' }
    const runs = [
      [9, 10],
      [6, 10],
      [3, 10],
      [0.2, 30],
    ].flatMap(([ago = 0, km = 0]) =>
      workout(ago, [{ distanceMillimeters: km * 1_000_000, durationSeconds: km * 330 }]),
    )
    const { rule, sets } = next(runs, { facts: run })
    expect(rule).toBe('memory.easy')
    expect(sets[0]?.distanceMillimeters).toBeLessThan(12_000_000)
  })
})

describe('bad input gets a clear result', () => {
  test.each([
    ['one session', workout(2, even(60, [8, 8, 8]))],
    ['no rep ever', workout(2, even(60, [0, 0]))],
    [
      'one weight for years',
      Array.from({ length: 300 }, (_, week) => workout(7 * (300 - week), even(60, [10]))).flat(),
    ],
    [
      'two units',
      [
        ...workout(9, even(60, [8, 8])),
        ...workout(6, even(135, [8, 8]), 'lb'),
        ...workout(2, even(62.5, [8, 8])),
      ],
    ],
    ['sets in the future', [...workout(3, even(60, [8, 8])), ...workout(-400, even(500, [8]))]],
    [
      'two workouts in the same minute',
      [...workout(2, even(60, [8])), ...workout(2, even(60, [8])).map((set) => ({ ...set, workoutId: 'z' }))],
    ],
  ] as const)('%s', (_, sets) => {
    const found = progressionOf(asked(sets, undefined))
    expect(unserializable(found)).toBeUndefined()
    if (found.status === 'insufficient_data') return
    for (const { weightGrams = 0, reps } of found.sets) {
      expect(weightGrams).toBeGreaterThan(0)
      expect(weightGrams).toBeLessThan(75_000)
      expect(reps?.min).toBeGreaterThan(0)
    }
  })

  test('50,000 sets leave finite levels, and folding in two parts equals folding at once', () => {
    const sets = Array.from({ length: 2500 }, (_, index) =>
      workout(
        2500 - index,
        even(60 + (index % 40), [8, 8, 7, 6, 5, 5, 5, 5, 5, 5, 8, 8, 7, 6, 5, 5, 5, 5, 5, 5]),
      ),
    ).flat()
    const options = {
      exercises: new Map([[press.id, press]]),
      bodyweightAt: () => undefined,
      days: { dayOf: (at: number) => Math.floor(at / day) },
    }
    const whole = new MemoryFold()
    whole.take(new ListedSets(sets), options)
    const half = new MemoryFold()
    half.take(new ListedSets(sets.slice(0, 25_000)), options)
    const before = JSON.stringify(half.of(press.id))
    const continued = new MemoryFold(half)
    continued.take(new ListedSets(sets.slice(25_000)), options)
    expect(continued.of(press.id)).toEqual(whole.of(press.id))
    expect(JSON.stringify(half.of(press.id))).toBe(before)
    expect(unserializable(whole.of(press.id))).toBeUndefined()
  })
})
