import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { isStorable, parseJson } from '#http/request/json.ts'
import { ProblemError } from '#http/response/problem-error.ts'
import { FieldProblems } from '#http/validation/field-problems.ts'
import { runs } from '#tests/support/runs.ts'

const parse = (text: string) => {
  const problems = new FieldProblems()
  try {
    return { value: parseJson(text, problems), problems: problems.list }
  } catch (error) {
    if (error instanceof ProblemError) return { rejected: error.problem.code }
    throw error
  }
}

const storable = fc.string({ unit: 'binary' }).filter(isStorable)
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .double({ noDefaultInfinity: true, noNaN: true })
    .filter((value) => Number.isSafeInteger(value) || !Number.isInteger(value)),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 8 },
    fc.constant(null),
    fc.boolean(),
    number,
    storable,
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(storable, fc.constant('__proto__')), tie('value')),
  ),
})).value

test('any JSON value is parsed as JSON.parse does it, without problems', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, undefined, space)
      expect(parse(text)).toEqual({ value: JSON.parse(text), problems: [] })
    }),
    { numRuns: runs(500) },
  )
})

/** Whether a value can be stored and read back unchanged. */
function isUnchangedByStorage(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, member]) => isStorable(name) && isUnchangedByStorage(member))
}

test('a string that JSON.parse rejects is rejected, and an accepted value can be stored', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '\\u0000',
    '\\ud800',
    'a',
    '"a"',
    '1',
    '-',
    '1e999',
    'null',
    ' ',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join('')),
      (text) => {
        let isValid = true
        try {
          JSON.parse(text)
        } catch {
          isValid = false
        }
        const parsed = parse(text)
        if (isValid)
          expect(
            'rejected' in parsed || parsed.problems.length > 0 || isUnchangedByStorage(parsed.value),
          ).toBe(true)
        else expect(parsed).toEqual({ rejected: 'malformed_json' })
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('a repeated member is found anywhere', () => {
  fc.assert(
    fc.property(
      json,
      json,
      storable,
      fc.array(fc.constantFrom('array', 'object'), { maxLength: 5 }),
      (first, second, name, containers) => {
        const key = JSON.stringify(name)
        const repeated = `{${key}:${JSON.stringify(first)},"between":0,${key}:${JSON.stringify(second)}}`
        const text = containers.reduce(
          (inner, kind) => (kind === 'array' ? `[1,${inner}]` : `{"a":1,"b":${inner}}`),
          repeated,
        )
        expect(parse(text)).toEqual({ rejected: 'malformed_json' })
      },
    ),
  )
})
