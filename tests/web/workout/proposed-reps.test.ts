import { expect, test } from 'bun:test'
import { proposedReps } from '#web/workout/proposed-reps.ts'

const range = { reps: { min: 8, max: 12 } }

test.each([
  ['proposes one more than last time', 60, { weight: 60, reps: 9 }, 10],
  ['proposes at most the maximum of the range', 60, { weight: 60, reps: 12 }, 12],
  ['proposes at least the minimum of the range', 60, { weight: 60, reps: 4 }, 8],
  ['proposes the minimum if the weight went up', 62.5, { weight: 60, reps: 12 }, 8],
  ['proposes one more if the weight went down', 55, { weight: 60, reps: 9 }, 10],
  ['proposes one more if the weight is unknown', undefined, { weight: 60, reps: 9 }, 10],
  ['proposes the minimum if there is no last time', 60, undefined, 8],
  ['proposes the minimum if last time had no reps', 60, { weight: 60, reps: undefined }, 8],
])('proposedReps %s', (_, weight, last, reps) => {
  expect(proposedReps(range, weight, last)).toBe(reps)
})

test('proposedReps proposes the minimum for an open-ended set, and nothing for a set without a range', () => {
  expect(proposedReps({ ...range, openEnded: true }, 60, { weight: 60, reps: 9 })).toBe(8)
  expect(proposedReps({ rpe: 8 }, 60, { weight: 60, reps: 9 })).toBeUndefined()
  expect(proposedReps(undefined, 60, undefined)).toBeUndefined()
})
