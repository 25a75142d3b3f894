import fc from 'fast-check'
import { mismatch, type Node, nodeOf, resolved } from '#tests/support/contract.ts'
import { password } from '#tests/support/user.ts'

/** Placeholders for values known only when a request is sent: see `Player`. */
export const placeholders = { email: '$email@example.com', refreshToken: '$'.repeat(43) } as const

/** Few ids, so that the requests of one run affect the same objects. */
export const ids = Array.from({ length: 3 }, (_, index) => `0193a5c2-7c1e-7d10-9f6e-00000000000${index}`)

const slugs = ['barbell-bench-press', 'barbell-back-squat', 'pull-up', 'plank', 'rowing-machine']
const day = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
const anyDay = fc.oneof(
  { weight: 9, arbitrary: day('2025-01-01', '2026-12-31T23:59:59.999Z') },
  { weight: 1, arbitrary: day('0001-01-02', '9999-12-30') },
)

/** An offset, such as `-05:30`, from minutes. */
function offset(minutes: number): string {
  const digits = (count: number) => String(Math.trunc(count)).padStart(2, '0')
  const { abs } = Math
  return `${minutes < 0 ? '-' : '+'}${digits(abs(minutes) / 60)}:${digits(abs(minutes) % 60)}`
}

const inOffset = (date: Date, minutes: number) =>
  new Date(date.getTime() + minutes * 60_000).toISOString().replace(/Z$/, offset(minutes))

const calendarDay = anyDay.map((date) => date.toISOString().slice(0, 10))

/** The values of schemas, by name, for which arbitrary values would not be enough. */
const valuesByName: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Id: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() }),
  ExerciseId: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...slugs) },
    { weight: 1, arbitrary: fc.constantFrom(...ids.slice(0, 2), 'no-such-exercise') },
  ),
  Instant: fc.oneof(
    { weight: 3, arbitrary: anyDay.map((date) => date.toISOString()) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(anyDay, fc.integer({ min: -1439, max: 1439 }))
        .map(([date, minutes]) => inOffset(date, minutes)),
    },
  ),
  Day: calendarDay,
  CompetitionDay: calendarDay,
  TimeZone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Antarctica/Troll',
  ),
  WorkoutTimeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', '+05:30', '-03:00', '+14:00'),
  NewEmail: fc.constantFrom(placeholders.email, 'nobody@example.com'),
  Email: fc.constantFrom(placeholders.email, 'nobody@example.com'),
  EnteredPassword: fc.constantFrom(password, password, 'another of the kettles'),
  NewPassword: fc.constantFrom(password, 'another of the kettles', 'password1234'),
  RefreshToken: fc.constantFrom(placeholders.refreshToken, 'x'.repeat(43)),
}

/**
 * Changes to values so that they mostly follow rules that no schema expresses. Without them, hardly any
 * workout would be valid.
 */
const repairs: Readonly<Record<string, (value: Node) => Node>> = {
  RepRange: ({ min, max }) => (Number(min) > Number(max) ? { min: max, max: min } : { min, max }),
  WorkoutSetInput: ({ rir, ...set }) => ('rpe' in set || rir === undefined ? set : { ...set, rir }),
  WorkoutInput: ({ exercises, ...workout }) => {
    const { startedAt, endedAt } = workout
    const reversed = Date.parse(String(endedAt)) < Date.parse(String(startedAt))
    const entries = Array.isArray(exercises)
      ? exercises.map((exercise) => withoutSetIds(nodeOf(exercise)))
      : []
    const times = reversed ? { startedAt: endedAt, endedAt: startedAt } : {}
    return { ...workout, ...times, exercises: entries.map(({ id: _, ...exercise }) => exercise) }
  },
  MeasurementInput: inUnitOfKind,
  ExerciseInput: ({ engagement, ...exercise }) => {
    const items = Array.isArray(engagement) ? engagement.map(nodeOf) : []
    const byMuscle = new Map(items.map((item) => [item.muscle, item]))
    return engagement === undefined ? exercise : { ...exercise, engagement: [...byMuscle.values()] }
  },
}

/** A measurement in a unit of its kind, and within its bounds. */
function inUnitOfKind(measurement: Node): Node {
  const [unit, maxCount] =
    measurement.kind === 'body_fat'
      ? ['percent', 100]
      : /^(bodyweight|lean_mass)$/.test(String(measurement.kind))
        ? ['lb', 2000]
        : ['in', 500]
  return { ...measurement, unit, value: Math.min(Number(measurement.value), maxCount) }
}

/** An exercise whose sets have no ids: the server generates them. */
function withoutSetIds({ sets, ...exercise }: Node): Node {
  const list = Array.isArray(sets) ? sets.map(nodeOf) : []
  return { ...exercise, sets: list.map(({ id: _, ...set }) => set) }
}

