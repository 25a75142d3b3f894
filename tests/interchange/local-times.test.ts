import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { instantOf, localText, readLocalTime, shownIn } from '#interchange/local-time.ts'

function text(input: string): string | undefined {
  const time = readLocalTime(input)
  return time && localText(time.shown)
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
  ])('%s', (input, want) => {
    expect(text(input)).toBe(want)
  })

  const months = ['en', 'pt', 'es', 'de', 'fr', 'it'].flatMap((language) =>
    (['short', 'long'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index) => {
        const date = new Date(Date.UTC(2024, index, 15))
        const name = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(date)
        return [language, name, index + 1] as const
      }),
    ),
  )
  test.each(months)('%s: %s', (_, name, month) => {
    const want = `2024-${String(month).padStart(2, '0')}-15T19:56:00`
    expect(text(`15 ${name} 2024, 19:56`)).toBe(want)
    expect(text(`15 ${name.toUpperCase()} 2024, 19:56`)).toBe(want)
  })
})

test.each([
  '30 Feb 2024, 10:00',
  '31 Apr 2025',
  '2023-02-29',
  '2024-01-01 25:00',
  '1 Foo 2024',
  '12/05/2024',
  '13 Jan 2024, 13:00 PM',
  '',
  'x'.repeat(1000),
])('%s is no time', (input) => {
  expect(readLocalTime(input)).toBeUndefined()
})

describe('a local time becomes an instant', () => {
  const at = (input: string, zone: string, notBefore?: number) => {
    const time = readLocalTime(input)
    if (!time) throw new Error(input)
    const { at: instant, doubt } = instantOf(time, zone, notBefore)
    return [new Date(instant).toISOString(), doubt]
  }

  test('by the offset of its zone', () => {
    expect(at('2025-07-01 12:00', 'Europe/Berlin')).toEqual(['2025-07-01T10:00:00.000Z', undefined])
    expect(at('2025-01-01 12:00', 'Asia/Kolkata')).toEqual(['2025-01-01T06:30:00.000Z', undefined])
  })

  test('by its own offset, if it has one', () => {
    expect(at('2025-07-01T12:00:00+05:30', 'Europe/Berlin')).toEqual(['2025-07-01T06:30:00.000Z', undefined])
  })

  test('moved by the leap, where the clock leapt over it', () => {
    expect(at('2025-03-30 02:30', 'Europe/Berlin')).toEqual(['2025-03-30T01:30:00.000Z', 'gap'])
    expect(at('2025-03-09 02:30', 'America/New_York')).toEqual(['2025-03-09T07:30:00.000Z', 'gap'])
  })

  test('the first of two, unless that is too early', () => {
    expect(at('2025-10-26 02:30', 'Europe/Berlin')).toEqual(['2025-10-26T00:30:00.000Z', 'overlap'])
    const start = Date.parse('2025-10-26T00:50:00Z')
    expect(at('2025-10-26 02:30', 'Europe/Berlin', start)).toEqual(['2025-10-26T01:30:00.000Z', 'overlap'])
  })

  test('and back, for every time that the clock showed', () => {
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
          const shown = shownIn(zone, instant)
          const found = instantOf({ shown, dayOnly: false }, zone)
          if (found.doubt === undefined) expect(found.at).toBe(instant)
          else expect(shownIn(zone, found.at)).toBe(shown)
        },
      ),
    )
  })
})
