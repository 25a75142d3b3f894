import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { preferredCoding } from '#http/request/accept-encoding.ts'

const codings = ['zstd', 'br', 'gzip'] as const

const cases: readonly (readonly [header: string, coding: (typeof codings)[number]])[] = [
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
  ['identity;q=0.5, gzip', 'gzip'],
]

test.each(cases)('Accept-Encoding: %s selects %s', (header, coding) => {
  expect(preferredCoding(header, codings)).toBe(coding)
})

test.each([
  '',
  'deflate',
  'identity',
  'identity, gzip;q=0.5',
  'gzip;q=0',
  '*;q=0',
  'gzip;q=0.0, *;q=0',
  'gzip;q=2',
  'gzip;q=-1',
  'gzip;q=1;q=0',
  'gzip;level=9',
  'gzip br',
  '"gzip"',
  'constructor, __proto__',
])('Accept-Encoding: %j selects no coding', (header) => {
  expect(preferredCoding(header, codings)).toBeUndefined()
})

test('any string selects only a coding that it contains, or allows by a wildcard', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (header) => {
      const coding = preferredCoding(header, codings)
      if (coding !== undefined) expect(header.toLowerCase()).toMatch(new RegExp(`${coding}|\\*`))
    }),
  )
})
