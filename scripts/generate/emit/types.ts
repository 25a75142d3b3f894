import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import type { Contract } from '../contract.ts'
import { isObject } from '../json.ts'

/**
 * `types.ts`: what openapi-typescript makes of the contract. Without `arrayLength`: in 7.13 it counts a list of `minItems` 1
 * to `maxItems` 3 as one of 0 to 2, and a tuple of tuples for `prefixItems`.
 */
export async function emitTypes(contract: Contract): Promise<string> {
  if (!isObject(contract.json)) return ''
  const ast = await openapiTS(JSON.stringify(contract.json), {
    defaultNonNullable: false,
    readWriteMarkers: true,
    rootTypes: true,
    silent: true,
    // A file, which it would take for a string.
    transform: (schema) =>
      'contentMediaType' in schema ? ts.factory.createTypeReferenceNode('Blob') : undefined,
  })
  return astToString(ast)
}
