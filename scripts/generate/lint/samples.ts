import { createAjv } from '../ajv.ts'
import type { Contract } from '../contract.ts'
import { isObject, pointer } from '../json.ts'

const documentId = 'contract'

/** Checks every example and default against its schema, according to JSON Schema 2020-12. */
export function lintSamples(contract: Contract): void {
  const ajv = createAjv()
  if (isObject(contract.json)) ajv.addSchema(contract.json, documentId)
  const checked = new Set<string>()
  for (const { value, schema } of contract.samples) {
    const reference = `${documentId}${encodeURI(pointer(schema))}`
    const key = `${pointer(value.path)} ${reference}`
    if (checked.has(key)) continue
    checked.add(key)
    const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference })
    if (validate(value.value)) continue
    const [error] = validate.errors ?? []
    value.report(
      `is invalid according to ${pointer(schema)}: ${error?.instancePath || 'it'} ${error?.message ?? 'fails'}`,
    )
  }
}
