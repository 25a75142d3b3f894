import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { instantOf, localText, wallClockIn } from '#interchange/local-time.ts'
import { readLocalTime } from '#interchange/read-local-time.ts'

function localTextOf(input: string): string | undefined {
  const time = readLocalTime(input)
  return typeof time === 'object' ? localText(time.wallClock) : time
}

describe('a time is read in', () => {
  test.each([
    ['30 Jun 2025, 19:56', '2025-06-30T19:56:00'],
    ['30 jun 2025, 19:56', '2025-06-30T19:56:00'],
    ['15 fev. 2024, 19:56', '2024-02-15T19:56:00'],
    ['15 de fev. de 2024, 19:56', '2024-02-15T19:56:00'],
    ['3 ago 2024, 7:05', '2024-08-03T07:05:00'],
    ['15. Sept. 2025, 07:48', '2025-09-15T07:48:00'],
    ['15 März 2024 um 18:00', '2024-03-15T18:00:00'],
    ['15 févr. 2024 à 07:48', '2024-02-15T07:48:00'],
    ['15 DÉC. 2024, 07:48', '2024-12-15T07:48:00'],
    ['1er août 2024, 10:00', '2024-08-01T10:00:00'],
    ['2 gen 2024, 09:00', '2024-01-02T09:00:00'],
    ['15 sept 2025, 7:48 p. m.', '2025-09-15T19:48:00'],
    ['Sep 15, 2025, 7:48 AM', '2025-09-15T07:48:00'],
    ['Sep 15, 2025, 12:05\u202fAM', '2025-09-15T00:05:00'],
    ['2021-07-09 18:00:00', '2021-07-09T18:00:00'],
    ['2021-07-09T18:00', '2021-07-09T18:00:00'],
    ['2021-07-09', '2021-07-09T12:00:00'],
  ])('%s', (input, expected) => {
    expect(localTextOf(input)).toBe(expected)
  })

  const languages = ['en', 'pt', 'es', 'de', 'fr', 'it', 'nl', 'sv', 'pl', 'cs', 'tr', 'ru']
  const months = languages.flatMap((language) =>
    (['short', 'long'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index) => {
        const date = new Date(Date.UTC(2024, index, 15))
        const name = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(date)
        return [language, name, index + 1] as const
      }),
    ),
  )
  test.each(months)('%s: %s', (_, name, month) => {
    const expected = `2024-${String(month).padStart(2, '0')}-15T19:56:00`
    expect(localTextOf(`15 ${name} 2024, 19:56`)).toBe(expected)
    expect(localTextOf(`15 ${name.toUpperCase()} 2024, 19:56`)).toBe(expected)
  })
})

describe('a date in the medium format of a device is read in', () => {
  const languages = ['nl', 'sv', 'pl', 'cs', 'tr', 'ru', 'ja', 'ko', 'zh', 'de', 'fr', 'es', 'pt', 'it']
  const dates = languages.flatMap((language) =>
    Array.from({ length: 12 }, (_, month) => {
      const date = new Date(Date.UTC(2025, month, 23, 19, 16))
      const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const
      return [language, date.toLocaleString(language, style), date.toISOString().slice(0, 19)] as const
    }),
  )
  test.each(dates)('%s: %s', (_, input, expected) => {
    expect(localTextOf(input)).toBe(expected)
  })
})

describe('a date saved by a spreadsheet', () => {
  test.each([
    ['7/23/2025 19:16', '2025-07-23T19:16:00'],
    ['23/7/2025 19:16', '2025-07-23T19:16:00'],
    ['23.07.2025 19:16', '2025-07-23T19:16:00'],
    ['07.08.2025 19:16:05', '2025-08-07T19:16:05'],
    ['23-07-25', '2025-07-23T12:00:00'],
    ['7/23/25 7:16 PM', '2025-07-23T19:16:00'],
    ['5/5/2025', '2025-05-05T12:00:00'],
  ])('%s is read if only one order of day and month is possible', (input, expected) => {
    expect(localTextOf(input)).toBe(expected)
  })

  test('is read in the given order, and is ambiguous without one', () => {
    expect(readLocalTime('7/8/2025')).toBe('ambiguous')
    expect(readLocalTime('7/8/2025', 'dmy')).toEqual({ wallClock: Date.UTC(2025, 7, 7, 12), isDayOnly: true })
    expect(readLocalTime('7/8/2025', 'mdy')).toEqual({ wallClock: Date.UTC(2025, 6, 8, 12), isDayOnly: true })
  })
})

test.each([
  '23/23/2025',
  '31.02.2025',
  '7/23/2025 foo',
  '30 Feb 2024, 10:00',
  '31 Apr 2025',
  '2023-02-29',
  '2024-01-01 25:00',
  '1 Foo 2024',
  '13 Jan 2024, 13:00 PM',
  '',
])('%j is not a time', (input) => {
  expect(readLocalTime(input)).toBeUndefined()
})

test('a long text is not a time', () => {
  expect(readLocalTime('x'.repeat(1000))).toBeUndefined()
})

describe('a local time is converted to an instant', () => {
  const instantIn = (input: string, zone: string, notBefore?: number) => {
    const time = readLocalTime(input)
    if (typeof time !== 'object') throw new Error(input)
    const { at: instant, doubt } = instantOf(time, zone, notBefore)
    return [new Date(instant).toISOString(), doubt]
  }

  test('by the offset of the time zone', () => {
    expect(instantIn('2025-07-01 12:00', 'Europe/Berlin')).toEqual(['2025-07-01T10:00:00.000Z', undefined])
    expect(instantIn('2025-01-01 12:00', 'Asia/Kolkata')).toEqual(['2025-01-01T06:30:00.000Z', undefined])
  })

  test('by its own offset, if it has one', () => {
    expect(instantIn('2025-07-01T12:00:00+05:30', 'Europe/Berlin')).toEqual([
      '2025-07-01T06:30:00.000Z',
      undefined,
    ])
  })

  test('moved forward by the skipped time if the clock skipped it', () => {
    expect(instantIn('2025-03-30 02:30', 'Europe/Berlin')).toEqual(['2025-03-30T01:30:00.000Z', 'gap'])
    expect(instantIn('2025-03-09 02:30', 'America/New_York')).toEqual(['2025-03-09T07:30:00.000Z', 'gap'])
  })

  test('as the first of two if the clock repeated it, unless that is too early', () => {
    expect(instantIn('2025-10-26 02:30', 'Europe/Berlin')).toEqual(['2025-10-26T00:30:00.000Z', 'overlap'])
    const start = Date.parse('2025-10-26T00:50:00Z')
    expect(instantIn('2025-10-26 02:30', 'Europe/Berlin', start)).toEqual([
      '2025-10-26T01:30:00.000Z',
      'overlap',
    ])
  })

  test('and back without loss, for every instant', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'UTC',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2035, 0) }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const wallClock = wallClockIn(zone, instant)
          const instantRead = instantOf({ wallClock, isDayOnly: false }, zone)
          if (instantRead.doubt === undefined) expect(instantRead.at).toBe(instant)
          else expect(wallClockIn(zone, instantRead.at)).toBe(wallClock)
        },
      ),
    )
  })
})
