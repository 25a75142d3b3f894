import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { runs } from '#tests/support/runs.ts'
import { referencedSchemas, subjects } from './arbitrary-schemas.ts'
import { validatorsOf } from './validators.ts'

const cases = subjects.chain(({ schema, values }) =>
  fc.tuple(fc.constant(schema), fc.array(values, { minLength: 8, maxLength: 8 })),
)

/** What both validators say of each value: whether it is valid. They must agree. */
async function verdictsOf(schema: Record<string, unknown>, values: readonly unknown[]): Promise<boolean[]> {
  const validate = await validatorsOf({ ...referencedSchemas, Subject: schema })
  return values.map((value) => {
    const { typebox, ajv } = validate(value)
    expect([value, typebox]).toEqual([value, ajv])
    return typebox
  })
}

test('the emitted TypeBox and ajv accept the same values, for any schema', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([schema, values]) => {
      await verdictsOf(schema, values)
    }),
    { numRuns: runs(60) },
  )
}, 60_000)

// Agreement would prove nothing if nearly all values were valid or invalid.
test('of such values, many are valid and many are not', async () => {
  const verdicts: boolean[] = []
  for (const [schema, values] of fc.sample(cases, { numRuns: 60, seed: 1 })) {
    verdicts.push(...(await verdictsOf(schema, values)))
  }
  const valid = verdicts.filter(Boolean).length
  expect(Math.min(valid, verdicts.length - valid)).toBeGreaterThan(100)
}, 60_000)
