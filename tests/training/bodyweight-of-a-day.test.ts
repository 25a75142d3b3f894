import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'

const days = userDays({ timeZone: 'Europe/Berlin' })
const at = (text: string) => Date.parse(text)
const measurements = [
  { measuredAt: at('2026-11-20T06:00:00Z'), weightGrams: 82_000 },
  { measuredAt: at('2026-11-10T06:00:00Z'), weightGrams: 81_000 },
  { measuredAt: at('2026-11-20T21:00:00Z'), weightGrams: 83_000 },
]

describe('the bodyweight of a day', () => {
  test.each([
    ['the nearest measurement before the day', '2026-11-15T12:00:00Z', undefined, 81_000],
    ['the last one of the day, even after the set', '2026-11-20T17:00:00Z', undefined, 83_000],
    ['the workout’s own, not that of a day before', '2026-11-15T12:00:00Z', 90_000, 90_000],
    ['that of the day, not the workout’s own', '2026-11-20T17:00:00Z', 90_000, 83_000],
    ['the nearest day before', '2026-12-31T12:00:00Z', undefined, 83_000],
    ['the workout’s own wins over a later measurement', '2026-11-01T12:00:00Z', 90_000, 90_000],
    ['the first measurement after', '2026-11-01T12:00:00Z', undefined, 81_000],
  ])('%s', (_, performedAt, workoutBodyweightGrams, expected) => {
    const bodyweightAt = bodyweightOver(measurements, days)
    expect(bodyweightAt({ performedAt: at(performedAt), workoutBodyweightGrams })).toBe(expected)
  })

  test('without a measurement, is the workout’s own or unknown', () => {
    const bodyweightAt = bodyweightOver([], days)
    expect(bodyweightAt({ performedAt: 0, workoutBodyweightGrams: 80_000 })).toBe(80_000)
    expect(bodyweightAt({ performedAt: 0 })).toBeUndefined()
  })
})

test('the day is in the workout’s own time zone, even across clock changes', () => {
  const evening = { measuredAt: at('2026-10-10T20:30:00-04:00'), weightGrams: 84_000 }
  const bodyweightAt = bodyweightOver([evening], days)
  const set = { performedAt: at('2026-10-10T07:00:00-04:00'), workoutBodyweightGrams: 90_000 }
  expect(bodyweightAt({ ...set, timeZone: 'America/New_York' })).toBe(84_000)
  expect(bodyweightAt({ ...set, timeZone: '-04:00' })).toBe(84_000)
  expect(bodyweightAt(set)).toBe(90_000)
  const fallingBack = { measuredAt: at('2026-10-24T22:30:00Z'), weightGrams: 84_000 }
  const later = { performedAt: at('2026-10-25T22:30:00Z'), workoutBodyweightGrams: 90_000 }
  expect(bodyweightOver([fallingBack], days)({ ...later, timeZone: 'Europe/Berlin' })).toBe(84_000)
})

test('the search finds what looking at each measurement finds', () => {
  const measurement = fc.record({
    measuredAt: fc.integer({ min: 0, max: 30 * 86_400_000 }),
    weightGrams: fc.integer({ min: 30_000, max: 300_000 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(measurement, { selector: ({ measuredAt }) => measuredAt }),
      fc.integer({ min: 0, max: 30 * 86_400_000 }),
      fc.constantFrom(undefined, '-04:00', 'Asia/Tokyo'),
      fc.constantFrom(undefined, 90_000),
      (measured, performedAt, timeZone, own) => {
        const sorted = measured.toSorted((a, b) => a.measuredAt - b.measuredAt)
        const dayOf = (instant: number) => days.dayOf(instant, timeZone)
        const same = sorted.findLast(({ measuredAt }) => dayOf(measuredAt) === dayOf(performedAt))
        const earlier = sorted.findLast(({ measuredAt }) => dayOf(measuredAt) < dayOf(performedAt))
        const expected = same?.weightGrams ?? own ?? (earlier ?? sorted[0])?.weightGrams
        const set = { performedAt, timeZone, workoutBodyweightGrams: own }
        expect(bodyweightOver(measured, days)(set)).toBe(expected)
      },
    ),
  )
})
