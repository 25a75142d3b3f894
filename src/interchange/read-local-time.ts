import { type DayOrder, numericDate, provenOrder } from './day-order.ts'
import type { LocalTime } from './local-time.ts'
import { monthOf } from './months.ts'

const minute = 60_000
const dayMs = 24 * 60 * minute

/** `2025-09-15`, `2025/09/15`, `2025-09-15 07:48`, `2025-09-15T07:48:30.123Z`, `… 7:48 AM`, `… +02:00` */
const isoForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:\s*([ap])\.?\s?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?)?$/i
/** `2025年7月23日 19:16`, `2025년 7월 23일 오후 7:16`, `2025. 7. 23. 오후 7:16`, `2025/07/23 下午7:16` */
const eastAsianForm =
  /^(\d{4})(?:年|년|\.|\/)\s*(\d{1,2})(?:月|월|\.|\/)\s*(\d{1,2})(?:日|일|\.)?(?:[\s,]*(上午|下午|午前|午後|오전|오후)?\s*(\d{1,2})(?::|时|時|시)\s*(\d{2})(?:分|분)?(?::(\d{2}))?)?$/
/** A time of day at the end: `07:48`, `7:48:00 p. m.`, `7h48`, after a comma, `at`, `à`, `um`, … */
const timeForm = /(?:^|[\s,])(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\s*([ap])\.?\s?m\.?)?(?:\s*uhr)?$/

const afternoons = new Set(['下午', '午後', '오후'])

/** Words that may stand between the parts of a date, without accents. */
const fillers = new Set(
  'de del of at a as alle ore um le las il г в v kl o om r saat klo'.split(' ').map(removeAccents),
)

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

function removeAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function wallClockAt({ year, month, day }: DateParts, clock: ClockParts | undefined): number | undefined {
  // Date.UTC reads 0–99 as 1900–1999, and no log is older than 1900.
  if (year < 1900 || year > 9998) return undefined
  const { hour, minute: minutes, second } = clock ?? { hour: 12, minute: 0, second: 0 }
  if (hour > 23 || minutes > 59 || second > 59) return undefined
  const date = new Date(Date.UTC(year, month - 1, day, hour, minutes, second))
  // Date.UTC reads February 30 as March 2.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined
}

function hourOf(text: string, dayPeriod: string | undefined): number {
  const hour = Number(text)
  if (dayPeriod === undefined) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (dayPeriod.toLowerCase() === 'p' ? 12 : 0)
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
  const wallClock = wallClockAt(date, clock)
  if (wallClock === undefined) return undefined
  return { wallClock, isDayOnly: clock === undefined, ...(offset !== undefined && { offset }) }
}

function readIso(text: string): LocalTime | undefined {
  const parts = isoForm.exec(text)
  if (!parts) return undefined
  const [, year, , month, day, hour, minutes, seconds, dayPeriod, zone] = parts
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  const clock =
    hour === undefined
      ? undefined
      : { hour: hourOf(hour, dayPeriod), minute: Number(minutes), second: Number(seconds ?? 0) }
  return localTime(date, clock, offsetOf(zone))
}

function readEastAsian(text: string): LocalTime | undefined {
  const parts = eastAsianForm.exec(text)
  if (!parts) return undefined
  const [, year, month, day, dayPeriod, hour, minutes, seconds] = parts
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  if (hour === undefined) return localTime(date, undefined)
  const meridiem = dayPeriod === undefined ? undefined : afternoons.has(dayPeriod) ? 'p' : 'a'
  return localTime(date, {
    hour: hourOf(hour, meridiem),
    minute: Number(minutes),
    second: Number(seconds ?? 0),
  })
}

/** A time of day at the end of a string, and the text before it. */
function splitTime(text: string): { readonly before: string; readonly clock: ClockParts | undefined } {
  const time = timeForm.exec(text)
  if (!time) return { before: text, clock: undefined }
  const [, hour = '', minutes, seconds, dayPeriod] = time
  const clock = { hour: hourOf(hour, dayPeriod), minute: Number(minutes), second: Number(seconds ?? 0) }
  return { before: text.slice(0, time.index), clock }
}

/**
 * `30 jun 2025`, `15 de fev. de 2024`, `15. September 2025`, `Sep 15, 2025`, `23 июл. 2025 г.`: the month is a
 * word, the year has four digits.
 */
function readDate(text: string): DateParts | undefined {
  const words = text.split(/[\s.,/-]+/).filter((word) => word !== '' && !fillers.has(word))
  if (words.length !== 3) return undefined
  const [first = '', second = '', year = ''] = words
  const [dayText, month] = monthOf(second) === undefined ? [second, monthOf(first)] : [first, monthOf(second)]
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|o|e)?$/.exec(dayText)?.[1]
  if (month === undefined || day === undefined || !/^\d{4}$/.test(year)) return undefined
  return { year: Number(year), month, day: Number(day) }
}

function readWorded(text: string): LocalTime | undefined {
  const { before, clock } = splitTime(removeAccents(text))
  const date = readDate(before)
  return date && localTime(date, clock)
}

/** `7/23/2025 19:16`, `23.07.2025`; `ambiguous` if it is unknown which number is the day. */
function readNumeric(text: string, order: DayOrder | undefined): LocalTime | 'ambiguous' | undefined {
  const date = numericDate(text)
  if (!date) return undefined
  const { first, second, year, textAfter } = date
  const { before, clock } = splitTime(removeAccents(textAfter))
  if (before !== '') return undefined
  const dateOrder = provenOrder(date) ?? order ?? (first === second ? 'dmy' : undefined)
  if (dateOrder === undefined) return 'ambiguous'
  const [day, month] = dateOrder === 'dmy' ? [first, second] : [second, first]
  return localTime({ year, month, day }, clock)
}

/**
 * Reads a date with or without a time, as Strong, Hevy, FitNotes and spreadsheets write it: in ISO format, in numbers,
 * as in East Asia, or with the month's name in one of twelve languages. A date without a time means noon, so that it
 * belongs to that day no matter when the user's days begin. Undefined for anything else and for times that don't exist.
 *
 * @param order the order of day and month; without it, a date such as `7/8/2025` is `ambiguous`
 */
export function readLocalTime(text: string, order?: DayOrder): LocalTime | 'ambiguous' | undefined {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  if (trimmed.length > 60) return undefined
  return readIso(trimmed) ?? readNumeric(trimmed, order) ?? readEastAsian(trimmed) ?? readWorded(trimmed)
}

/** Reads a time of day, `18:05` or `6:05:00 PM`, on the day of another time; undefined for anything else. */
export function atTimeOfDay({ wallClock }: LocalTime, text: string): LocalTime | undefined {
  const day = Math.floor(wallClock / dayMs) * dayMs
  return readIso(`${new Date(day).toISOString().slice(0, 10)} ${text.trim()}`)
}
