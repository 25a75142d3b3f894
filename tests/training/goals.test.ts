import { describe, expect, test } from 'bun:test'
import type { Goal } from '#training/goals.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription } from '#training/progression/types.ts'
import { needOf } from '#training/recommend/need.ts'
import { recommend } from './athletes.ts'
import { asked, even, press, read, workout } from './history.ts'

const goals = ['strength', 'size', 'health', 'sport'] as const satisfies readonly Goal[]

/** The next prescription after six sessions of these reps, for a goal. */
function after(kg: number, reps: readonly number[], goal: Goal | undefined, last = reps): Prescription {
  const sets = [17, 14, 11, 8, 5].flatMap((daysAgo) => workout(daysAgo, even(kg, reps)))
  const next = progressionOf(asked([...sets, ...workout(2, even(kg, last))], undefined, { goal }))
  if (next.status !== 'prescription') throw new Error(next.reasons.join())
  return next
}

describe('the default progression', () => {
  test.each([
    ['fives for strength', [5, 5, 5], 'strength'],
    ['singles for strength', [1, 1], 'strength'],
    ['8–10 for size', [10, 9, 8], 'size'],
    ['fives for sport', [5, 5, 5], 'sport'],
    ['tens for health', [10, 10], 'health'],
  ] as const)('keeps reps that fit the goal: %s', (_, reps, goal) => {
    expect(after(100, reps, goal)).toEqual(after(100, reps, undefined))
  })

  test.each([
    ['twelves for strength', [12, 12, 12], 'strength', 3, true],
    ['triples for size', [3, 3, 3], 'size', 6, false],
    ['fives for health', [5, 5, 5], 'health', 8, false],
    ['fifteens for sport', [15, 15], 'sport', 4, true],
  ] as const)('moves to the reps of the goal, at a weight to match: %s', (_, reps, goal, min, heavier) => {
    const { rule, sets, chance, reasons } = after(100, reps, goal)
    expect(rule).toBe('memory.new_range')
    for (const { reps: todo } of sets) expect(todo?.min).toBe(min)
    expect((sets[0]?.weightGrams ?? 0) > 100_000).toBe(heavier)
    expect(chance).toBeGreaterThanOrEqual(0.5)
    expect(reasons[0]).toStartWith(`For ${min}–`)
  })

  test('continues from there after a session with those reps', () => {
    const next = after(100, [3, 3, 3], 'size', [6, 6, 6])
    expect(next.rule).toBe('memory.add_reps')
    expect(read(next.sets)[0]).toBe('100×7')
  })

  test('a chosen range takes precedence over the goal', () => {
    const scheme = { scheme: 'memory', range: { min: 8, max: 12 } } as const
    const log = [8, 5, 2].flatMap((daysAgo) => workout(daysAgo, even(60, [9, 9, 9])))
    const plan = (goal: Goal | undefined) => progressionOf(asked(log, scheme, { goal }))
    for (const goal of goals) expect(plan(goal)).toEqual(plan(undefined))
  })

  test('a lift for one muscle keeps more reps than a heavy one', () => {
    const facts = { ...press, engagement: [{ muscle: 'biceps', percent: 90 }] } as const
    const log = [8, 5, 2].flatMap((daysAgo) => workout(daysAgo, even(20, [10, 10, 10])))
    const next = progressionOf(asked(log, undefined, { goal: 'strength', facts }))
    expect(next).toEqual(progressionOf(asked(log, undefined, { facts })))
  })
})

describe('recommended workouts', () => {
  const plan = (goal: Goal | undefined) =>
    recommend({ minutes: 60 }, [], { experience: 'intermediate', goal }).exercises
  test('use the reps and sets of the goal', () => {
    const first = (goal: Goal | undefined) => {
      const [exercise] = plan(goal)
      const { min = 0, max = 0 } = exercise?.sets[0]?.reps ?? {}
      return [min, max, exercise?.sets.length ?? 0]
    }
    expect(first(undefined)).toEqual([8, 12, 3])
    expect(first('strength')).toEqual([5, 6, 4])
    expect(first('size')).toEqual([6, 12, 3])
    expect(first('health')).toEqual([8, 15, 2])
    expect(first('sport')).toEqual([5, 8, 3])
  })
  test('prescribe no triples of curls or pulldowns, nor of a new lift', () => {
    for (const { exerciseId, sets } of plan('strength'))
      for (const { reps } of sets)
        if (reps)
          expect([exerciseId, reps.min]).toEqual([
            exerciseId,
            exerciseId.startsWith('barbell-') && exerciseId !== 'barbell-row' ? 5 : expect.any(Number),
          ])
    const pulldown = plan('strength').find(({ exerciseId }) => exerciseId === 'lat-pulldown')
    expect(pulldown?.sets[0]?.reps).toEqual({ min: 8, max: 12 })
    expect(pulldown?.sets.length).toBeLessThanOrEqual(3)
  })
  test('use the reps of health and size for every lift, heavy or not', () => {
    const of = (goal: Goal) =>
      plan(goal).flatMap(({ sets }) =>
        sets.flatMap(({ type, reps }) => (type === 'warmup' ? [] : (reps?.max ?? []))),
      )
    expect(new Set(of('health'))).toEqual(new Set([15]))
    expect(of('size').length).toBeGreaterThan(0)
    expect(of('size').every((max) => max === 12 || max === 15)).toBe(true)
  })
  test('ask for fewer weekly sets for health and sport than for size', () => {
    const need = (goal: Goal | undefined) => needOf('chest', 0, false, { goal })
    expect(need('health')).toMatchObject({ least: 8, enough: 10, most: 12 })
    expect(need('sport')).toEqual(need('health'))
    expect(need('size')).toMatchObject({ least: 10, enough: 20, most: 20 })
    expect(need('strength')).toEqual(need(undefined))
  })
})
