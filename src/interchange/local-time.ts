import { offsetSpansAround } from '#training/zone-offset.ts'
import { monthOf } from './months.ts'

/** A time as shown by a clock, in an unknown zone unless it includes an offset. */
export interface LocalTime {
  /** The time as if it were UTC, in milliseconds since 1970. */
  readonly shown: number
  /** Whether it was only a day. */
  readonly dayOnly: boolean
  /** The UTC offset that the time itself includes, in milliseconds. */
  readonly offset?: number
}

const minute = 60_000
const noon = 12 * 60 * minute

/** `2025-09-15`, `2025/09/15`, `2025-09-15 07:48`, `2025-09-15T07:48:30.123Z`, `… 7:48 AM`, `… +02:00` */
const isoForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:\s*([ap])\.?\s?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?)?$/i
/** A time of day at the end: `07:48`, `7:48:00 p. m.`, `7h48`, after a comma, `at`, `à`, `um`, … */
const timeForm = /(?:^|[\s,])(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\s*([ap])\.?\s?m\.?)?(?:\s*uhr)?$/

/** Words between the parts of a date. */
const fillers = new Set(['de', 'del', 'of', 'at', 'a', 'as', 'alle', 'ore', 'um', 'le', 'las', 'il'])

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

interface ClockParts {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

function shownAt({ year, month, day }: DateParts, clock: ClockParts | undefined): number | undefined {
  // Date.UTC takes 0–99 for 1900–1999, and no app is older than this.
  if (year < 1900 || year > 9998) return undefined
  const { hour, minute: minutes, second } = clock ?? { hour: 12, minute: 0, second: 0 }
  if (hour > 23 || minutes > 59 || second > 59) return undefined
  const shown = new Date(Date.UTC(year, month - 1, day, hour, minutes, second))
  // 30 February would be 2 March.
  return shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day ? shown.getTime() : undefined
}

function hourOf(text: string, half: string | undefined): number {
  const hour = Number(text)
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/z/i.test(text)) return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return (text.startsWith('-') ? -minutes : minutes) * minute
}

function localTime(
  date: DateParts,
  clock: ClockParts | undefined,
  offset?: number | undefined,
): LocalTime | undefined {
  if (clock && !Number.isInteger(clock.hour)) return undefined
  const shown = shownAt(date, clock)
  if (shown === undefined) return undefined
  return { shown, dayOnly: clock === undefined, ...(offset !== undefined && { offset }) }
}

function readIso(text: string): LocalTime | undefined {
  const parts = isoForm.exec(text)
  if (!parts) return undefined
  const [, year, , month, day, hour, minutes, seconds, half, zone] = parts
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  const clock =
    hour === undefined
      ? undefined
      : { hour: hourOf(hour, half), minute: Number(minutes), second: Number(seconds ?? 0) }
  return localTime(date, clock, offsetOf(zone))
}

/** `30 jun 2025`, `15 de fev. de 2024`, `15. September 2025`, `Sep 15, 2025`: the month is a word, the year has four digits. */
function readDate(text: string): DateParts | undefined {
  const words = text.split(/[\s.,/-]+/).filter((word) => word !== '' && !fillers.has(word))
  if (words.length !== 3) return undefined
  const [first = '', second = '', year = ''] = words
  const [dayText, month] = monthOf(second) === undefined ? [second, monthOf(first)] : [first, monthOf(second)]
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|o)?$/.exec(dayText)?.[1]
  if (month === undefined || day === undefined || !/^\d{4}$/.test(year)) return undefined
  return { year: Number(year), month, day: Number(day) }
}

function readWorded(text: string): LocalTime | undefined {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const time = timeForm.exec(plain)
  const date = readDate(time ? plain.slice(0, time.index) : plain)
  if (!date) return undefined
  if (!time) return localTime(date, undefined)
  const [, hour = '', minutes, seconds, half] = time
  return localTime(date, { hour: hourOf(hour, half), minute: Number(minutes), second: Number(seconds ?? 0) })
}

/**
 * Reads a date, with or without a time, as Strong, Hevy and FitNotes write it: ISO, or with the month as a
 * word in one of six languages. A day alone is noon of that day, so that it is the same day wherever the
 * user's days begin. Undefined for anything else, and for times that don't exist.
 */
export function readLocalTime(text: string): LocalTime | undefined {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  if (trimmed.length > 60) return undefined
  return readIso(trimmed) ?? readWorded(trimmed)
}

/** A time of day, `18:05` or `6:05:00 PM`, on the day of another time; undefined for anything else. */
export function atTimeOfDay({ shown }: LocalTime, text: string): LocalTime | undefined {
  const day = Math.floor(shown / (2 * noon)) * 2 * noon
  return readIso(`${new Date(day).toISOString().slice(0, 10)} ${text.trim()}`)
}

/** A local time as an instant. */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The clock never showed the time (`gap`), or showed it twice (`overlap`). */
  readonly doubt?: 'gap' | 'overlap'
}

/**
 * The instant at which a clock in the zone showed a time. Like `Temporal` (`compatible`): a skipped time
 * moves forward by the length of the gap, so 02:30 becomes 03:30; of a repeated time the first is taken,
 * unless it would be before `notBefore`.
 *
 * @throws {RangeError} for a zone that the platform doesn't know
 */
export function instantOf(
  { shown, offset }: LocalTime,
  timeZone: string,
  notBefore = Number.NEGATIVE_INFINITY,
): Instant {
  if (offset !== undefined) return { at: shown - offset }
  const spans = offsetSpansAround(timeZone, shown)
  const found: number[] = []
  let beforeGap: number | undefined
  spans.forEach(({ start, offset: spanOffset }, index) => {
    const end = spans[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const at = shown - spanOffset
    if (at >= start && at < end) found.push(at)
    // In a gap, the offset before it puts the time after its end.
    else if (at >= end && shown - (spans[index + 1]?.offset ?? spanOffset) < end) beforeGap = at
  })
  const [first, second] = found
  if (first === undefined) return { at: beforeGap ?? shown, doubt: 'gap' }
  if (second === undefined) return { at: first }
  return { at: first < notBefore ? second : first, doubt: 'overlap' }
}

/** A local time as ISO 8601 without a zone: `2025-03-09T14:08:49`. */
export function localText(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19)
}

/** What a clock in the zone shows at an instant, as if it were UTC. */
export function shownIn(timeZone: string, instant: number): number {
  const spans = offsetSpansAround(timeZone, instant)
  const span = spans.findLast(({ start }) => start <= instant) ?? spans[0]
  return instant + (span?.offset ?? 0)
}
