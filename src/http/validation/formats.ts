import { FormatRegistry } from '@sinclair/typebox'

/**
 * The formats that the contract may use, and what each means here: stricter than JSON Schema's
 * annotations, so that every reader of a stored value can rely on it. The generator rejects any other
 * format.
 */
export const formats = {
  /** RFC 9562 in lowercase, any version: clients may choose how to generate ids. */
  uuid: (text) => UUID.test(text),
  /**
   * RFC 3339: `2026-11-20T17:02:00Z`, `2026-11-20T18:02:00.123456+01:00`; a day that exists, no leap
   * second, and a UTC year from 1 to 9999. Clients may use their own offset and as many digits as their
   * clock has.
   */
  'date-time': (text) => {
    const parts = DATE_TIME.exec(text)
    return parts !== null && isDay(parts[1] ?? '') && isInRange(Date.parse(text))
  },
  /** RFC 3339 `full-date`: `2026-11-20`, a day that exists. */
  date: (text) => DATE.test(text) && isDay(text),
  /**
   * A common email address: one `@`, a domain with a dot, at most 254 characters, no quoting, and ASCII
   * only.
   */
  email: (text) => isAscii(text) && isAddress(text),
  /** The same with letters and digits of any script before the `@`. */
  'idn-email': (text) => isAddress(text),
  /** A zone of the IANA database that this runtime knows, in its own letter case: `Europe/Berlin`, `UTC`. */
  'time-zone': (text) => knownZones.has(text) || isZone(text),
  /** The same, or an offset from UTC, `-04:00`. Not `-00:00`, which says that it is unknown (RFC 9557). */
  'time-zone-or-offset': (text) => OFFSET.test(text) || knownZones.has(text) || isZone(text),
} satisfies Record<string, (text: string) => boolean>

function isAddress(text: string): boolean {
  // Some systems send `ë` as two code points, of which the second is no letter.
  return text.length <= 254 && EMAIL.test(text.normalize('NFC'))
}

function isAscii(text: string): boolean {
  return /^[!-~]*$/.test(text)
}

/** A format of the contract. */
export type FormatName = keyof typeof formats

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
/** The first and last instant of the years 1 to 9999, in milliseconds since 1970. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('9999-12-31T23:59:59.999Z')
const OFFSET = /^(?!-00:00)[+-](?:[01]\d|2[0-3]):[0-5]\d$/
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const EMAIL = new RegExp(`^(?=.{1,64}@)${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`, 'iu')

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether `YYYY-MM-DD` is a day of the Gregorian calendar, in the years 1 to 9999. */
function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
  return year >= 1 && day >= 1 && day <= days
}

function isInRange(instant: number): boolean {
  return instant >= EARLIEST && instant <= LATEST
}

/** Cached names of zones that exist. Bounded by the size of the IANA database, whatever callers send. */
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
