import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { named, subjects } from './arbitrary-schemas.ts'
import { validatorsOf } from './validators.ts'

test('the emitted TypeBox accepts what ajv accepts, for any schema and value', async () => {
  const seen = { good: 0, bad: 0 }
  await fc.assert(
    fc.asyncProperty(
      subjects.chain(({ schema, values }) =>
        fc.tuple(fc.constant(schema), fc.array(values, { minLength: 8, maxLength: 8 })),
      ),
      async ([schema, values]) => {
        const validate = await validatorsOf({ ...named, Subject: schema })
        for (const value of values) {
          const { typebox, ajv } = validate(value)
          expect([value, typebox]).toEqual([value, ajv])
          seen[typebox ? 'good' : 'bad']++
        }
      },
    ),
    { numRuns: runs(60) },
  )
  // Agreement would prove nothing if nearly all values were valid or invalid.
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(100)
}, 30_000)
