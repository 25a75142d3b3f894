import { dayMs } from '#training/day-ms.ts'
import { dateLocale, numberLocale } from './state/locale.ts'

const locale = numberLocale(navigator.languages)

/** A multiplication sign between thin spaces. */
export const timesSign = ' × '
export const minusSign = '−'

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: 1 })

/** The text of each number so far: formatting is slow, and few different numbers are shown. */
const texts = new Map<number, string>()

/** A number without trailing zeros, with a real minus sign. */
export function numberText(value: number): string {
  const text = texts.get(value) ?? number.format(value).replace('-', minusSign)
  texts.set(value, text)
  return text
}
export const wholeText = (value: number): string => whole.format(value).replace('-', minusSign)
export const tenthsText = (value: number): string => tenth.format(value).replace('-', minusSign)
export const signedText = (value: number): string => (value > 0 ? `+${numberText(value)}` : numberText(value))

/** `1:24`, or `1:02:03` for an hour or more. */
export function clockText(seconds: number): string {
  const total = Math.max(0, Math.round(seconds))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const secondsText = String(total % 60).padStart(2, '0')
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${secondsText}`
    : `${minutes}:${secondsText}`
}

/** `58 min`, `1 h`, `1 h 04`. */
export function durationText(seconds: number): string {
  const minutes = Math.max(0, Math.round(seconds / 60))
  if (minutes < 60) return `${minutes} min`
  if (minutes % 60 === 0) return `${minutes / 60} h`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

/** `about 45 min`, to the nearest five minutes. */
export const aboutText = (seconds: number): string => `about ${durationText(Math.round(seconds / 300) * 300)}`

const dates = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  withTime: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  dayMonth: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  weekdayLong: { weekday: 'long' },
  month: { month: 'short' },
  monthYear: { month: 'long', year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

type DateStyle = keyof typeof dates

/** Created when they are first used, which takes about a millisecond each. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(style: DateStyle, hasYear: boolean): Intl.DateTimeFormat {
  const key = `${style} ${hasYear}`
  const options: Intl.DateTimeFormatOptions = hasYear ? { ...dates[style], year: 'numeric' } : dates[style]
  const format = formats.get(key) ?? new Intl.DateTimeFormat(dateLocale(navigator.languages), options)
  formats.set(key, format)
  return format
}

/** Without its year, a day that is further away than this might be taken for one of this year. */
const yearFrom = 300 * dayMs

type Moment = string | number | Date
const dateOf = (moment: Moment) => (moment instanceof Date ? moment : new Date(moment))

/** A date in words; a distant day with its year. */
export function dateText(moment: Moment, style: DateStyle): string {
  const date = dateOf(moment)
  const isDistant = Math.abs(Date.now() - date.getTime()) > yearFrom
  return formatOf(style, isDistant && 'day' in dates[style]).format(date)
}

const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()

/** How many days ago, by the local calendar. */
const daysAgo = (moment: Moment, now: Moment = Date.now()): number =>
  Math.round((midnight(dateOf(now)) - midnight(dateOf(moment))) / dayMs)

/** `today`, `yesterday`, `Tuesday`, `14 Nov`. */
export function dayText(moment: Moment): string {
  const ago = daysAgo(moment)
  if (ago === 0) return 'today'
  if (ago === 1) return 'yesterday'
  return ago > 1 && ago < 7 ? dateText(moment, 'weekdayLong') : dateText(moment, 'dayMonth')
}

/** With a capital letter. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `3 sets`, `1 set`: as in `#lib/count-text.ts`, but with digits grouped as the locale does, as in `1,200 sets`. */
export const countText = (n: number, singular: string, many = `${singular}s`): string =>
  `${whole.format(n)} ${n === 1 ? singular : many}`

/** The number that was typed; NaN if it isn't one. The decimal separator may be a comma. */
export const parseNumber = (typed: string): number => Number(typed.replace(',', '.'))

/** Why something could not be saved on this device, and what to do. */
export function saveErrorText(error: unknown): string {
  if (!(error instanceof Error)) return 'Could not save.'
  return error.name === 'StorageFullError'
    ? 'Not saved: this device is full. Free up some space, then try again.'
    : error.message
}
