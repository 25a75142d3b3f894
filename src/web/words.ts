const locale = navigator.language

/** A multiplication sign in thin spaces. */
export const times = ' × '
export const minus = '−'

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: 1 })

/** A number without trailing zeros, with a real minus sign. */
export const plain = (value: number): string => number.format(value).replace('-', minus)
export const rounded = (value: number): string => whole.format(value).replace('-', minus)
export const tenths = (value: number): string => tenth.format(value).replace('-', minus)
export const signed = (value: number): string => (value > 0 ? `+${plain(value)}` : plain(value))

/** `1:24`, or `1:02:03` from an hour on. */
export function clock(seconds: number): string {
  const total = Math.max(0, Math.round(seconds))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const rest = String(total % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** `58 min`, `1 h 04`. */
export function duration(seconds: number): string {
  const minutes = Math.max(0, Math.round(seconds / 60))
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

const dates = {
  long: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }),
  withTime: new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }),
  short: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }),
  dayMonth: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }),
  weekday: new Intl.DateTimeFormat('en-GB', { weekday: 'short' }),
  weekdayLong: new Intl.DateTimeFormat('en-GB', { weekday: 'long' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short' }),
  monthLong: new Intl.DateTimeFormat('en-GB', { month: 'long' }),
  monthYear: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }),
  time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
} as const

type Moment = string | number | Date
const dateOf = (at: Moment) => (at instanceof Date ? at : new Date(at))

/** A date in words. */
export const date = (at: Moment, style: keyof typeof dates): string => dates[style].format(dateOf(at))

const dayMs = 86_400_000
const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()

/** How many days ago, by the local calendar. */
export const daysAgo = (at: Moment, now: Moment = Date.now()): number =>
  Math.round((midnight(dateOf(now)) - midnight(dateOf(at))) / dayMs)

/** `today`, `yesterday`, `Tuesday`, `14 Nov`. */
export function when(at: Moment): string {
  const ago = daysAgo(at)
  if (ago === 0) return 'today'
  if (ago === 1) return 'yesterday'
  return ago > 1 && ago < 7 ? date(at, 'weekdayLong') : date(at, 'dayMonth')
}

/** `3 sets`, `1 set`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${whole.format(n)} ${n === 1 ? one : many}`
