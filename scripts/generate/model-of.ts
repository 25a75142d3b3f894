import type { Contract } from './contract.ts'
import { ContractError } from './contract-error.ts'
import { lintAllOf } from './lint/all-of.ts'
import { lintDiscriminator } from './lint/discriminators.ts'
import { lintMultipart } from './lint/multipart.ts'
import { lintNullable } from './lint/nullable.ts'
import { lintOperations } from './lint/operations.ts'
import { lintRecursion } from './lint/recursion.ts'
import { lintRequests } from './lint/requests.ts'
import { lintSamples } from './lint/samples.ts'
import { lintValidateEach } from './lint/validate-each.ts'
import { type Model, schemasOf } from './model.ts'
import { groupSchemas } from './order.ts'
import { readDocument } from './read/document.ts'
import { Schemas, schemasWithin } from './walk.ts'

/**
 * Normalizes the contract for the emitters.
 *
 * @throws ContractError with everything that the generator doesn't support, or else with the examples and defaults that
 *   don't match their schemas.
 */
export function modelOf(contract: Contract): Model {
  const { schemas: named, operations } = readDocument(contract)
  const schemas = new Schemas(named)
  const groups = groupSchemas(schemas)
  lintOperations(contract, operations)
  lintRequests(contract, operations, schemas)
  lintMultipart(contract, operations, schemas)
  lintValidateEach(contract, operations, schemas)
  for (const group of groups) lintRecursion(contract, group)
  const circular = groups.filter((group) => group.recursive).flatMap((group) => group.schemas)
  const recursive = new Set(circular.map((schema) => schema.name))
  for (const root of [...named.map(({ schema }) => schema), ...operations.flatMap(schemasOf)]) {
    for (const schema of schemasWithin(root)) {
      lintAllOf(contract, schema, schemas, recursive)
      lintDiscriminator(contract, schema, schemas)
      lintNullable(contract, schema, schemas)
    }
  }
  // Only a contract without defects can be compiled to check its examples.
  if (contract.defects.length === 0) lintSamples(contract)
  if (contract.defects.length > 0) throw new ContractError(contract.defects)
  return { operations, schemas, groups }
}
