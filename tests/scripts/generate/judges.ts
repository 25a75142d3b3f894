import { TypeCompiler } from '@sinclair/typebox/compiler'
import { Value } from '@sinclair/typebox/value'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { formats } from '#http/validation/formats.ts'
import { emittedSchemas } from './emitted.ts'

/** What the emitted TypeBox and ajv (2020-12) say of a value: whether it is good. */
export interface Judgement {
  readonly typebox: boolean
  readonly ajv: boolean
}

/** Judges of the schema `Subject` among these, by the emitted TypeBox in all its ways, and by ajv. */
export async function judgesOf(schemas: Record<string, object>): Promise<(value: unknown) => Judgement> {
  const emitted = await emittedSchemas(schemas)
  const subject = emitted('Subject')
  const compiled = TypeCompiler.Compile(subject)
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false })
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate })
  ajv.addSchema({ components: { schemas } }, 'small')
  const validate = ajv.compile({ $ref: 'small#/components/schemas/Subject' })
  return (value) => {
    const typebox = compiled.Check(value)
    // A body that fails is explained by Errors: where Check and Errors disagree, a caller gets no reason, or a false one.
    if ((compiled.Errors(value).First() === undefined) !== typebox)
      throw new Error('Check and Errors disagree')
    if (Value.Check(subject, value) !== typebox) throw new Error('compiled and dynamic checks disagree')
    return { typebox, ajv: validate(value) }
  }
}
