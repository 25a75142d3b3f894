import { expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { MemoryFold } from '#training/lift-state/index.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import { press, setsAt, workout } from './history.ts'

const usualWorkouts = [130, 127, 124, 121].flatMap((daysAgo) => workout(daysAgo, setsAt(80, [8, 8, 8])))

function doubtedWeights(sets: readonly TrainedSet[]): number[] {
  const fold = new MemoryFold()
  fold.add(new ListedSets(sets), {
    exercises: new Map([[press.id, press]]),
    bodyweightAt: () => undefined,
    days: { dayOf: (instant: number) => Math.floor(instant / dayMs) },
  })
  const doubtedIds = new Set(fold.doubts().map(({ setId }) => setId))
  return sets.filter(({ id }) => doubtedIds.has(id)).map(({ weightGrams = 0 }) => weightGrams / 1000)
}

test('restarting with a tenth of the weight after a break is not a typing error', () => {
  expect(doubtedWeights([...usualWorkouts, ...workout(20, setsAt(8, [12, 12, 12]))])).toEqual([])
})

test('a tenth of the weight without a break is a typing error', () => {
  expect(doubtedWeights([...usualWorkouts, ...workout(118, setsAt(8, [8, 8, 8]))])).toEqual([8, 8, 8])
})

test('one light set among the usual ones after a break is not a restart', () => {
  const mixed = workout(20, [...setsAt(75, [8]), ...setsAt(7.5, [8]), ...setsAt(75, [8])])
  expect(doubtedWeights([...usualWorkouts, ...mixed])).toEqual([7.5])
})

test('ten times the weight is a typing error even after a break', () => {
  expect(doubtedWeights([...usualWorkouts, ...workout(20, setsAt(750, [8, 8]))])).toEqual([750, 750])
})
