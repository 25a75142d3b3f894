import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'

const days = userDays({ timeZone: 'Europe/Berlin' })
const measurements = [
  { measuredAt: Date.parse('2026-11-20T06:00:00Z'), weightGrams: 82_000 },
  { measuredAt: Date.parse('2026-11-10T06:00:00Z'), weightGrams: 81_000 },
  { measuredAt: Date.parse('2026-11-20T21:00:00Z'), weightGrams: 83_000 },
]

describe('the bodyweight for a set', () => {
  test.each([
    ['the latest measurement before its day', '2026-11-15T12:00:00Z', undefined, 81_000],
    ['the last measurement of its day, even one after the set', '2026-11-20T17:00:00Z', undefined, 83_000],
    [
      'the workout’s bodyweight rather than an earlier day’s measurement',
      '2026-11-15T12:00:00Z',
      90_000,
      90_000,
    ],
    ['its day’s measurement rather than the workout’s bodyweight', '2026-11-20T17:00:00Z', 90_000, 83_000],
    ['the latest measurement, even if it is weeks old', '2026-12-31T12:00:00Z', undefined, 83_000],
    ['the workout’s bodyweight rather than a later measurement', '2026-11-01T12:00:00Z', 90_000, 90_000],
    ['the first measurement if all are later', '2026-11-01T12:00:00Z', undefined, 81_000],
  ])('is %s', (_, performedAt, workoutBodyweightGrams, expected) => {
    const bodyweightAt = bodyweightOver(measurements, days)
    expect(bodyweightAt({ performedAt: Date.parse(performedAt), workoutBodyweightGrams })).toBe(expected)
  })

  test('is the workout’s bodyweight, or unknown, without measurements', () => {
    const bodyweightAt = bodyweightOver([], days)
    expect(bodyweightAt({ performedAt: 0, workoutBodyweightGrams: 80_000 })).toBe(80_000)
    expect(bodyweightAt({ performedAt: 0 })).toBeUndefined()
  })
})

test('the day of a set is that of the workout’s time zone, even when clocks change', () => {
  const evening = { measuredAt: Date.parse('2026-10-10T20:30:00-04:00'), weightGrams: 84_000 }
  const bodyweightAt = bodyweightOver([evening], days)
  const set = { performedAt: Date.parse('2026-10-10T07:00:00-04:00'), workoutBodyweightGrams: 90_000 }
  expect(bodyweightAt({ ...set, timeZone: 'America/New_York' })).toBe(84_000)
  expect(bodyweightAt({ ...set, timeZone: '-04:00' })).toBe(84_000)
  expect(bodyweightAt(set)).toBe(90_000)
  const beforeClockChange = { measuredAt: Date.parse('2026-10-24T22:30:00Z'), weightGrams: 84_000 }
  const setAfterClockChange = {
    performedAt: Date.parse('2026-10-25T22:30:00Z'),
    workoutBodyweightGrams: 90_000,
  }
  expect(
    bodyweightOver([beforeClockChange], days)({ ...setAfterClockChange, timeZone: 'Europe/Berlin' }),
  ).toBe(84_000)
})

test('the binary search finds the same measurement as a linear one', () => {
  const measurement = fc.record({
    measuredAt: fc.integer({ min: 0, max: 30 * dayMs }),
    weightGrams: fc.integer({ min: 30_000, max: 300_000 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(measurement, { selector: ({ measuredAt }) => measuredAt }),
      fc.integer({ min: 0, max: 30 * dayMs }),
      fc.constantFrom(undefined, '-04:00', 'Asia/Tokyo'),
      fc.constantFrom(undefined, 90_000),
      (measured, performedAt, timeZone, workoutBodyweightGrams) => {
        const sorted = measured.toSorted((a, b) => a.measuredAt - b.measuredAt)
        const dayOf = (instant: number) => days.dayOf(instant, timeZone)
        const sameDay = sorted.findLast(({ measuredAt }) => dayOf(measuredAt) === dayOf(performedAt))
        const earlier = sorted.findLast(({ measuredAt }) => dayOf(measuredAt) < dayOf(performedAt))
        const expected = sameDay?.weightGrams ?? workoutBodyweightGrams ?? (earlier ?? sorted[0])?.weightGrams
        const set = { performedAt, timeZone, workoutBodyweightGrams }
        expect(bodyweightOver(measured, days)(set)).toBe(expected)
      },
    ),
  )
})
