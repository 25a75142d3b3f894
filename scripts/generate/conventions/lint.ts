import type { Contract } from '../contract.ts'
import { ContractError } from '../contract-error.ts'
import type { Model } from '../model.ts'
import { schemasOf } from '../model.ts'
import { within } from '../walk.ts'
import { lintLayout } from './layout.ts'
import { lintNumber } from './numbers.ts'
import { lintRequestText } from './request-text.ts'
import { lintSecurity } from './security.ts'

/**
 * What this project asks of its contract beyond what the generator needs, for those who read it and those who
 * generate clients from it.
 *
 * @throws ContractError with everything that doesn't follow the conventions.
 */
export function lintConventions(contract: Contract, model: Model): void {
  const { operations, schemas } = model
  lintLayout(contract, model)
  lintSecurity(contract, operations)
  lintRequestText(contract, operations, schemas)
  for (const root of [...schemas.all.map(({ schema }) => schema), ...operations.flatMap(schemasOf)]) {
    for (const schema of within(root)) lintNumber(contract, schema)
  }
  if (contract.defects.length > 0) throw new ContractError(contract.defects)
}
