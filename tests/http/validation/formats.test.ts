import { describe, expect, test } from 'bun:test'
import { FormatRegistry } from '@sinclair/typebox'
import fc from 'fast-check'
import { type FormatName, formats, isFormatName } from '#http/validation/formats.ts'

const cases: Record<FormatName, { valid: string[]; invalid: string[] }> = {
  uuid: {
    valid: [
      '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
      '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      'e3e70682-c209-0cac-629f-6fbed82c07cd',
    ],
    invalid: [
      '',
      '0193A5C2-7C1E-7D10-9F6E-3C1F2A7B8D01',
      '0193a5c27c1e7d109f6e3c1f2a7b8d01',
      '{0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01}',
      'urn:uuid:0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
    ],
  },
  'idn-email': {
    valid: ['ada@example.com', 'zoë@example.com', 'ａｄａ@example.com'],
    invalid: ['zoë', 'zoë@lift'],
  },
  'date-time': {
    valid: [
      '2026-11-20T17:02:00.000Z',
      '2026-11-20T17:02:00Z',
      '0001-01-01T00:00:00.5Z',
      '2000-02-29T23:59:59.99Z',
      '2026-11-20T17:02:00.123456+01:00',
      '2026-11-20T17:02:00-09:30',
    ],
    invalid: [
      '2026-11-20',
      '2026-11-20 17:02:00Z',
      '2026-11-20T17:02Z',
      '2026-11-20t17:02:00z',
      '2026-11-20T17:02:00+0100',
      '2026-11-20T17:02:00+24:00',
      '2026-11-20T24:00:00Z',
      '2026-11-20T23:59:60Z',
      '2026-02-29T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2026-11-20T17:02:00.0000000000Z',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59-12:00',
      '2026-11-20T17:02:00.Z',
      '0000-01-01T00:00:00Z',
      '2026-11-20T17:02:00Z\n',
    ],
  },
  date: {
    valid: ['2026-11-20', '2024-02-29', '9999-12-31'],
    invalid: [
      '2026-11-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2026-1-1',
      '0000-01-01',
      '20261120',
      '2026-11-20\n',
    ],
  },
  email: {
    valid: ['ada@example.com', "o'neil+gym@mail.example.co.uk", 'a@xn--bcher-kva.example'],
    invalid: [
      '',
      // Look-alikes: full-width, Cyrillic, the Kelvin sign, the long s.
      'ａda@example.com',
      '\u0430da@example.com',
      'ada@e\u212Axample.com',
      'ada@\u017Fample.com',
      'ÄÖ@example.org',
      'ada',
      'ada@localhost',
      'ada@@example.com',
      'a da@example.com',
      '.ada@example.com',
      'a..b@example.com',
      'ada@-example.com',
      'ada@example.com.',
      'Ada <ada@example.com>',
      `${'a'.repeat(65)}@example.com`,
      `ada@${'a.'.repeat(130)}dev`,
    ],
  },
  'time-zone': {
    valid: ['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Calcutta'],
    invalid: ['', 'europe/berlin', 'Berlin', '+01:00', 'Mars/Olympus_Mons', 'Europe/Berlin '],
  },
  'time-zone-or-offset': {
    valid: ['Europe/Berlin', 'UTC', '-04:00', '+00:00', '+05:45', '+14:00', '-23:59'],
    invalid: [
      '',
      'europe/berlin',
      '04:00',
      '-00:00',
      '+4:00',
      '+0400',
      '+24:00',
      '+05:60',
      '+05:45 ',
      '−04:00',
      'Z',
      'GMT+2',
    ],
  },
}

describe('formats', () => {
  for (const [name, { valid, invalid }] of Object.entries(cases)) {
    test(`${name} accepts valid values and rejects invalid ones`, () => {
      if (!isFormatName(name)) throw new Error(name)
      for (const text of valid) expect([text, formats[name](text)]).toEqual([text, true])
      for (const text of invalid) expect([text, formats[name](text)]).toEqual([text, false])
    })
  }

  test('are registered in TypeBox', () => {
    for (const name of Object.keys(formats)) expect(FormatRegistry.Has(name)).toBe(true)
    expect(isFormatName('toString')).toBe(false)
  })
})

test('every string from Date.toISOString is a date-time, and its day is a date', () => {
  const dates = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(dates, (date) => {
      const text = date.toISOString()
      expect(formats['date-time'](text)).toBe(true)
      expect(formats.date(text.slice(0, 10))).toBe(true)
    }),
  )
})

test('a date is valid if and only if JavaScript’s Date accepts it', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  )
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const date = new Date(`${text}T00:00:00Z`)
      expect(formats.date(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    }),
  )
})

test.each([
  ['2026', [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ['2024', [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
])('the last day of each month of %s is a date, and the day after it is not', (year, lengths) => {
  for (const [index, length] of lengths.entries()) {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    expect([month, formats.date(`${month}-${length}`)]).toEqual([month, true])
    expect([month, formats.date(`${month}-${length + 1}`)]).toEqual([month, false])
  }
})

test('a UUID that the runtime generates is valid', () => {
  expect(formats.uuid(crypto.randomUUID())).toBe(true)
  expect(formats.uuid(Bun.randomUUIDv7())).toBe(true)
})
