import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { MemoryFold } from '#training/lift-state/index.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { toGrams } from '#training/units.ts'
import { unserializable } from './arbitraries.ts'
import { formatSets, press, progressionInput, setsAt, workout } from './history.ts'

function next(sets: readonly TrainedSet[], more: Partial<ProgressionInput> = {}): Prescription {
  const progression = progressionOf(progressionInput(sets, undefined, more))
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}
/** Sessions three days apart, the last one three days ago, each with a weight and the reps of its sets. */
const log = (...sessions: readonly (readonly [weight: number, reps: readonly number[]])[]) =>
  sessions.flatMap(([weight, reps], index) =>
    workout(3 + 3 * (sessions.length - 1 - index), setsAt(weight, reps)),
  )
const fives = [5, 5, 5, 5, 5]
const risingWeights = Array.from({ length: 10 }, (_, week) => [120 + 2.5 * week, fives] as const)

describe('the next prescription avoids mistakes that no coach would make', () => {
  test('a lifter’s rep range, number of sets and step are kept: 5 × 5 stays 5 × 5', () => {
    const { rule, sets, reasons } = next(log(...risingWeights))
    expect([rule, ...formatSets(sets)]).toEqual(['memory.add_weight', ...fives.map((reps) => `145×${reps}`)])
    expect(reasons[0]).toBe('You did 5 × 5 at 142.5 kg, so move up to 5 × 5 at 145 kg.')
    expect(reasons[1]).toMatch(
      /^Your chance of making the first set is about 9\d% if you have been leaving 2 or more reps in reserve; your expected one-rep max is \d+ kg/,
    )
  })

  test('a typing error never becomes the plan', () => {
    const { sets } = next([...log([85, [8, 8]], [85, [8, 8]], [86, [8, 8]]), ...workout(1, setsAt(870, [8]))])
    for (const { weightGrams = 0 } of sets) expect(weightGrams).toBeLessThan(95_000)
  })

  test('a failed set at an absurd weight neither becomes the plan nor makes the weight plausible', () => {
    const usual = log([85, [8, 8]], [85, [8, 8]], [86, [8, 8]])
    const failed = [...usual, ...workout(2, setsAt(5000, [0, 0]))]
    for (const sets of [failed, [...failed, ...workout(1, setsAt(5000, [5]))]])
      for (const { weightGrams = 0 } of next(sets).sets) expect(weightGrams).toBeLessThan(95_000)
  })

  test('a doubted weight is accepted once a second workout repeats it', () => {
    const usualWorkouts = [30, 27, 24, 21].flatMap((daysAgo) => workout(daysAgo, setsAt(50, [8, 8, 8])))
    const loggedOnce = [...usualWorkouts, ...workout(4, setsAt(110, [8]))]
    expect(formatSets(next(loggedOnce).sets)[0]).not.toStartWith('110')
    expect(formatSets(next([...loggedOnce, ...workout(1, setsAt(110, [8]))]).sets)[0]).toStartWith('110')
  })

  test('one deload does not become the new level', () => {
    const { rule, sets } = next([
      ...log([100, [10, 10]], [100, [10, 10]], [100, [10, 10]]),
      ...workout(1, setsAt(60, [10, 10])),
    ])
    expect(rule).toBe('memory.return')
    expect(sets[0]?.weightGrams).toBeGreaterThanOrEqual(70_000)
  })

  test('a restart after eight months off is lighter', () => {
    const { rule, sets, reasons } = next(workout(247, setsAt(97.5, [9, 9, 9])))
    expect(rule).toBe('memory.comeback')
    expect(reasons[0]).toMatch(/: start back with 3 × 9 at 87.5 kg; /)
    expect(sets[0]?.weightGrams).toBeLessThan(97_500)
  })

  test.each(['kg', 'lb'] as const)('a restart is lighter than the last weight in %s too', (unit) => {
    const weeks = Array.from({ length: 8 }, (_, index) => 180 + 5 * index)
    const sets = weeks.flatMap((weight, index) => workout(247 - index * 4, setsAt(weight, [8, 8, 8]), unit))
    const { rule, sets: planned, chance } = next(sets, { unit, loading: loadingFor({ unit }) })
    expect(rule).toBe('memory.comeback')
    expect(planned[0]?.weightGrams).toBeLessThan(0.95 * toGrams({ value: 215, unit }))
    expect(chance).toBeGreaterThanOrEqual(0.4)
  })

  test('the reason mentions that the lifter usually repeats a weight, and suggests the next one', () => {
    const repeats = Array.from({ length: 6 }, () => [80, [8, 8, 8]] as const)
    const { rule, reasons } = next(log(...repeats))
    expect(rule).toBe('memory.hold')
    expect(reasons[0]).toMatch(
      /^You did 3 × 8 at 80 kg, and you usually stay at a weight longer: .*, or try 8 at 82.5 kg, which should work about \d+% of the time\.$/,
    )
  })

  test('after sets that were logged as easy, the weight goes up', () => {
    const easy = [21, 14, 7].flatMap((daysAgo) => workout(daysAgo, setsAt(60, [8, 8, 8], { rpe: 6 })))
    expect(next(easy).rule).toBe('memory.add_weight')
  })

  test('sets without a rep lead to a lighter weight instead of a repeat', () => {
    const { rule, sets, reasons } = next([
      ...log([200, [1]], [200, [1]], [200, [2]]),
      ...workout(1, setsAt(205, [0, 0])),
    ])
    expect(rule).toBe('memory.step_back')
    expect(sets[0]?.weightGrams).toBeLessThan(205_000)
    expect(reasons[0]).toStartWith('You got no reps at 205 kg last time: step back to ')
  })

  test('a first session without a rep leads to a weight light enough for the reps', () => {
    const { rule, sets, reasons } = next(workout(2, setsAt(60, [0, 0])))
    expect([rule, ...formatSets(sets)]).toEqual(['double.step_back', '45×8', '45×8'])
    expect(reasons).toEqual(['You got no reps at 60 kg, so drop 25% to 2 × 8 at 45 kg.'])
  })

  test('after many identical sessions to failure, a light week is offered, with its actual percentage', () => {
    const sameSessions = Array.from({ length: 14 }, () => [100, [5, 5, 5]] as const)
    const toFailure = sameSessions.flatMap(([weight, reps], index) =>
      workout(4 + 4 * (sameSessions.length - 1 - index), setsAt(weight, reps, { rpe: 10 })),
    )
    const { deload } = next(toFailure)
    expect(deload?.percent).toBe(10)
    expect(formatSets(deload?.sets ?? [])).toEqual(['90×5', '90×5'])
  })
})

