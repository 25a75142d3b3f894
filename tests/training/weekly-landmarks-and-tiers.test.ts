import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { volumeTier } from '#training/evidence-tiers.ts'
import {
  landmarkOutOfOrder,
  landmarksOf,
  mergeLandmarks,
  volumeZone,
  weeklyLandmarks,
} from '#training/landmarks.ts'
import { perWeek } from '#training/periods.ts'
import { muscles } from '#training/types.ts'
import vectors from './vectors/landmarks.json'

test('the landmarks match the vectors, and other muscles have none', () => {
  const table = Object.fromEntries(
    Object.entries(weeklyLandmarks).map(([muscle, { mv, mev, mav, mrv }]) => [muscle, { mv, mev, mav, mrv }]),
  )
  expect(table).toEqual(vectors.landmarks)
  expect(landmarksOf('neck')).toBeUndefined()
})

describe('the zone of weekly direct sets', () => {
  for (const { muscle, directSets, expected } of vectors.zones) {
    test(`${directSets} for ${muscle}`, () => {
      const landmarks = Object.entries(weeklyLandmarks).find(([name]) => name === muscle)?.[1]
      expect<string | undefined>(landmarks && volumeZone(directSets, landmarks)).toBe(expected)
    })
  }

  test('a user’s own landmarks replace the table', () => {
    const chest = { ...weeklyLandmarks.chest, mrv: 15, mav: { min: 8, max: 12 } }
    expect(landmarksOf('chest', { chest })).toBe(chest)
    expect(volumeZone(16, chest)).toBe('over_mrv')
  })

  test('more sets never lead to a lower zone', () => {
    const zones = ['below_maintenance', 'maintenance', 'productive', 'high', 'over_mrv']
    const sets = fc.double({ min: 0, max: 60, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...muscles), sets, sets, (muscle, a, b) => {
        const landmarks = landmarksOf(muscle)
        if (!landmarks) return
        const fewer = zones.indexOf(volumeZone(Math.min(a, b), landmarks))
        expect(zones.indexOf(volumeZone(Math.max(a, b), landmarks))).toBeGreaterThanOrEqual(fewer)
      }),
    )
  })
})

describe('the tier of weekly fractional sets', () => {
  for (const { fractionalSets, expected } of vectors.tiers) {
    test(`${fractionalSets}`, () => {
      expect<string>(volumeTier(fractionalSets)).toBe(expected)
    })
  }
})

test('a count becomes a weekly rate', () => {
  expect(perWeek(24, 84)).toBe(2)
  expect(perWeek(5, 0)).toBe(0)
})

describe('a user’s own landmarks', () => {
  const ownLandmarks = { mv: 4, mev: 6, mav: { min: 8, max: 12 }, mrv: 15 }

  test('replace a muscle’s landmarks or add missing ones, and name their source', () => {
    const table = mergeLandmarks(
      new Map([
        ['chest', ownLandmarks],
        ['forearms', ownLandmarks],
      ]),
    )
    expect(landmarksOf('chest', table)).toEqual({ ...ownLandmarks, source: 'your own' })
    expect(landmarksOf('forearms', table)?.mrv).toBe(15)
    expect(landmarksOf('quads', table)).toEqual(weeklyLandmarks.quads)
    expect(landmarksOf('chest')).toEqual(weeklyLandmarks.chest)
  })

  test('must increase from MV to MRV', () => {
    expect(landmarkOutOfOrder(ownLandmarks)).toBeUndefined()
    expect(landmarkOutOfOrder({ ...ownLandmarks, mv: -1 })).toBe('mv')
    expect(landmarkOutOfOrder({ ...ownLandmarks, mev: 3 })).toBe('mev')
    expect(landmarkOutOfOrder({ ...ownLandmarks, mav: { min: 8, max: 7 } })).toBe('mav.max')
    expect(landmarkOutOfOrder({ ...ownLandmarks, mrv: 11 })).toBe('mrv')
    for (const landmarks of Object.values(weeklyLandmarks))
      expect(landmarkOutOfOrder(landmarks)).toBeUndefined()
  })
})
