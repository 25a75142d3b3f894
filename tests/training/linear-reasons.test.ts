import { expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import { now, progressionInput, setsAt, workout } from './history.ts'

const five = (weight: number, reps = [5, 5, 5]) => setsAt(weight, reps)
const missed = (weight: number) => five(weight, [5, 5, 4])
const linear: Scheme = { scheme: 'linear', sets: 3, reps: 5 }
const twoSuccesses: Scheme = { ...linear, successes: 2 }

const beforeScheme = { since: now }

test.each([
  ['starts', [five(100)], linear, beforeScheme, 'start', 'Start at your last weight: 3 × 5 at 100 kg.'],
  [
    'starts lighter',
    [setsAt(100, [2, 2, 2])],
    linear,
    beforeScheme,
    'start',
    'Your last workout was 3 × 2 at 100 kg; for 5 reps, start lighter: 3 × 5 at 87.5 kg.',
  ],
  [
    'adds weight',
    [five(100)],
    linear,
    {},
    'raised',
    'You did 3 × 5 at 100 kg, so move up to 3 × 5 at 102.5 kg.',
  ],
  [
    'adds weight after two successes',
    [five(100), five(100)],
    twoSuccesses,
    {},
    'raised',
    'You did 3 × 5 at 100 kg twice, so move up to 3 × 5 at 102.5 kg.',
  ],
  [
    'counts a first success',
    [five(100)],
    twoSuccesses,
    {},
    'counted',
    'You did 3 × 5 at 100 kg, 1 of 2 times needed to move up: repeat 3 × 5 at 100 kg.',
  ],
  [
    'was missed twice',
    [missed(100), missed(100)],
    linear,
    {},
    'missed',
    'You missed the target with 5, 5, 4 at 100 kg (miss 2 of 3 before the weight drops): rest a minute longer between sets, and try 3 × 5 at 100 kg again.',
  ],
  [
    'was missed three times',
    [missed(100), missed(100), missed(100)],
    linear,
    {},
    'lowered',
    'You missed 3 times in a row at 100 kg: drop 10% to 3 × 5 at 90 kg.',
  ],
] as const)(
  'the first reason for a linear progression says that it %s',
  (_, workouts, scheme, options, outcome, reason) => {
    const sets = workouts.flatMap((sets, index) => workout(7 * (workouts.length - index) - 6, sets))
    const next = progressionOf(progressionInput(sets, scheme, options))
    expect(next.status === 'prescription' && next.rule).toBe(`linear.${outcome}`)
    expect(next.reasons[0]).toBe(reason)
  },
)

test('the first reason for a linear progression at the heaviest weight is that nothing heavier can be loaded', () => {
  const loading = progressionInput([], linear).loading
  const heaviest = { ...loading, atMost: () => 100_000, above: () => undefined }
  const next = progressionOf(
    progressionInput(workout(1, five(100)), linear, { loading: heaviest, now: now + dayMs / 2 }),
  )
  expect(next.reasons[0]).toBe(
    'You did 3 × 5 at 100 kg, but nothing heavier can be loaded: repeat 3 × 5 at 100 kg.',
  )
})
