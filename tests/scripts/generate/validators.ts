import { TypeCompiler } from '@sinclair/typebox/compiler'
import { Value } from '@sinclair/typebox/value'
import { createAjv } from '#scripts/generate/ajv.ts'
import { emittedSchemas } from './emitted.ts'

/** Whether the emitted TypeBox and ajv (2020-12) accept a value. */
export interface Verdict {
  readonly typebox: boolean
  readonly ajv: boolean
}

/** Validates values against the schema `Subject` among these, by every check of the emitted TypeBox and by ajv. */
export async function validatorsOf(schemas: Record<string, object>): Promise<(value: unknown) => Verdict> {
  const emitted = await emittedSchemas(schemas)
  const subject = emitted('Subject')
  const compiled = TypeCompiler.Compile(subject)
  const ajv = createAjv()
  ajv.addSchema({ components: { schemas } }, 'small')
  const validate = ajv.compile({ $ref: 'small#/components/schemas/Subject' })
  return (value) => {
    const typebox = compiled.Check(value)
    // Errors explains an invalid body: if Check and Errors disagreed, a caller would get no reason or a
    // wrong one.
    if ((compiled.Errors(value).First() === undefined) !== typebox)
      throw new Error('Check and Errors disagree')
    if (Value.Check(subject, value) !== typebox) throw new Error('compiled and dynamic checks disagree')
    return { typebox, ajv: validate(value) }
  }
}
