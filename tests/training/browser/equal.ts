/** Matches any value of a kind, such as `expect.any(Array)`. */
export class Pattern {
  readonly matches: (value: unknown) => boolean

  constructor(fits: (value: unknown) => boolean) {
    this.matches = fits
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function entriesOf(value: object): [unknown, unknown][] {
  if (value instanceof Map) return [...value]
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

/** Like `toEqual`: deep equality; members that are undefined don't count. */
export function equal(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Pattern) return expected.matches(actual)
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected)
  if (Array.isArray(actual) !== Array.isArray(expected)) return false
  if (actual instanceof Set && expected instanceof Set)
    return actual.size === expected.size && [...expected].every((member) => actual.has(member))
  const members = new Map(entriesOf(actual))
  const wanted = entriesOf(expected)
  return (
    members.size === wanted.length &&
    (!Array.isArray(actual) || !Array.isArray(expected) || actual.length === expected.length) &&
    wanted.every(([name, member]) => members.has(name) && equal(members.get(name), member))
  )
}

/** Like `toMatchObject`: extra members are allowed; lists must have the same length. */
export function matches(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Pattern) return expected.matches(actual)
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected)
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false
  const members = new Map(Object.entries(actual))
  return Object.entries(expected).every(([name, member]) => matches(members.get(name), member))
}
