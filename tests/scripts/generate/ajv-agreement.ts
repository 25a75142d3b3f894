import { expect, test } from 'bun:test'
import { validatorsOf } from './validators.ts'

/** Values that a schema accepts and rejects. */
export interface Case {
  /** The schema `Subject`, and those that it refers to. */
  readonly input: Record<string, object>
  readonly valid: readonly unknown[]
  readonly invalid: readonly unknown[]
}

/** The schema under test, and those that it refers to. */
export const subject = (schema: object, others: Record<string, object> = {}) => ({
  Subject: schema,
  ...others,
})

export const muscle = { type: 'string', enum: ['chest', 'lats'] }
export const closed = { type: 'object', additionalProperties: false }

/** Adds a test per case: the emitted TypeBox and ajv accept the valid values and reject the invalid ones. */
export function testAgreement(cases: readonly [name: string, Case][]): void {
  for (const [name, { input, valid, invalid }] of cases) {
    test(name, async () => {
      const validate = await validatorsOf(input)
      for (const value of valid)
        expect([value, validate(value)]).toEqual([value, { typebox: true, ajv: true }])
      for (const value of invalid)
        expect([value, validate(value)]).toEqual([value, { typebox: false, ajv: false }])
    })
  }
}
