import { expect, test } from 'bun:test'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import { asked, day, even, now, workout } from './history.ts'

const five = (weight: number, reps = [5, 5, 5]) => even(weight, reps)
const missed = (weight: number) => five(weight, [5, 5, 4])
const linear: Scheme = { scheme: 'linear', sets: 3, reps: 5 }
const byTwo: Scheme = { ...linear, successes: 2 }

const before = { since: now }

test.each([
  ['begins', [five(100)], linear, before, 'start', 'Begins at your last weight: 3 × 5 at 100 kg.'],
  [
    'begins lighter',
    [even(100, [2, 2, 2])],
    linear,
    before,
    'start',
    'Your last workout was 3 × 2 at 100 kg; 5 reps begin lighter: 3 × 5 at 87.5 kg.',
  ],
  ['rises', [five(100)], linear, {}, 'raised', '3 × 5 at 100 kg done: now 3 × 5 at 102.5 kg.'],
  [
    'rises after two',
    [five(100), five(100)],
    byTwo,
    {},
    'raised',
    '3 × 5 at 100 kg done twice: now 3 × 5 at 102.5 kg.',
  ],
  [
    'counts',
    [five(100)],
    byTwo,
    {},
    'counted',
    '3 × 5 at 100 kg done once of 2: the same again, 3 × 5 at 100 kg.',
  ],
  [
    'is missed',
    [missed(100), missed(100)],
    linear,
    {},
    'missed',
    '5, 5, 4 at 100 kg: a miss, 2 of 3 in a row. The same again, 3 × 5 at 100 kg.',
  ],
  [
    'falls',
    [missed(100), missed(100), missed(100)],
    linear,
    {},
    'lowered',
    'Missed 3 times in a row at 100 kg: 10 % less, now 3 × 5 at 90 kg.',
  ],
] as const)(
  'the first reason of a linear progression that %s',
  (_, workouts, scheme, more, outcome, reason) => {
    const sets = workouts.flatMap((done, index) => workout(7 * (workouts.length - index) - 6, done))
    const next = progressionOf(asked(sets, scheme, more))
    expect(next.status === 'prescription' && next.rule).toBe(`linear.${outcome}`)
    expect(next.reasons[0]).toBe(reason)
  },
)

test('the first reason of a linear progression with nothing heavier to load', () => {
  const loading = asked([], linear).loading
  const heaviest = { ...loading, atMost: () => 100_000, above: () => undefined }
  const next = progressionOf(asked(workout(1, five(100)), linear, { loading: heaviest, now: now + day / 2 }))
  expect(next.reasons[0]).toBe(
    '3 × 5 at 100 kg done, but nothing heavier can be loaded: the same again, 3 × 5 at 100 kg.',
  )
})
