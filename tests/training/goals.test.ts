import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import type { Goal } from '#training/goals.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Prescription } from '#training/progression/types.ts'
import { needOf } from '#training/recommend/need.ts'
import { recommend } from './athletes.ts'
import { formatSets, press, progressionInput, setsAt, workout } from './history.ts'

type Equipment = Schemas['Equipment']

const goals = ['strength', 'size', 'health', 'sport'] as const satisfies readonly Goal[]

/** The prescription for a goal after six sessions with these reps; `lastReps` replaces those of the last session. */
function after(kg: number, reps: readonly number[], goal: Goal | undefined, lastReps = reps): Prescription {
  const sets = [17, 14, 11, 8, 5].flatMap((daysAgo) => workout(daysAgo, setsAt(kg, reps)))
  const next = progressionOf(
    progressionInput([...sets, ...workout(2, setsAt(kg, lastReps))], undefined, { goal }),
  )
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
  ] as const)('moves to the goal’s reps, with a weight to match: %s', (_, reps, goal, min, heavier) => {
    const { rule, sets, chance, reasons } = after(100, reps, goal)
    expect(rule).toBe('memory.new_range')
    for (const { reps: planned } of sets) expect(planned?.min).toBe(min)
    expect((sets[0]?.weightGrams ?? 0) > 100_000).toBe(heavier)
    expect(chance).toBeGreaterThanOrEqual(0.5)
    expect(reasons[0]).toStartWith(`For ${min}–`)
  })

  test('adds reps once a session has had the reps of the goal', () => {
    const next = after(100, [3, 3, 3], 'size', [6, 6, 5])
    expect(next.rule).toBe('memory.add_reps')
    expect(formatSets(next.sets)).toEqual(['100×6', '100×6', '100×6'])
  })

  test('adds no rep that is unlikely, but tries it in the last set', () => {
    const next = after(100, [3, 3, 3], 'size', [6, 6, 6])
    expect(next.rule).toBe('memory.hold')
    expect(next.sets.map(({ reps, openEnded }) => [reps?.min, openEnded])).toEqual([
      [6, undefined],
      [6, undefined],
      [6, true],
    ])
  })

  test('a chosen range takes precedence over the goal', () => {
    const scheme = { scheme: 'memory', range: { min: 8, max: 12 } } as const
    const log = [8, 5, 2].flatMap((daysAgo) => workout(daysAgo, setsAt(60, [9, 9, 9])))
    const plan = (goal: Goal | undefined) => progressionOf(progressionInput(log, scheme, { goal }))
    for (const goal of goals) expect(plan(goal)).toEqual(plan(undefined))
  })

  test('an isolation lift keeps its higher reps, even for strength', () => {
    const facts = { ...press, engagement: [{ muscle: 'biceps', percent: 90 }] } as const
    const log = [8, 5, 2].flatMap((daysAgo) => workout(daysAgo, setsAt(20, [10, 10, 10])))
    const next = progressionOf(progressionInput(log, undefined, { goal: 'strength', facts }))
    expect(next).toEqual(progressionOf(progressionInput(log, undefined, { facts })))
  })
})

describe('machines, cables, dumbbells and kettlebells are never heavy lifts', () => {
  const legPress = {
    ...press,
    engagement: [
      { muscle: 'quads', percent: 90 },
      { muscle: 'glutes', percent: 60 },
    ],
  } as const
  const nextOf = (equipment: Equipment, reps: readonly number[], goal: Goal) => {
    const log = [17, 14, 11, 8, 5, 2].flatMap((daysAgo) => workout(daysAgo, setsAt(100, reps)))
    const next = progressionOf(progressionInput(log, undefined, { goal, facts: { ...legPress, equipment } }))
    if (next.status !== 'prescription') throw new Error(next.reasons.join())
    return { rule: next.rule, reps: next.sets[0]?.reps?.min }
  }
  test.each(['machine', 'cable', 'dumbbell', 'kettlebell'] as const)(
    'a compound %s lift is prescribed at least six reps, whatever the goal',
    (equipment) => {
      for (const goal of goals) {
        expect(nextOf(equipment, [12, 12, 12], goal).rule).not.toBe('memory.new_range')
        expect(nextOf(equipment, [18, 18, 18], goal).reps).toBeGreaterThanOrEqual(6)
      }
      expect(nextOf(equipment, [18, 18, 18], 'strength')).toEqual({ rule: 'memory.new_range', reps: 6 })
    },
  )
  test.each(['barbell', 'smith_machine', 'trap_bar'] as const)('a %s lift may be heavy', (equipment) => {
    expect(nextOf(equipment, [12, 12, 12], 'strength')).toEqual({ rule: 'memory.new_range', reps: 3 })
  })
  test('a lifter who chooses to do fives on a machine keeps doing them', () => {
    expect(nextOf('machine', [5, 5, 5], 'strength').rule).not.toBe('memory.new_range')
  })
  test('five or more reps suit size, and eighteen suit health', () => {
    for (const reps of [5, 15, 20])
      expect(nextOf('barbell', [reps, reps], 'size').rule).not.toContain('range')
    expect(nextOf('barbell', [18, 18], 'health').rule).not.toContain('range')
    expect(nextOf('barbell', [4, 4], 'size').rule).toBe('memory.new_range')
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
  test('prescribe fives on new barbell lifts but rows, and 8–12 on pulldowns, when training for strength', () => {
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
  test('use the goal’s reps for every lift when training for health or size', () => {
    const maxReps = (goal: Goal) =>
      plan(goal).flatMap(({ sets }) =>
        sets.flatMap(({ type, reps }) => (type === 'warmup' ? [] : (reps?.max ?? []))),
      )
    expect(new Set(maxReps('health'))).toEqual(new Set([15]))
    expect(maxReps('size').length).toBeGreaterThan(0)
    expect(maxReps('size').every((max) => max === 12 || max === 15)).toBe(true)
  })
  test('ask for fewer weekly sets for health and sport than for size', () => {
    const need = (goal: Goal | undefined) => needOf('chest', 0, false, { goal })
    expect(need('health')).toMatchObject({ min: 8, target: 10, max: 12 })
    expect(need('sport')).toEqual(need('health'))
    expect(need('size')).toMatchObject({ min: 10, target: 20, max: 20 })
    expect(need('strength')).toEqual(need(undefined))
  })
})