/** Values of a schema of the contract. */
export function valuesOf(schema: unknown): fc.Arbitrary<unknown> {
  const { $ref } = nodeOf(schema)
  const name = typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : ''
  const named = valuesByName[name]
  if (named) return named
  const values = valuesFromKeywords(resolved(schema))
  const repair = repairs[name]
  if (repair === undefined) return values
  return fc
    .tuple(values, fc.integer({ min: 0, max: 19 }))
    .map(([value, number]) =>
      number === 0 && mismatch(resolved(schema), value) === undefined ? value : repair(nodeOf(value)),
    )
}

function valuesFromKeywords(node: Node): fc.Arbitrary<unknown> {
  if (Array.isArray(node.oneOf)) return fc.oneof(...node.oneOf.map(valuesOf))
  const types = [node.type].flat()
  if (node.type === 'null') return fc.constant(null)
  const values = ofType(node, types)
  return types.includes('null') && !Array.isArray(node.enum) ? fc.option(values, { freq: 4 }) : values
}

function ofType(node: Node, types: readonly unknown[]): fc.Arbitrary<unknown> {
  if (Array.isArray(node.enum)) return fc.constantFrom(...node.enum)
  if ('const' in node) return fc.constant(node.const)
  if (types.includes('boolean')) return fc.boolean()
  if (types.includes('integer')) {
    return fc.integer({
      min: Number(node.minimum),
      max: Math.min(Number(node.maximum), Number.MAX_SAFE_INTEGER),
    })
  }
  if (types.includes('number')) return numbers(node)
  if (types.includes('array')) return arrays(node)
  if (types.includes('string')) return texts(node)
  return objects(node)
}

function numbers({ minimum, exclusiveMinimum, maximum, multipleOf }: Node): fc.Arbitrary<number> {
  const [min, max] = [Number(minimum ?? exclusiveMinimum), Number(maximum)]
  if (typeof multipleOf === 'number') {
    return fc.integer({ min: min / multipleOf, max: max / multipleOf }).map((steps) => steps * multipleOf)
  }
  const minExcluded = minimum === undefined
  return fc.oneof(
    fc.integer({ min: min * 4 + (minExcluded ? 1 : 0), max: max * 4 }).map((quarters) => quarters / 4),
    fc.double({ min, minExcluded, max, noNaN: true }),
  )
}

function arrays({ items, minItems, maxItems, uniqueItems }: Node): fc.Arbitrary<unknown[]> {
  const bounds = { minLength: Number(minItems ?? 0), maxLength: Math.min(Number(maxItems ?? 4), 4) }
  return uniqueItems === true
    ? fc.uniqueArray(valuesOf(items), { ...bounds, selector: (item) => JSON.stringify(item) })
    : fc.array(valuesOf(items), bounds)
}

function texts(node: Node): fc.Arbitrary<string> {
  const { minLength, maxLength, pattern, format } = node
  // Arbitrary text would never have the format, and the filter below would loop forever.
  if (typeof format === 'string') throw new Error(`add the schema of format ${format} to \`valuesByName\``)
  const bounds = { minLength: Number(minLength ?? 0), maxLength: Math.min(Number(maxLength ?? 40), 40) }
  const arbitrary = fc.string({ unit: 'grapheme', ...bounds })
  const matching = typeof pattern === 'string' ? fc.stringMatching(new RegExp(pattern)) : arbitrary
  // Arbitrary text mostly matches the pattern of `Name`, but hardly ever other patterns.
  const source = typeof pattern === 'string' && !pattern.startsWith('^[^') ? matching : arbitrary
  return source.filter((text) => !text.includes('\0') && mismatch(node, text) === undefined)
}

function objects(node: Node): fc.Arbitrary<unknown> {
  const properties = Object.entries(nodeOf(node.properties))
  const model = Object.fromEntries(properties.map(([name, member]) => [name, valuesOf(member)]))
  const required: readonly unknown[] = Array.isArray(node.required) ? node.required : []
  const members = fc.record(model, {
    requiredKeys: Object.keys(model).filter((name) => required.includes(name)),
  })
  const exclusive = [nodeOf(node.not).required, nodeOf(nodeOf(node.then).not).required].find(Array.isArray)
  return exclusive === undefined ? members : withoutLast(members, exclusive, node)
}

/** Removes one of two mutually exclusive members from objects that have both. */
function withoutLast(
  values: fc.Arbitrary<Record<string, unknown>>,
  exclusive: readonly unknown[],
  node: Node,
): fc.Arbitrary<unknown> {
  const last = String(exclusive.at(-1))
  return values
    .map((value) => (mismatch(node, value) === undefined ? value : omit(value, last)))
    .filter((value) => mismatch(node, value) === undefined)
}

function omit(value: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
}
