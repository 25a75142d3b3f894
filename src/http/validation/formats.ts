import { FormatRegistry } from '@sinclair/typebox'

/**
 * The formats that the contract may use, and what each means here: stricter than JSON Schema's
 * annotations, so that every reader of a stored value can rely on it. The generator rejects any other
 * format.
 */
export const formats = {
  /** RFC 9562 in lowercase, any version: clients may choose how to generate ids. */
  uuid: (text) => uuidPattern.test(text),
  /**
   * RFC 3339: `2026-11-20T17:02:00Z`, `2026-11-20T18:02:00.123456+01:00`; a day that exists, no leap
   * second, and a UTC year from 1 to 9999. Clients may use their own offset and as many digits as their
   * clock has.
   */
  'date-time': (text) => {
    const parts = dateTimePattern.exec(text)
    return parts !== null && isDay(parts[1] ?? '') && isInRange(Date.parse(text))
  },
  /** RFC 3339 `full-date`: `2026-11-20`, a day that exists. */
  date: (text) => datePattern.test(text) && isDay(text),
  /**
   * A common email address: one `@`, a domain with a dot, at most 254 characters, no quoting, and ASCII
   * only.
   */
  email: (text) => isAscii(text) && isAddress(text),
  /** Like `email`, but with letters and digits of any script before the `@`. */
  'idn-email': (text) => isAddress(text),
  /** An IANA time zone that this runtime knows, spelled exactly as in the database: `Europe/Berlin`, `UTC`. */
  'time-zone': (text) => knownZones.has(text) || isZone(text),
  /** A time zone, or an offset from UTC such as `-04:00`. Not `-00:00`, which means an unknown offset (RFC 9557). */
  'time-zone-or-offset': (text) => offsetPattern.test(text) || knownZones.has(text) || isZone(text),
} satisfies Record<string, (text: string) => boolean>

function isAddress(text: string): boolean {
  // Some systems send `ë` as two code points, the second of which isn't a letter.
  return text.length <= 254 && emailPattern.test(text.normalize('NFC'))
}

function isAscii(text: string): boolean {
  return /^[!-~]*$/.test(text)
}

/** A format of the contract. */
export type FormatName = keyof typeof formats

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const datePattern = /^\d{4}-\d{2}-\d{2}$/
const dateTimePattern =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
/** The first and last instant of the years 1 to 9999, in milliseconds since 1970. */
const earliest = Date.parse('0001-01-01T00:00:00Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')
const offsetPattern = /^(?!-00:00)[+-](?:[01]\d|2[0-3]):[0-5]\d$/
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const atom = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const emailPattern = new RegExp(`^(?=.{1,64}@)${atom}(?:\\.${atom})*@${label}(?:\\.${label})+$`, 'iu')

const daysPerMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether `YYYY-MM-DD` is a day of the Gregorian calendar, in the years 1 to 9999. */
function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (daysPerMonth[month - 1] ?? 0)
  return year >= 1 && day >= 1 && day <= days
}

function isInRange(instant: number): boolean {
  return instant >= earliest && instant <= latest
}

/** A cache of names of zones that exist, so at most as large as the IANA database, whatever callers send. */
const knownZones = new Set<string>()

function isZone(name: string): boolean {
  // Intl also accepts offsets and any letter case; it returns the name as the database spells it.
  if (!/^[A-Z]/.test(name)) return false
  try {
    if (new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== name) return false
  } catch {
    return false
  }
  knownZones.add(name)
  return true
}

/** Whether the contract may use `format: <name>`. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

// TypeBox looks formats up in this registry, and rejects every value of a format that is missing from it.
for (const [name, isValid] of Object.entries(formats)) FormatRegistry.Set(name, isValid)
