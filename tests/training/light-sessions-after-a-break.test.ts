import { expect, test } from 'bun:test'
import { MemoryFold } from '#training/lift-state/index.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import { day, even, press, workout } from './history.ts'

const usual = [130, 127, 124, 121].flatMap((daysAgo) => workout(daysAgo, even(80, [8, 8, 8])))

function doubted(sets: readonly TrainedSet[]): number[] {
  const fold = new MemoryFold()
  fold.take(new ListedSets(sets), {
    exercises: new Map([[press.id, press]]),
    bodyweightAt: () => undefined,
    days: { dayOf: (at: number) => Math.floor(at / day) },
  })
  const ids = new Set(fold.doubts().map(({ setId }) => setId))
  return sets.filter(({ id }) => ids.has(id)).map(({ weightGrams = 0 }) => weightGrams / 1000)
}

test('restarting with a tenth of the weight after a break is not a typing error', () => {
  expect(doubted([...usual, ...workout(20, even(8, [12, 12, 12]))])).toEqual([])
})

test('a tenth of the weight without a break is a typing error', () => {
  expect(doubted([...usual, ...workout(118, even(8, [8, 8, 8]))])).toEqual([8, 8, 8])
})

test('one light set among the usual ones after a break is not a restart', () => {
  const mixed = workout(20, [...even(75, [8]), ...even(7.5, [8]), ...even(75, [8])])
  expect(doubted([...usual, ...mixed])).toEqual([7.5])
})

test('ten times the weight after a break is a typing error like any other', () => {
  expect(doubted([...usual, ...workout(20, even(750, [8, 8]))])).toEqual([750, 750])
})
