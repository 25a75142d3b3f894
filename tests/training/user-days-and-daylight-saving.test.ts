import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { dayMs } from '#training/day-ms.ts'
import { dayNumber, dayText, userDays } from '#training/days.ts'
import vectors from './vectors/days.json'

describe('a day starts', () => {
  for (const { timeZone, dayStartHour, day, expected } of vectors.starts) {
    test(`${day} at ${dayStartHour ?? 0} in ${timeZone}`, () => {
      const start = userDays({ timeZone, dayStartHour }).startOf(dayNumber(day))
      expect(new Date(start).toISOString()).toBe(expected)
    })
  }
})

describe('an instant belongs to', () => {
  for (const { timeZone, dayStartHour, instant, expected } of vectors.instants) {
    test(`${expected}: ${instant} at ${dayStartHour ?? 0} in ${timeZone}`, () => {
      expect(dayText(userDays({ timeZone, dayStartHour }).dayOf(Date.parse(instant)))).toBe(expected)
    })
  }
})

test('a day converts between text and number', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayText(dayNumber('2024-02-29'))).toBe('2024-02-29')
  expect(dayText(-1)).toBe('1969-12-31')
  for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', 'today', '', '2026-11-20T00:00:00Z']) {
    expect(() => dayNumber(text)).toThrow(RangeError)
  }
})

test('an unknown time zone throws', () => {
  expect(() => userDays({ timeZone: 'Mars/Olympus' }).dayOf(0)).toThrow(RangeError)
})

describe('in every time zone, at any start hour', () => {
  const timeZone = fc.constantFrom(
    ...Intl.supportedValuesOf('timeZone'),
    // Zones with half-hour changes, skipped days, and clock changes at or just after midnight.
    ...['Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kwajalein', 'America/St_Johns', 'America/Havana'],
  )
  const settings = fc.record({ timeZone, dayStartHour: fc.integer({ min: 0, max: 23 }) })
  const instant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2038, 0, 1) })

  test('each instant lies within its day', () => {
    fc.assert(
      fc.property(settings, instant, (setting, at) => {
        const days = userDays(setting)
        const day = days.dayOf(at)
        expect(days.startOf(day)).toBeLessThanOrEqual(at)
        expect(days.startOf(day + 1)).toBeGreaterThan(at)
      }),
      { numRuns: 500 },
    )
  })

  test('days are contiguous: each start belongs to its day, and the instant before to an earlier day', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: -7000, max: 24_000 }), (setting, day) => {
        const days = userDays(setting)
        const start = days.startOf(day)
        const next = days.startOf(day + 1)
        expect(next).toBeGreaterThanOrEqual(start)
        if (next > start) expect(days.dayOf(start)).toBe(day)
        expect(days.dayOf(start - 1)).toBeLessThan(day)
      }),
      { numRuns: 500 },
    )
  })

  test('a day is the date on the local clock, unless the clock was set back across midnight', () => {
    fc.assert(
      fc.property(timeZone, instant, (zone, at) => {
        const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
        const day = dayText(userDays({ timeZone: zone }).dayOf(at))
        const localDate = clock.format(at)
        if (day !== localDate) expect(clock.format(at - dayMs) <= localDate && day > localDate).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('instants at the far ends of the calendar have days too', () => {
    for (const at of [Date.UTC(0, 0, 1) - 1900 * 366 * dayMs, Date.UTC(9999, 11, 31)]) {
      const days = userDays({ timeZone: 'Europe/Berlin' })
      expect(days.startOf(days.dayOf(at))).toBeLessThanOrEqual(at)
      expect(days.startOf(days.dayOf(at) + 1)).toBeGreaterThan(at)
    }
  })
})
