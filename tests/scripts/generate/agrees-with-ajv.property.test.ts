import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { referencedSchemas, subjects } from './arbitrary-schemas.ts'
import { validatorsOf } from './validators.ts'

test('the emitted TypeBox and ajv accept the same values, for any schema', async () => {
  const counts = { valid: 0, invalid: 0 }
  await fc.assert(
    fc.asyncProperty(
      subjects.chain(({ schema, values }) =>
        fc.tuple(fc.constant(schema), fc.array(values, { minLength: 8, maxLength: 8 })),
      ),
      async ([schema, values]) => {
        const validate = await validatorsOf({ ...referencedSchemas, Subject: schema })
        for (const value of values) {
          const { typebox, ajv } = validate(value)
          expect([value, typebox]).toEqual([value, ajv])
          counts[typebox ? 'valid' : 'invalid']++
        }
      },
    ),
    { numRuns: runs(60) },
  )
  // Agreement would prove nothing if nearly all values were valid or invalid.
  expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(100)
}, 30_000)
