import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { preferredCoding } from '#http/request/accept-encoding.ts'

const codings = ['zstd', 'br', 'gzip'] as const

const cases: readonly (readonly [header: string, coding: (typeof codings)[number] | undefined])[] = [
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['gzip ; q=0.2 ,br;q=0.3', 'br'],
  ['*', 'zstd'],
  ['zstd;q=0, *', 'br'],
  ['gzip;q=0.001', 'gzip'],
  [',, gzip ,', 'gzip'],
  ['', undefined],
  ['deflate', undefined],
  ['identity', undefined],
  ['identity, gzip;q=0.5', undefined],
  ['identity;q=0.5, gzip', 'gzip'],
  ['gzip;q=0', undefined],
  ['*;q=0', undefined],
  ['gzip;q=0.0, *;q=0', undefined],
  ['gzip;q=2', undefined],
  ['gzip;q=-1', undefined],
  ['gzip;q=1;q=0', undefined],
  ['gzip;level=9', undefined],
  ['gzip br', undefined],
  ['"gzip"', undefined],
  ['constructor, __proto__', undefined],
]

test.each(cases)('Accept-Encoding: %s selects %p', (header, coding) => {
  expect(preferredCoding(header, codings)).toBe(coding)
})

test('any string selects only a coding that it contains, or allows by a wildcard', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (header) => {
      const coding = preferredCoding(header, codings)
      if (coding !== undefined) expect(header.toLowerCase()).toMatch(new RegExp(`${coding}|\\*`))
    }),
  )
})
