import { equal, matches, Pattern } from './equal.ts'

// The part of bun:test that the training tests use, so that a page can run them unchanged.

/** A test that failed, and why. */
export interface Failure {
  readonly name: string
  readonly message: string
}

const registered: { readonly name: string; readonly run: () => unknown }[] = []
let path: readonly string[] = []

/** Groups tests. */
export function describe(name: string, body: () => void): void {
  const outer = path
  path = [...path, name]
  body()
  path = outer
}

/** Registers a test. */
export function test(name: string, run: () => unknown): void {
  registered.push({ name: [...path, name].join(' > '), run })
}

/** Registers a test for each row. A row that is a list is spread into arguments. */
test.each = (rows: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown) => {
  rows.forEach((row, index) => {
    test(`${name} ${index}`, () => (Array.isArray(row) ? run(...row) : run(row)))
  })
}

/** Runs the registered tests. Returns their number and the failures. */
export async function runAll(): Promise<{ readonly count: number; readonly failures: readonly Failure[] }> {
  const failures: Failure[] = []
  for (const { name, run } of registered) {
    try {
      await run()
    } catch (error) {
      failures.push({ name, message: String(error) })
    }
  }
  return { count: registered.length, failures }
}

const formatted = (value: unknown) => JSON.stringify(value)?.slice(0, 500) ?? String(value)

/** The checks on a value. `hint` describes the value in error messages. */
export function expect(actual: unknown, hint = ''): Checks {
  return checksOf(actual, hint, false)
}
expect.any = (kind: new (...args: never[]) => unknown) =>
  new Pattern((value) => value instanceof kind || typeof value === kind.name.toLowerCase())
expect.objectContaining = (part: object) => new Pattern((value) => matches(value, part))
expect.arrayContaining = (members: readonly unknown[]) =>
  new Pattern(
    (value) => Array.isArray(value) && members.every((member) => value.some((item) => equal(item, member))),
  )
expect.stringContaining = (part: string) => new Pattern((value) => String(value).includes(part))

const checks = {
  toBe: (actual: unknown, expected: unknown) => Object.is(actual, expected),
  toEqual: equal,
  toMatchObject: matches,
  toBeUndefined: (actual: unknown) => actual === undefined,
  toBeDefined: (actual: unknown) => actual !== undefined,
  toBeNaN: (actual: unknown) => Number.isNaN(actual),
  toBeCloseTo: (actual: unknown, expected: unknown, digits: unknown = 2) =>
    Math.abs(Number(actual) - Number(expected)) < 10 ** -Number(digits) / 2,
  toBeGreaterThan: (actual: unknown, expected: unknown) => Number(actual) > Number(expected),
  toBeGreaterThanOrEqual: (actual: unknown, expected: unknown) => Number(actual) >= Number(expected),
  toBeLessThan: (actual: unknown, expected: unknown) => Number(actual) < Number(expected),
  toBeLessThanOrEqual: (actual: unknown, expected: unknown) => Number(actual) <= Number(expected),
  toHaveLength: (actual: unknown, expected: unknown) =>
    (typeof actual === 'string' || Array.isArray(actual)) && actual.length === expected,
  toContain: (actual: unknown, expected: unknown) => {
    if (typeof actual === 'string') return actual.includes(String(expected))
    return actual instanceof Set ? actual.has(expected) : Array.isArray(actual) && actual.includes(expected)
  },
  toContainEqual: (actual: unknown, expected: unknown) =>
    Array.isArray(actual) && actual.some((member) => equal(member, expected)),
  toMatch: (actual: unknown, expected: unknown) =>
    expected instanceof RegExp ? expected.test(String(actual)) : String(actual).includes(String(expected)),
  toThrow: (actual: unknown, expected: unknown) => {
    try {
      if (typeof actual === 'function') actual()
      return false
    } catch (error) {
      return typeof expected === 'function' ? error instanceof expected : expected === undefined
    }
  },
} as const satisfies Record<string, (actual: unknown, expected: unknown, more?: unknown) => boolean>

type Checks = { readonly [Name in keyof typeof checks]: (expected?: unknown, more?: unknown) => void } & {
  readonly not: Checks
}

function checksOf(actual: unknown, hint: string, negated: boolean): Checks {
  const check = (name: keyof typeof checks) => (expected?: unknown, more?: unknown) => {
    if (checks[name](actual, expected, more) === negated)
      throw new Error(`${hint} ${formatted(actual)} ${negated ? 'not ' : ''}${name} ${formatted(expected)}`)
  }
  return {
    toBe: check('toBe'),
    toEqual: check('toEqual'),
    toMatchObject: check('toMatchObject'),
    toBeUndefined: check('toBeUndefined'),
    toBeDefined: check('toBeDefined'),
    toBeNaN: check('toBeNaN'),
    toBeCloseTo: check('toBeCloseTo'),
    toBeGreaterThan: check('toBeGreaterThan'),
    toBeGreaterThanOrEqual: check('toBeGreaterThanOrEqual'),
    toBeLessThan: check('toBeLessThan'),
    toBeLessThanOrEqual: check('toBeLessThanOrEqual'),
    toHaveLength: check('toHaveLength'),
    toContain: check('toContain'),
    toContainEqual: check('toContainEqual'),
    toMatch: check('toMatch'),
    toThrow: check('toThrow'),
    get not() {
      return checksOf(actual, hint, !negated)
    },
  }
}
