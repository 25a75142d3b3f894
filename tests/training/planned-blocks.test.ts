import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { blockOf } from '#training/blocks.ts'
import { weeklyLandmarks } from '#training/landmarks.ts'
import { ownRecoverable } from '#training/recoverable-volume.ts'

test('five weeks of chest rise from 10 toward 22 sets and end in a deload', () => {
  const block = blockOf(weeklyLandmarks.chest, 5)
  expect(block.map(({ sets }) => sets)).toEqual([10, 13, 16, 18, 21, 5])
  expect(block.map(({ phase }) => phase)).toEqual(['build', 'build', 'build', 'build', 'peak', 'deload'])
})

test.each([
  [[18], 19.27, 2.48],
  [[18, 19], 19.16, 1.91],
])(
  'after overreaching at %j sets, the lifter’s own MRV is %p sets, with a deviation of %p',
  (overreaches, sets, deviation) => {
    const recoverable = ownRecoverable(22, overreaches)
    expect(recoverable.sets).toBeCloseTo(sets, 2)
    expect(recoverable.deviation).toBeCloseTo(deviation, 2)
  },
)

test('without overreaching, the MRV of the landmarks is the lifter’s own', () => {
  expect(ownRecoverable(22, []).sets).toBe(22)
  expect(ownRecoverable(22, []).deviation).toBeCloseTo(4.4, 2)
})

describe('any block', () => {
  test('never loses sets before its deload, and stays between MEV and MRV', () => {
    const landmarks = fc.record({
      mev: fc.integer({ min: 0, max: 30 }),
      range: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(landmarks, fc.integer({ min: 1, max: 12 }), ({ mev, range }, weeks) => {
        const block = blockOf({ mev, mrv: mev + range }, weeks)
        const sets = block.slice(0, -1).map((week) => week.sets)
        expect(block).toHaveLength(weeks + 1)
        expect(sets).toEqual(sets.toSorted((a, b) => a - b))
        for (const count of sets) expect(count >= mev && count <= mev + range).toBe(true)
        expect(block.at(-1)?.sets).toBeLessThanOrEqual(Math.ceil(mev / 2))
      }),
    )
  })
})
