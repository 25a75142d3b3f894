/** An asymmetric matcher inside an expected value, such as `expect.any(Array)`. */
export class Pattern {
  readonly matches: (value: unknown) => boolean

  constructor(isMatch: (value: unknown) => boolean) {
    this.matches = isMatch
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function entriesOf(value: object): [unknown, unknown][] {
  if (value instanceof Map) return [...value]
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

/** Deep equality as in `toEqual`, which ignores undefined members. */
export function equal(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Pattern) return expected.matches(actual)
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected)
  if (Array.isArray(actual) !== Array.isArray(expected)) return false
  if (actual instanceof Set && expected instanceof Set)
    return actual.size === expected.size && [...expected].every((member) => actual.has(member))
  const members = new Map(entriesOf(actual))
  const expectedEntries = entriesOf(expected)
  return (
    members.size === expectedEntries.length &&
    (!Array.isArray(actual) || !Array.isArray(expected) || actual.length === expected.length) &&
    expectedEntries.every(([name, member]) => members.has(name) && equal(members.get(name), member))
  )
}

/** Partial equality as in `toMatchObject`, which allows extra members but requires lists of the same length. */
export function matches(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Pattern) return expected.matches(actual)
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected)
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false
  const members = new Map(Object.entries(actual))
  return Object.entries(expected).every(([name, member]) => matches(members.get(name), member))
}
