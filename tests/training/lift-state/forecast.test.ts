import { expect, test } from 'bun:test'
import { forecast } from '#training/lift-state/index.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { missProbability } from '#training/lift-state/miss-distribution.ts'
import { foldSessions, session } from './fold-sessions.ts'

test('the probability of a miss never decreases as z increases', () => {
  let last = 0
  for (let z = -30; z <= 30; z += 0.01) {
    const probability = missProbability(z)
    expect(probability).toBeGreaterThanOrEqual(last)
    expect(probability).toBeLessThanOrEqual(1)
    last = probability
  }
})

test('at most four reps in reserve count toward the level', () => {
  expect(sessionLevel([{ load: 100, reps: 5, rir: 9 }])).toBe(sessionLevel([{ load: 100, reps: 9 }]))
})

test('a forecast after two sessions has no confidence label', () => {
  const { lift, lifter } = foldSessions([session(0, 100, [5, 5, 5]), session(3, 102.5, [5, 5, 5])])
  expect(forecast(lift, lifter, 6).label).toBeUndefined()
})
