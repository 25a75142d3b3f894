/** A resource without what the server adds, as a client sends it. */
export interface Content {
  readonly [field: string]: unknown
  readonly exercises?: readonly Entry[]
  /** Only in a run. */
  readonly decisions?: readonly Item[]
}

/** An exercise in a workout. */
interface Entry extends Item {
  readonly sets: readonly Item[]
}

interface Item {
  readonly [field: string]: unknown
  readonly id: string
}

/** One side's version of a resource; the value is undefined if that side deleted it. */
export interface Side {
  readonly value: Content | undefined
  /** When it was made, in milliseconds since 1970 by the server's clock. */
  readonly at: number
}

/**
 * Fields that depend on each other and therefore come from the same side: a value and its unit, a start and its end,
 * what is added and what is taken off, the parts of a program, which refer to each other by keys.
 */
const fieldGroups: readonly (readonly string[])[] = [
  ['kind', 'value', 'unit'],
  ['startedAt', 'endedAt'],
  ['weight', 'assistance'],
  ['rpe', 'rir'],
  ['lifts', 'waves', 'days', 'weeks'],
]

/** The results of a set. They come from the side that did the set, because the other side only had a plan for it. */
const resultFields: readonly string[] = [
  'weight',
  'assistance',
  'reps',
  'durationSeconds',
  'distance',
  'rpe',
  'rir',
  'completedAt',
  'confirmed',
]

/**
 * Merges two independently changed versions of a resource. A field that only one side changed gets that side's value;
 * if both changed it, the later side wins. The results of a set that one side did are that side's. Entries and sets are
 * matched by their ids: those that either side added stay, and those that one side deleted are removed unless the
 * other side changed them. The order of the two sides doesn't matter.
 */
export function merge(base: Content | undefined, a: Side, b: Side): Content | undefined {
  const [{ value: later }, { value: earlier }] = isLater(a, b) ? [a, b] : [b, a]
  if (!later || !earlier) {
    const remaining = later ?? earlier
    return base && areEqual(remaining, base) ? undefined : remaining
  }
  const fields = mergeFields(base, later, earlier, 'exercises')
  const merged = earlier.decisions || later.decisions ? mergeRuns(base, fields, earlier, later) : fields
  if (!later.exercises && !earlier.exercises) return merged
  const entries = mergeEntries(indexOf(base?.exercises), indexOf(later.exercises), indexOf(earlier.exercises))
  return { ...merged, exercises: splitFullEntries(entries) }
}

/** A run with the decisions of both sides, since they are only ever added. Once a side has ended it, it stays ended. */
function mergeRuns(base: Content | undefined, fields: Fields, earlier: Content, later: Content): Content {
  const decisions = [...byId([...(earlier.decisions ?? []), ...(later.decisions ?? [])]).values()]
  const isEnded = base?.status !== 'ended' && [earlier, later].some(({ status }) => status === 'ended')
  return { ...fields, decisions, ...(isEnded && { status: 'ended' }) }
}

/** How many sets the server accepts in an entry. */
const maxSets = 100

/**
 * Moves the sets over an entry's limit, for example after each side added 60, to another entry of the same
 * exercise right after it.
 */
function splitFullEntries(entries: readonly Entry[]): readonly Entry[] {
  const fullIndex = entries.findIndex(({ sets }) => sets.length > maxSets)
  const entry = entries[fullIndex]
  if (!entry) return entries
  const { sets, notes, ...rest } = entry
  const id = idAfter(entry.id)
  const next = entries.find((other) => other.id === id) ?? { ...rest, id, sets: [] }
  const following = entries.slice(fullIndex + 1).filter((other) => other !== next)
  return [
    ...entries.slice(0, fullIndex).filter((other) => other !== next),
    { ...entry, sets: sets.slice(0, maxSets) },
    ...splitFullEntries([{ ...next, sets: [...sets.slice(maxSets), ...next.sets] }, ...following]),
  ]
}

/** An id that all devices derive from this one, so that they split an entry in the same way. */
function idAfter(id: string): string {
  const last = (Number.parseInt(id.slice(-12), 16) + 0x9e3779b97f4a) % 2 ** 48
  return id.slice(0, -12) + last.toString(16).padStart(12, '0')
}

/**
 * Whether two values of a field are equal. A field always has the same type, and the order of an object's
 * fields doesn't matter.
 */
export function areEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b)) return false
  return Object.keys({ ...a, ...b }).every((name) => areEqual(a[name], b[name]))
}

