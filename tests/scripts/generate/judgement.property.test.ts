import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { named, subjects } from './arbitrary-schemas.ts'
import { judgesOf } from './judges.ts'

test('any schema of the subset judges any value alike as emitted TypeBox and by ajv', async () => {
  const seen = { good: 0, bad: 0 }
  await fc.assert(
    fc.asyncProperty(
      subjects.chain(({ schema, values }) =>
        fc.tuple(fc.constant(schema), fc.array(values, { minLength: 8, maxLength: 8 })),
      ),
      async ([schema, values]) => {
        const judge = await judgesOf({ ...named, Subject: schema })
        for (const value of values) {
          const { typebox, ajv } = judge(value)
          expect([value, typebox]).toEqual([value, ajv])
          seen[typebox ? 'good' : 'bad']++
        }
      },
    ),
    { numRuns: 150 },
  )
  // Were nearly all values good, or bad, the judges would agree by saying nothing.
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(100)
}, 30_000)
