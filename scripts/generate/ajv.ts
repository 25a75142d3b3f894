import { Ajv2020 } from 'ajv/dist/2020.js'
import { formats } from '#http/validation/formats.ts'

const isInt32 = (number: number) => Number.isInteger(number) && Math.abs(number + 0.5) < 2 ** 31

/** Creates a JSON Schema 2020-12 validator with the contract's formats. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: true, logger: false })
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate })
  ajv.addFormat('int32', { type: 'number', validate: isInt32 })
  ajv.addFormat('int64', { type: 'number', validate: Number.isInteger })
  ajv.addFormat('double', { type: 'number', validate: () => true })
  return ajv
}