/** The last result if the next one equals it, so that nothing is re-rendered; otherwise the next one, frozen. */
export function reuseIfEqual<Result>(next: Result, last: Result): Result {
  return areEqual(next, last) ? last : Object.freeze(next)
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** Whether the first side is the later one. A tie is broken by content, so that both devices choose the same side. */
function isLater(a: Side, b: Side): boolean {
  if (a.at !== b.at) return a.at > b.at
  return JSON.stringify([a.value]) > JSON.stringify([b.value])
}

type Fields = { readonly [field: string]: unknown }

function mergeFields(base: Fields | undefined, later: Fields, earlier: Fields, except: string): Fields {
  const merged: Record<string, unknown> = {}
  const doneBy = isDone(base) ? undefined : [later, earlier].find(isDone)
  for (const name of Object.keys({ ...earlier, ...later })) {
    if (name === except) continue
    const group = fieldGroups.find((names) => names.includes(name)) ?? [name]
    const isChanged = group.some((field) => !areEqual(later[field], base?.[field]))
    const source = (resultFields.includes(name) && doneBy) || (isChanged ? later : earlier)
    const value = source[name]
    if (value !== undefined) merged[name] = value
  }
  return merged
}

/** Whether the fields are those of a set that was done. */
function isDone(fields: Fields | undefined): boolean {
  return (fields?.reps ?? fields?.durationSeconds ?? fields?.distance) !== undefined
}

/** A set, with the entry it belongs to as an ordinary field, since a set can be moved. */
interface PlacedSet extends Item {
  readonly in: string
}

/** The entries and the sets of one version by their ids, in order. */
interface Index {
  readonly entries: ReadonlyMap<string, Entry>
  readonly sets: ReadonlyMap<string, PlacedSet>
}

function indexOf(entries: readonly Entry[] = []): Index {
  const sets = entries.flatMap((entry) => entry.sets.map((set) => ({ ...set, in: entry.id })))
  return { entries: byId(entries), sets: byId(sets) }
}

function byId<Kind extends Item>(items: readonly Kind[]): Map<string, Kind> {
  return new Map(items.map((item) => [item.id, item]))
}

function mergeEntries(base: Index, later: Index, earlier: Index): Entry[] {
  const entries = mergeItems(base.entries, later.entries, earlier.entries, 'sets')
  const mergedEntries = byId(entries)
  // An entry that one side deleted and the other changed stays whole.
  const isRevived = ({ in: id }: PlacedSet) =>
    mergedEntries.has(id) && later.entries.has(id) !== earlier.entries.has(id)
  const sets = mergeItems(base.sets, later.sets, earlier.sets, '', isRevived)
  return entries.map((entry) => ({
    ...entry,
    sets: sets.filter((set) => set.in === entry.id).map(({ in: _, ...set }) => set),
  }))
}

/**
 * The items that stay, merged. An item that only one side has was either added there or deleted by the other
 * side.
 */
function mergeItems<Kind extends Item>(
  base: ReadonlyMap<string, Kind>,
  later: ReadonlyMap<string, Kind>,
  earlier: ReadonlyMap<string, Kind>,
  except: string,
  isRevived?: (item: Kind) => boolean,
): Kind[] {
  const merged = new Map<string, Kind>()
  for (const [id, item] of [...earlier, ...later]) {
    const before = base.get(id)
    const other = earlier.get(id)
    // Each field comes from one of the two items, so it has the right type; the caller takes care of
    // `except`.
    if (other && later.has(id)) merged.set(id, mergeFields(before, item, other, except) as Kind)
    else if (!before || isRevived?.(item) || !areEqual(before, item)) merged.set(id, item)
  }
  const orders = [base, later, earlier].map((items) => [...items.keys()].filter((id) => merged.has(id)))
  return mergeOrder(orders).flatMap((id) => merged.get(id) ?? [])
}

/**
 * Combines two orders into one: that of the side that moved something, or of the later side if both did. Each
 * item that the other side added goes after the item that it followed there.
 */
function mergeOrder([base = [], later = [], earlier = []]: readonly string[][]): string[] {
  const shared = new Set(later.filter((id) => earlier.includes(id)))
  const [sharedBefore, sharedLater, sharedEarlier] = [base, later, earlier].map((order) =>
    order.filter((id) => shared.has(id)),
  )
  const didLaterMove = !areEqual(sharedLater, sharedEarlier) && !areEqual(sharedLater, sharedBefore)
  const [order, other] = didLaterMove ? [[...later], new Set(earlier)] : [[...earlier], new Set(later)]
  let position = 0
  for (const id of other) {
    const index = order.indexOf(id)
    if (index >= 0) position = index
    else {
      while (position < order.length && !other.has(order[position] ?? '')) position++
      order.splice(position, 0, id)
    }
    position++
  }
  return order
}
