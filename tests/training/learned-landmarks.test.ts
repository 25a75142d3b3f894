import { describe, expect, test } from 'bun:test'
import {
  landmarkOutOfOrder,
  learnedVolume,
  mergeLandmarks,
  weeklyLandmarks,
  withOverreaches,
} from '#training/landmarks.ts'

const { chest, quads, calves } = weeklyLandmarks

describe('an MRV learned from overreaches', () => {
  test.each([
    [[18], 19.27, 2.48, 1],
    [[18, 19], 19.16, 1.91, 2],
    [[18, 30, 22], 19.27, 2.48, 1],
    [[0, 18], 19.27, 2.48, 1],
  ] as const)('at %j weekly sets for the chest is %p ± %p', (weeklySets, mrv, deviation, overreaches) => {
    const learned = learnedVolume(chest, weeklySets)
    expect(learned?.mrv).toBeCloseTo(mrv, 2)
    expect(learned?.deviation).toBeCloseTo(deviation, 2)
    expect(learned?.overreaches).toBe(overreaches)
  })

  test('isn’t learned from overreaches at or above the usual MRV', () => {
    expect(learnedVolume(chest, [])).toBeUndefined()
    expect(learnedVolume(chest, [22, 40])).toBeUndefined()
  })

  test('isn’t learned from overreaches below MEV, which have another cause', () => {
    expect(learnedVolume(chest, [1, chest.mev - 0.5])).toBeUndefined()
    expect(learnedVolume(chest, [1, chest.mev])?.overreaches).toBe(1)
  })

  test('replaces the usual MRV, and caps MAV so that the landmarks stay in order even if it is very low', () => {
    const table = withOverreaches(
      weeklyLandmarks,
      new Map([
        ['chest', [18, 19]],
        ['quads', Array.from({ length: 6 }, () => quads.mev)],
      ]),
    )
    expect(table.chest).toMatchObject({ mev: 10, mav: { min: 12, max: 19 }, mrv: 19 })
    expect(table.chest?.source).toEndWith('MRV learned from 2 overreaches')
    expect(table.quads && landmarkOutOfOrder(table.quads)).toBeUndefined()
    expect(table.quads?.mrv).toBeLessThan(quads.mav.min)
    expect(table.calves).toEqual(calves)
  })

  test('doesn’t change landmarks that the user set', () => {
    const ownLandmarks = mergeLandmarks(
      new Map([['chest', { mv: 4, mev: 6, mav: { min: 8, max: 12 }, mrv: 14 }]]),
    )
    expect(withOverreaches(ownLandmarks, new Map([['chest', [10]]])).chest).toEqual(ownLandmarks.chest)
  })

  test('isn’t learned for a muscle without landmarks', () => {
    expect(withOverreaches(weeklyLandmarks, new Map([['neck', [4]]])).neck).toBeUndefined()
  })
})
