import { expect, test } from 'bun:test'
import { differenceOf } from '#web/summary/difference.ts'

const setsAt = (weight: number, ...reps: readonly number[]) => reps.map((count) => ({ weight, reps: count }))

test('the same weight, logged in another unit, is compared by its reps', () => {
  // 32.5 kg are shown as 71.7 lb, and prescribed as 71.65 lb.
  const last = setsAt(71.7, 15, 15, 18)
  expect(differenceOf(setsAt(71.65, 15, 15, 25), last)).toEqual({ of: 'reps', by: 7 })
  expect(differenceOf(setsAt(71.65, 15, 15, 18), last)).toEqual({ of: 'reps', by: 0 })
})

test('weights are compared before reps', () => {
  const last = [...setsAt(132.5, 5, 5), ...setsAt(100, 12)]
  expect(differenceOf(setsAt(132.75, 5, 5), last)).toEqual({ of: 'weight', by: 0.25 })
  expect(differenceOf(setsAt(130, 8, 8), last)).toEqual({ of: 'weight', by: -2.5 })
  expect(differenceOf([...setsAt(132.5, 5, 6), ...setsAt(100, 20)], last)).toEqual({ of: 'reps', by: 1 })
})
