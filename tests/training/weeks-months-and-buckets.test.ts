import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { dayMs } from '#training/day-ms.ts'
import { dayNumber, dayText, userDays } from '#training/days.ts'
import {
  bucketsBetween,
  inPeriod,
  intoBuckets,
  isInPeriod,
  monthOf,
  type PeriodUnit,
  periodBefore,
  periodOf,
  type WeekStart,
  weekOf,
} from '#training/periods.ts'

const berlin = userDays({ timeZone: 'Europe/Berlin' })
const bucketsOf = (from: string, to: string, unit: PeriodUnit, weekStart: WeekStart = 'monday') =>
  bucketsBetween(dayNumber(from), dayNumber(to), unit, weekStart)
const weekStart = fc.constantFrom<WeekStart>('monday', 'saturday', 'sunday')
const day = fc.integer({ min: -20_000, max: 40_000 })

test.each([
  ['monday', '2026-11-16'],
  ['sunday', '2026-11-15'],
  ['saturday', '2026-11-14'],
] as const)('with weeks that start on %s, the week of Friday 2026-11-20 starts on %s', (start, expected) => {
  expect(dayText(weekOf(dayNumber('2026-11-20'), start))).toBe(expected)
})

test('a week starts on the chosen weekday, at most six days before any of its days', () => {
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  fc.assert(
    fc.property(day, weekStart, (date, start) => {
      const first = weekOf(date, start)
      expect(names[new Date(first * dayMs).getUTCDay()]).toBe(start)
      expect(date - first).toBeGreaterThanOrEqual(0)
      expect(date - first).toBeLessThan(7)
    }),
  )
})

test('a month starts on its first day', () => {
  expect(dayText(monthOf(dayNumber('2024-02-29')))).toBe('2024-02-01')
  expect(dayText(monthOf(dayNumber('2026-12-31'), 1))).toBe('2027-01-01')
})

describe('buckets', () => {
  test('of weeks are cut off at the ends of the range, and their keys name the whole week', () => {
    expect(
      bucketsOf('2026-11-18', '2026-11-24', 'week').map(({ key, from, to, days }) => [key, from, to, days]),
    ).toEqual([
      ['2026-11-16', '2026-11-18', '2026-11-22', 5],
      ['2026-11-23', '2026-11-23', '2026-11-24', 2],
    ])
  })
  test('of months have the length of their month', () => {
    const months = bucketsOf('2024-01-01', '2024-03-31', 'month')
    expect(months.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2024-01-01', '2024-01-31', 31],
      ['2024-02-01', '2024-02-29', 29],
      ['2024-03-01', '2024-03-31', 31],
    ])
  })
  // A workout in another time zone may be on a day that the user's zone skipped.
  test('of days include a day that the user’s time zone skipped', () => {
    const keys = bucketsOf('2011-12-29', '2011-12-31', 'day').map(({ key }) => key)
    expect(keys).toEqual(['2011-12-29', '2011-12-30', '2011-12-31'])
  })
  test('are an empty list for a range that ends before it starts', () => {
    expect(bucketsOf('2026-11-20', '2026-11-19', 'week')).toEqual([])
  })

  test('cover a range without gaps, and each set falls in the bucket of its day', () => {
    const unit = fc.constantFrom<PeriodUnit>('day', 'week', 'month')
    const range = fc.tuple(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 200 }))
    fc.assert(
      fc.property(
        range,
        unit,
        weekStart,
        fc.array(fc.double({ min: -0.2, max: 1.2, noNaN: true })),
        ([firstDay, length], bucketUnit, start, shares) => {
          const period = periodOf(firstDay, firstDay + length)
          const buckets = bucketsBetween(firstDay, firstDay + length, bucketUnit, start)
          expect(buckets[0]?.firstDay).toBe(period.firstDay)
          expect(buckets.at(-1)?.lastDay).toBe(period.lastDay)
          buckets.slice(1).forEach((bucket, index) => {
            expect(bucket.firstDay).toBe((buckets[index]?.lastDay ?? Number.NaN) + 1)
          })
          const [rangeStart, rangeEnd] = [berlin.startOf(firstDay), berlin.startOf(firstDay + length + 1)]
          const items = shares.map((share, index) => ({
            performedAt: Math.floor(rangeStart + share * (rangeEnd - rangeStart)),
            timeZone: [undefined, '-04:00', 'Pacific/Apia'][index % 3],
          }))
          const grouped = intoBuckets(items, buckets, berlin)
          grouped.forEach((group, index) => {
            for (const { performedAt, timeZone } of group) {
              const date = dayText(berlin.dayOf(performedAt, timeZone))
              expect(date >= (buckets[index]?.from ?? '') && date <= (buckets[index]?.to ?? '')).toBe(true)
            }
          })
          expect(grouped.flat().length).toBe(inPeriod(items, period, berlin).length)
        },
      ),
    )
  })
})

test('an item is in a period if and only if its local day is, in any time zone', () => {
  const zones = [undefined, '+18:00', '-18:00', 'Pacific/Apia', 'Pacific/Kiritimati', 'America/Adak']
  fc.assert(
    fc.property(
      fc.integer({ min: -40_000, max: 60_000 }),
      fc.nat(40),
      fc.integer({ min: -4 * dayMs, max: 45 * dayMs }),
      fc.constantFrom(...zones),
      fc.nat(23),
      (firstDay, length, offset, timeZone, dayStartHour) => {
        const days = userDays({ timeZone: 'Europe/Berlin', dayStartHour })
        const item = { performedAt: firstDay * dayMs + offset, timeZone }
        const lastDay = firstDay + length
        const day = days.dayOf(item.performedAt, timeZone)
        const isInThisPeriod = isInPeriod({ firstDay, lastDay }, days)
        expect(isInThisPeriod(item)).toBe(day >= firstDay && day <= lastDay)
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('the previous period has the same length and ends where the period starts', () => {
  const from = dayNumber('2026-11-01')
  const previous = periodBefore(from, from + 29)
  expect([previous.from, previous.to, previous.days]).toEqual(['2026-10-02', '2026-10-31', 30])
  expect(previous.lastDay).toBe(from - 1)
})
