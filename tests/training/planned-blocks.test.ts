import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { blockOf, ownRecoverable } from '#training/blocks.ts'
import { weeklyLandmarks } from '#training/landmarks.ts'

test('chest, 10 to 22, in five weeks: 10, 13, 16, 18, 21, then a deload of 5', () => {
  const block = blockOf(weeklyLandmarks.chest, 5)
  expect(block.map(({ sets }) => sets)).toEqual([10, 13, 16, 18, 21, 5])
  expect(block.map(({ phase }) => phase)).toEqual(['build', 'build', 'build', 'build', 'peak', 'deload'])
})

test.each([
  [[18], 19.27, 2.48],
  [[18, 19], 19.16, 1.91],
  [[], 22, 4.4],
])('the lifter’s own maximum after overreaching at %p sets', (at, sets, deviation) => {
  const own = ownRecoverable(22, at)
  expect(own.sets).toBeCloseTo(sets, 2)
  expect(own.deviation).toBeCloseTo(deviation, 2)
})

describe('any block', () => {
  test('never falls before its deload, and stays between the landmarks', () => {
    const landmark = fc.record({
      mev: fc.integer({ min: 0, max: 30 }),
      more: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(landmark, fc.integer({ min: 1, max: 12 }), ({ mev, more }, weeks) => {
        const block = blockOf({ mev, mrv: mev + more }, weeks)
        const sets = block.slice(0, -1).map((week) => week.sets)
        expect(block).toHaveLength(weeks + 1)
        expect(sets).toEqual(sets.toSorted((a, b) => a - b))
        for (const of of sets) expect(of >= mev && of <= mev + more).toBe(true)
        expect(block.at(-1)?.sets).toBeLessThanOrEqual(Math.ceil(mev / 2))
      }),
    )
  })
})
