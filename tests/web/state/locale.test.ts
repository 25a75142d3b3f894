import { describe, expect, test } from 'bun:test'
import { dateLocale, localWeekStart, numberLocale } from '#web/state/locale.ts'

describe('dates', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['in the preferred English', ['en-AU', 'en'], 'en-AU'],
    [
      'in the English of the preferred region rather than an English listed later',
      ['de-DE', 'de', 'en-US', 'en'],
      'en-DE',
    ],
    ['in the English of the region where the language is mainly spoken', ['sv'], 'en-SE'],
    ['in British English for a malformed language', ['en_US@posix'], 'en-GB'],
    ['in British English without a language', [], 'en-GB'],
  ]
  test.each(cases)('are %s', (_, languages, expected) => {
    expect(dateLocale(languages)).toBe(expected)
  })

  test('are not in American English just because there is no data about a region', () => {
    // There is no English locale for Antarctica.
    expect(dateLocale(['pt-AQ'])).toBe('en-GB')
  })
})

test('numbers have the separators of the first language', () => {
  expect(new Intl.NumberFormat(numberLocale(['de-DE', 'en-US'])).format(1234.5)).toBe('1.234,5')
  expect(numberLocale(['no language'])).toBe('en-GB')
  expect(numberLocale([])).toBe('en-GB')
})

test('weeks start on the day that is usual in the region, or on Monday', () => {
  const weekStartOf = (language: string) => localWeekStart([language])
  expect(weekStartOf('de-DE')).toBe('monday')
  expect(weekStartOf('en-US')).toBe('sunday')
  expect(weekStartOf('ar-EG')).toBe('saturday')
  expect(weekStartOf('no language')).toBe('monday')
  expect(localWeekStart([])).toBe('monday')
})
