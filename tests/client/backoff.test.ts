import { describe, expect, test } from 'bun:test'
import { backoff, retryAfter, unreachableError } from '#client/backoff.ts'

const hour = 3_600_000
const date = 'Sat, 28 Nov 2026 12:00:00 GMT'

const cases: readonly (readonly [header: string, wait: number])[] = [
  ['0', 0],
  ['1', 1000],
  ['120', 120_000],
  ['3600', hour],
  ['3601', hour],
  ['9999999', hour],
  ['99999999999999999999', hour],
  ['9'.repeat(400), hour],
  ['Sat, 28 Nov 2026 12:02:00 GMT', 120_000],
  ['Sat, 28 Nov 2026 11:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', hour],
  ['-5', 0],
  ['1.5', 1500],
  ['soon', 0],
  ['', 0],
]

describe('Retry-After', () => {
  test.each(cases)('of %s waits %d ms', (header, wait) => {
    const response = new Response(null, { status: 503, headers: { 'retry-after': header, date } })
    // An engine may parse `-5` as a date, but as one before the server's, so the wait is 0 anyway.
    expect(retryAfter(unreachableError(response))).toBe(wait)
  })

  test('is 0 for an error without a response', () => {
    for (const error of [new TypeError('no network'), unreachableError(), undefined, 'text'])
      expect(retryAfter(error)).toBe(0)
  })
})

test('backoff doubles from one second to five minutes, and no timer overflows', () => {
  expect([1, 2, 3, 9, 10, 11, 2000].map((failures) => backoff(failures, () => 1))).toEqual([
    1000, 2000, 4000, 256_000, 300_000, 300_000, 300_000,
  ])
})
