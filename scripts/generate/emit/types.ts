import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import type { Contract } from '../contract.ts'
import { isObject } from '../json.ts'

/**
 * `types.ts`: openapi-typescript's output for the contract. Without `arrayLength`: in 7.13 it types a list of
 * `minItems` 1 to `maxItems` 3 as one of 0 to 2, and `prefixItems` as a tuple of tuples.
 */
export async function emitTypes(contract: Contract): Promise<string> {
  if (!isObject(contract.json)) return ''
  const ast = await openapiTS(JSON.stringify(contract.json), {
    defaultNonNullable: false,
    readWriteMarkers: true,
    rootTypes: true,
    silent: true,
    // A file, which openapi-typescript would type as a string.
    transform: (schema) =>
      'contentMediaType' in schema ? ts.factory.createTypeReferenceNode('Blob') : undefined,
  })
  return `${astToString(ast)}\n/** Every schema of the contract, by name. */\nexport type Schemas = components['schemas']\n`
}
