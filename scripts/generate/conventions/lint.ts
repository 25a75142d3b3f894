import type { Contract } from '../contract.ts'
import { ContractError } from '../contract-error.ts'
import type { Model } from '../model.ts'
import { schemasOf } from '../model.ts'
import { schemasWithin } from '../walk.ts'
import { lintLayout } from './layout.ts'
import { lintNames } from './names.ts'
import { lintNumber } from './numbers.ts'
import { lintRequestText } from './request-text.ts'
import { lintSecurity } from './security.ts'

/**
 * Checks this project's conventions beyond the generator's requirements, for readers of the contract and
 * client generators.
 *
 * @throws ContractError with all violations of the conventions.
 */
export function lintConventions(contract: Contract, model: Model): void {
  const { operations, schemas } = model
  lintLayout(contract, model)
  lintSecurity(contract, operations)
  lintNames(contract, schemas)
  lintRequestText(contract, operations, schemas)
  for (const root of [...schemas.all.map(({ schema }) => schema), ...operations.flatMap(schemasOf)]) {
    for (const schema of schemasWithin(root)) lintNumber(contract, schema)
  }
  if (contract.defects.length > 0) throw new ContractError(contract.defects)
}
