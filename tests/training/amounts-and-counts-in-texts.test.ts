import { expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import { amountText } from '#training/progression/text.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { toGrams } from '#training/units.ts'
import { type LoggedSet, progressionInput, setsAt, workout } from './history.ts'

test.each([
  [62.5, 'kg', 'kg', '62.5 kg'],
  [61.25, 'kg', 'kg', '61.25 kg'],
  [72.3, 'lb', 'lb', '72.3 lb'],
  [132.5, 'lb', 'lb', '132.5 lb'],
  // Nobody entered 248.02 lb or 61.23 kg, so these are rounded.
  [112.5, 'kg', 'lb', '248 lb'],
  [135, 'lb', 'kg', '61 kg'],
  [22, 'kg', 'lb', '48.5 lb'],
] as const)('%p %s in %s is %p', (value, entered, shown, text) => {
  expect(amountText(toGrams({ value, unit: entered }), shown)).toBe(text)
})

const reasons = (sets: readonly TrainedSet[], scheme?: Scheme, unit: 'kg' | 'lb' = 'kg') =>
  progressionOf(progressionInput(sets, scheme, { unit, loading: loadingFor({ unit }) })).reasons.join(' ')
const log = (sessions: readonly (readonly LoggedSet[])[]) =>
  sessions.flatMap((sets, index) => workout(3 * (sessions.length - index), sets))

test('the texts about a log in kilograms have round numbers of pounds', () => {
  const usual = Array.from({ length: 5 }, () => setsAt(112.5, [8, 8, 8]))
  expect(reasons(log([...usual, setsAt(80, [8, 8, 8])]), undefined, 'lb')).toContain('your usual 248 lb')
})

test('a single rep is written in the singular', () => {
  const single: Scheme = { scheme: 'memory', range: { min: 1, max: 1 } }
  expect(reasons(log([setsAt(100, [5]), setsAt(100, [5])]), single)).not.toContain('1 reps')
  const texts = [
    reasons(log([setsAt(100, [1]), setsAt(100, [1]), setsAt(100, [0]), setsAt(100, [0])]), single),
    reasons(workout(3, setsAt(100, [3, 1])), { scheme: 'two_for_two', reps: 1 }),
    reasons(workout(3, setsAt(100, [1])), { scheme: 'rpe', reps: 1, rpe: 4 }),
  ]
  for (const text of texts) expect(text).not.toMatch(/\b1 reps\b/)
})