describe('bodyweight lifts', () => {
  const pullUp: ExerciseFacts = { ...press, tracking: 'bodyweight_reps', category: 'pull' }
  const atBodyweight = (bodyweight: number, noLoad = false) => ({
    facts: pullUp,
    bodyweightAt: () => bodyweight,
    loading: loadingFor({ unit: 'kg', assisted: true, noLoad }),
  })
  const pullUps = (extra: object, reps: number) =>
    [12, 9, 6, 3].flatMap((daysAgo) =>
      workout(
        daysAgo,
        [1, 2, 3].map(() => ({ reps, ...extra })),
      ),
    )

  test('added weight progresses as usual although the lifter has become heavier', () => {
    const { sets } = next(pullUps({ weightGrams: 10_000 }, 6), atBodyweight(82_000))
    expect(formatSets(sets)[0]).toStartWith('12.5×6')
  })

  test('assistance decreases as reps increase', () => {
    const rising = [8, 9, 10, 12].flatMap((reps, index) =>
      workout(
        12 - 3 * index,
        [1, 2, 3].map(() => ({ reps, assistanceGrams: 30_000 })),
      ),
    )
    expect(formatSets(next(rising, atBodyweight(80_000)).sets)[0]).toStartWith('-27.5×')
  })

  test('a lifter who does many reps is likely to repeat them', () => {
    const pushUp = { ...atBodyweight(80_000, true), facts: { ...pullUp, bodyweightShare: 0.65 } }
    const { chance } = next(pullUps({}, 25), pushUp)
    expect(chance).toBeGreaterThan(0.4)
  })

  test('without a way to add weight, reps go up, and then a harder variation is suggested', () => {
    expect(formatSets(next(pullUps({}, 12), atBodyweight(80_000, true)).sets)[0]).toStartWith('×13')
    expect(next(pullUps({}, 20), atBodyweight(80_000, true)).reasons[0]).toContain('a harder variation')
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

describe('unusual logs lead to a plausible prescription or none', () => {
  test.each([
    ['one session', workout(2, setsAt(60, [8, 8, 8]))],
    ['no completed rep', workout(2, setsAt(60, [0, 0]))],
    [
      'one weight for years',
      Array.from({ length: 300 }, (_, week) => workout(7 * (300 - week), setsAt(60, [10]))).flat(),
    ],
    [
      'two units',
      [
        ...workout(9, setsAt(60, [8, 8])),
        ...workout(6, setsAt(135, [8, 8]), 'lb'),
        ...workout(2, setsAt(62.5, [8, 8])),
      ],
    ],
    ['sets in the future', [...workout(3, setsAt(60, [8, 8])), ...workout(-400, setsAt(500, [8]))]],
    [
      'two workouts in the same minute',
      [
        ...workout(2, setsAt(60, [8])),
        ...workout(2, setsAt(60, [8])).map((set) => ({ ...set, workoutId: 'z' })),
      ],
    ],
  ] as const)('%s', (_, sets) => {
    const progression = progressionOf(progressionInput(sets, undefined))
    expect(unserializable(progression)).toBeUndefined()
    if (progression.status === 'insufficient_data') return
    for (const { weightGrams = 0, reps } of progression.sets) {
      expect(weightGrams).toBeGreaterThan(0)
      expect(weightGrams).toBeLessThan(75_000)
      expect(reps?.min).toBeGreaterThan(0)
    }
  })

  test('50,000 sets lead to finite levels, and folding them in two parts equals folding them at once', () => {
    const sets = Array.from({ length: 2500 }, (_, index) =>
      workout(
        2500 - index,
        setsAt(60 + (index % 40), [8, 8, 7, 6, 5, 5, 5, 5, 5, 5, 8, 8, 7, 6, 5, 5, 5, 5, 5, 5]),
      ),
    ).flat()
    const options = {
      exercises: new Map([[press.id, press]]),
      bodyweightAt: () => undefined,
      days: { dayOf: (instant: number) => Math.floor(instant / dayMs) },
    }
    const foldedAtOnce = new MemoryFold()
    foldedAtOnce.add(new ListedSets(sets), options)
    const firstHalf = new MemoryFold()
    firstHalf.add(new ListedSets(sets.slice(0, 25_000)), options)
    const firstHalfState = JSON.stringify(firstHalf.of(press.id))
    const continued = new MemoryFold(firstHalf.content)
    continued.add(new ListedSets(sets.slice(25_000)), options)
    expect(continued.of(press.id)).toEqual(foldedAtOnce.of(press.id))
    expect(JSON.stringify(firstHalf.of(press.id))).toBe(firstHalfState)
    expect(unserializable(foldedAtOnce.of(press.id))).toBeUndefined()
  })
})
