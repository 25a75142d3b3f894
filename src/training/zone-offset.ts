/** From `start` on, in milliseconds since 1970, local time is UTC + `offset` milliseconds. */
export interface OffsetSpan {
  readonly start: number
  readonly offset: number
}

const second = 1000
/** Not imported, because a bundler computes the constants below only if this one is in the same file. */
const dayMs = 86_400_000
/** Offsets are computed and cached in blocks of a little over a year. */
const blockLength = 400 * dayMs
/** The time by which a block's spans extend beyond its edges, so that a day's start is always inside one block. */
const margin = 4 * dayMs
/**
 * The time between probes of the offset: since 1935, no zone of the tz database has changed twice in less than 7
 * days.
 */
const probeStep = 5 * dayMs
/** No offset changed before the first time zones existed, and RFC 3339 has no years after 9999. */
const earliest = Date.UTC(1800, 0, 1)
const latest = Date.UTC(10_000, 0, 1)
/** Cache limits, so that unusual requests can't exhaust memory. */
const maxZones = 100
const maxBlocks = 200

interface Zone {
  readonly format: Intl.DateTimeFormat
  readonly blocks: Map<number, readonly OffsetSpan[]>
}

const zones = new Map<string, Zone>()

/** The value of `key`, created if missing; above `limit` entries the oldest is evicted. */
function memoized<Key, Value>(cache: Map<Key, Value>, key: Key, limit: number, create: () => Value): Value {
  const cached = cache.get(key)
  if (cached !== undefined) return cached
  const created = create()
  if (cache.size >= limit) for (const oldest of cache.keys()) if (cache.delete(oldest)) break
  cache.set(key, created)
  return created
}

const openZone = (timeZone: string): Zone => ({
  format: new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }),
  blocks: new Map(),
})

/** The offset at an instant according to `Intl`; slow (about a microsecond). */
function offsetAt({ format }: Zone, instant: number): number {
  const whole = Math.floor(Math.min(Math.max(instant, earliest), latest) / second) * second
  // en-US writes month/day/year, hour:minute:second.
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, seconds = 0] = (
    format.format(whole).match(/\d+/g) ?? []
  ).map(Number)
  return Date.UTC(year, month - 1, date, hour, minute, seconds) - whole
}

/** The first instant after `low` whose offset differs from the one at `low`, given that the one at `high` does. */
function changeBetween(zone: Zone, low: number, high: number): number {
  const offsetBefore = offsetAt(zone, low)
  let unchanged = low
  let changed = high
  while (changed - unchanged > second) {
    const middle = Math.floor((unchanged + changed) / (2 * second)) * second
    if (offsetAt(zone, middle) === offsetBefore) unchanged = middle
    else changed = middle
  }
  return changed
}

function scan(zone: Zone, from: number, to: number): OffsetSpan[] {
  const spans = [{ start: from, offset: offsetAt(zone, from) }]
  for (let low = from; low < to; low += probeStep) {
    const high = Math.min(low + probeStep, to)
    if (offsetAt(zone, low) === offsetAt(zone, high)) continue
    const start = changeBetween(zone, low, high)
    spans.push({ start, offset: offsetAt(zone, start) })
  }
  return spans
}

const minute = 60_000
const fixedOffset = /^([+-])(\d\d):(\d\d)$/

function spansOfOffset(text: string): readonly OffsetSpan[] {
  const [, sign, hours, minutes] = fixedOffset.exec(text) ?? []
  if (sign === undefined) throw new RangeError(`not an offset of the form ±HH:MM: ${text}`)
  const size = (Number(hours) * 60 + Number(minutes)) * minute
  return [{ start: Number.NEGATIVE_INFINITY, offset: sign === '-' ? -size : size }]
}

const fixedSpans = new Map<string, readonly OffsetSpan[]>()

/**
 * The spans of constant offset of a zone around an instant, in order, covering at least 4 days before and after it.
 * Those of an IANA zone are read from `Intl` once per 400 days, then cached; an offset such as `-04:00` has a single
 * span.
 * @throws {RangeError} for a zone that the platform doesn't know.
 */
export function offsetSpansAround(timeZone: string, instant: number): readonly OffsetSpan[] {
  const block = Math.floor(instant / blockLength)
  if (timeZone === last.timeZone && block === last.block) return last.spans
  last = { timeZone, block, spans: spansOfBlock(timeZone, block) }
  return last.spans
}

/** The last result, since iterating over a log needs the same one thousands of times in a row. */
let last: { readonly timeZone: string; readonly block: number; readonly spans: readonly OffsetSpan[] } = {
  timeZone: '',
  block: 0,
  spans: [],
}

function spansOfBlock(timeZone: string, block: number): readonly OffsetSpan[] {
  // Only an offset has a colon as its fourth character.
  if (timeZone[3] === ':') return memoized(fixedSpans, timeZone, maxZones, () => spansOfOffset(timeZone))
  const zone = memoized(zones, timeZone, maxZones, () => openZone(timeZone))
  return memoized(zone.blocks, block, maxBlocks, () =>
    scan(zone, block * blockLength - margin, (block + 1) * blockLength + margin),
  )
}
