import { expect, test } from 'bun:test'
import { validatorsOf } from './validators.ts'

/** Values that a schema accepts and rejects. */
export interface Case {
  /** The schema `Subject`, and those that it refers to. */
  readonly given: Record<string, object>
  readonly good: readonly unknown[]
  readonly bad: readonly unknown[]
}

/** The schema under test, and those that it refers to. */
export const subject = (schema: object, others: Record<string, object> = {}) => ({
  Subject: schema,
  ...others,
})

export const muscle = { type: 'string', enum: ['chest', 'lats'] }
export const closed = { type: 'object', additionalProperties: false }

/** Adds a test per case: the emitted TypeBox and ajv accept the good values and reject the bad ones. */
export function testAgreement(cases: readonly [name: string, Case][]): void {
  for (const [name, { given, good, bad }] of cases) {
    test(name, async () => {
      const validate = await validatorsOf(given)
      for (const value of good)
        expect([value, validate(value)]).toEqual([value, { typebox: true, ajv: true }])
      for (const value of bad)
        expect([value, validate(value)]).toEqual([value, { typebox: false, ajv: false }])
    })
  }
}
