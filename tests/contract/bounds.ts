import { mismatch, type Node, nodeOf, resolved } from '#tests/support/contract.ts'
import { type Place, pointerOf, withText } from './places.ts'

/** A value at the limits of what a schema accepts. */
export interface Edge {
  readonly place: Place
  /** The JSON at that location; `undefined` if there is none. */
  readonly text: string | undefined
  readonly pointer: string
  /** Instead of `text`, this many copies of the list's first item are at the location. */
  readonly copies?: number
}

/**
 * Values at the limits of a schema, at each location in a valid value: the smallest and largest value,
 * every enum value, every way to write a format, and each optional member omitted.
 */
export function* edgesIn(schema: unknown, value: unknown, place: Place = []): Generator<Edge> {
  const node = resolved(schema)
  const edge = (...values: unknown[]): Edge[] =>
    values.map((value) => ({ place, text: JSON.stringify(value), pointer: pointerOf(place) }))
  if (Array.isArray(node.oneOf)) {
    yield* edgesIn(
      node.oneOf.find((branch) => mismatch(branch, value) === undefined),
      value,
      place,
    )
    return
  }
  const types = [node.type].flat()
  if (types.includes('null')) yield* edge(null)
  if ('const' in node) yield* edge(node.const)
  else if (Array.isArray(node.enum)) yield* edge(...node.enum)
  else if (types.includes('string')) yield* edge(...textsAtLimits(node))
  else if (types.includes('integer') || types.includes('number')) yield* edge(...numbersAtLimits(node))
  else if (types.includes('boolean')) yield* edge(true, false)
  else if (types.includes('array')) {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    if (typeof node.minItems !== 'number') yield* edge([])
    if (typeof node.maxItems === 'number' && node.uniqueItems !== true) {
      yield { place, text: undefined, pointer: pointerOf(place), copies: node.maxItems }
    }
    for (const [index, item] of items.entries()) yield* edgesIn(node.items, item, [...place, index])
  } else {
    const required: readonly unknown[] = Array.isArray(node.required) ? node.required : []
    for (const [name, member] of Object.entries(nodeOf(value))) {
      const inside = [...place, name]
      if (!required.includes(name)) yield { place: inside, text: undefined, pointer: pointerOf(inside) }
      yield* edgesIn(nodeOf(node.properties)[name], member, inside)
    }
  }
}

/** The JSON text of a body with a value at its limit. */
export function withEdge(body: unknown, { place, text, copies }: Edge): string {
  if (copies === undefined) return withText(body, place, text)
  const list = place.reduce<unknown>((value, step) => Reflect.get(Object(value), step), body)
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return withText(body, place, JSON.stringify(Array.from({ length: copies }, () => first)))
}

function numbersAtLimits({ type, minimum, maximum, multipleOf }: Node): number[] {
  const edges: number[] = []
  if (typeof minimum === 'number') edges.push(minimum)
  if (typeof maximum === 'number') edges.push(maximum)
  if (typeof minimum === 'number' && typeof multipleOf === 'number') edges.push(minimum + multipleOf)
  const isInteger = [type].flat().includes('integer')
  if (typeof minimum === 'number' && multipleOf === undefined && !isInteger)
    edges.push(minimum + 0.125, minimum + 1e-9)
  return edges
}

function* textsAtLimits({ minLength = 0, maxLength, pattern, format }: Node): Generator<string> {
  if (typeof format === 'string') {
    yield* wellFormed[format] ?? []
    return
  }
  const candidates = [
    'x'.repeat(Number(minLength)),
    ...(typeof maxLength === 'number' ? ['x'.repeat(maxLength), '😀'.repeat(maxLength)] : []),
    'Ünïcödé 日本語 عربى 👩🏽‍🚀',
    '<script>alert(1)</script>',
    "Robert'); drop table users;--",
    'line\nbreak\ttab',
    '\u202eright to left\u202c',
    ' spaces ',
    '%s%n\\',
  ]
  const matches = new RegExp(typeof pattern === 'string' ? pattern : '', 'u')
  const longest = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY
  yield* candidates.filter((text) => {
    const { length } = [...text]
    return matches.test(text) && length >= Number(minLength) && length <= longest
  })
}

/** The different ways to write each format. */
const wellFormed: Readonly<Record<string, readonly string[]>> = {
  uuid: [
    '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
    'c232ab00-9414-11ec-b3c8-9f6bdeced846',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ],
  'date-time': [
    '2024-02-29T23:59:59.999Z',
    '2026-03-02T17:02:00Z',
    '2026-03-02T17:02:00.5Z',
    '2026-03-02T17:02:00.123456789Z',
    '2026-03-02T18:02:00+01:00',
    '2026-03-02T17:02:00-00:00',
    '1969-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ],
  date: ['2024-02-29', '0001-01-01', '9999-12-31'],
  email: ['a@b.co', `${'x'.repeat(64)}@example.com`, 'ada+gym@sub.example.com', "o'neil@example.com"],
  'idn-email': ['a@b.co', 'ünï@example.com', 'ada@例え.jp'],
  'time-zone-or-offset': ['UTC', 'Asia/Kolkata', '+05:30', '-03:30', '+14:00'],
  'time-zone': ['UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'],
}
