import type { Node } from '#tests/support/contract.ts'
import type { FieldCode } from './corruptions.ts'

/** Strings that a string schema rejects, each with the problem's code. */
export function* invalidTexts(schema: Node): Generator<readonly [text: string, code: FieldCode]> {
  const { minLength = 0, maxLength, pattern, format, enum: words } = schema
  if (Array.isArray(words)) {
    for (const text of unusualTexts.filter((odd) => !words.includes(odd))) yield [text, 'enum']
    return
  }
  if (typeof minLength === 'number' && minLength > 0) yield ['x'.repeat(minLength - 1), 'min_length']
  if (typeof maxLength === 'number') {
    yield ['x'.repeat(maxLength + 1), 'max_length']
    yield ['😀'.repeat(maxLength + 1), 'max_length']
  }
  if (typeof format === 'string') {
    for (const text of malformed[format] ?? missing(format)) yield [text, 'format']
  } else if (typeof pattern === 'string') {
    const matches = new RegExp(pattern, 'u')
    const length = (text: string) => [...text].length
    const odd = unusualTexts.filter(
      (text) =>
        !matches.test(text) &&
        length(text) >= Number(minLength) &&
        length(text) <= Number(maxLength ?? length(text)),
    )
    for (const text of odd) yield [text, 'pattern']
  }
}

/** Strings that can't be stored and read back unchanged. */
export const unstorableTexts = ['a\u0000b', '\ud800', 'a\udc00', '\udc00\ud800']

/** Strings that a pattern may accept by mistake. */
const unusualTexts = [
  '',
  ' ',
  '   ',
  '\t',
  'a\nb',
  'a\n',
  '\u0001',
  '\u007f',
  '\u200b',
  '\u2060\ufeff',
  'UPPER',
  'ünïcode',
  '😀',
  'a b',
  'a/b',
  '-a',
  'a-',
  '"',
]

/** Strings that almost match a format. All are short enough for every bound. */
const malformed: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    'not-a-uuid',
    '0193A5C2-7C1E-7D10-9F6E-3C1F2A7B8D01',
    '0193a5c27c1e7d109f6e3c1f2a7b8d01',
    '{0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01}',
    'urn:uuid:0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
    '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d0',
    '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01\n',
  ],
  'date-time': [
    '2026-02-30T10:00:00.000Z',
    '2025-02-29T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-10T10:00:00Z',
    '2026-03-02',
    '2026-03-02T10:00Z',
    '2026-03-02T10:00:00',
    '2026-03-02t10:00:00z',
    '2026-03-02 10:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T10:60:00Z',
    '2026-03-02T23:59:60Z',
    '2026-03-02T10:00:00.Z',
    '2026-03-02T10:00:00.1234567890Z',
    '2026-03-02T10:00:00+0200',
    '2026-03-02T10:00:00+24:00',
    '2026-03-02T10:00:00 +02:00',
    '2026-03-02T10:00:00[Europe/Berlin]',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '10000-01-01T00:00:00Z',
    '2026-03-02T10:00:00,5Z',
    '+002026-03-02T10:00:00Z',
    '1772445600',
    'today',
  ],
  date: [
    '2026-02-30',
    '2025-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '20260101',
    '0000-01-01',
    '10000-01-01',
    'today',
  ],
  'idn-email': ['ada', 'ada@localhost', 'ada@@example.com', 'a da@example.com', '@example.com'],
  email: [
    'ada',
    'ada@',
    '@example.com',
    'ada@lift',
    'ada lift@example.com',
    'ada@example.com ',
    'a@b@example.com',
    'ada@-example.com',
    'Ada <ada@example.com>',
  ],
  'time-zone-or-offset': ['Mars/Olympus', '+2:00', '+24:00', '02:00', 'UTC+2', 'Europe/Berlin ', 'local'],
  'time-zone': [
    'Mars/Olympus',
    'europe/berlin',
    '+02:00',
    'UTC+2',
    'Europe/Berlin ',
    '../etc/passwd',
    'local',
  ],
}

function missing(format: string): never {
  throw new Error(`add texts that violate the format ${format} to \`malformed\``)
}
