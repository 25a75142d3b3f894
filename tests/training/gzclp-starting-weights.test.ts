import { expect, test } from 'bun:test'
import { progressionOf } from '#training/progression/progression.ts'
import { now, progressionInput, setsAt, workout } from './history.ts'

test('without a set of five reps, GZCLP starts from the one-rep max estimated from heavier sets', () => {
  const sets = workout(3, setsAt(100, [3, 3, 3]))
  const next = progressionOf(progressionInput(sets, { scheme: 'gzclp' }, { since: now }))
  // 110 kg by Epley; 86.3% of it for five reps; 85% of that, to the nearest 2.5 kg.
  expect(next).toMatchObject({ rule: 'gzclp.start', sets: [{ weightGrams: 80_000 }, {}, {}, {}, {}] })
})

test('without a set to estimate a one-rep max from, GZCLP cannot start', () => {
  const sets = workout(3, setsAt(100, [0, 0]))
  const next = progressionOf(progressionInput(sets, { scheme: 'gzclp' }, { since: now }))
  expect(next.status).toBe('insufficient_data')
})

test('GZCLP starts tiers 2 and 3 lighter after heavier sets, even if one of them failed', () => {
  const start = (tier: 2 | 3, reps: readonly number[]) => {
    const heavier = workout(3, setsAt(35, [...reps]))
    return progressionOf(progressionInput(heavier, { scheme: 'gzclp', tier }, { since: now }))
  }
  for (const reps of [
    [3, 3, 2, 3, 1],
    [3, 3, 2, 3, 0],
  ])
    for (const tier of [2, 3] as const)
      expect(start(tier, reps)).toMatchObject({ sets: Array(3).fill({ weightGrams: 25_000 }) })
})
