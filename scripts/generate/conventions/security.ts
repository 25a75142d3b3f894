import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'

/** Every operation must declare its own security, so that none is open or closed by mistake. */
export function lintSecurity(contract: Contract, operations: readonly Operation[]): void {
  for (const { path, declaresSecurity } of operations) {
    if (!declaresSecurity) {
      contract.report(path, 'must declare security: the schemes and scopes that it accepts, or [] for anyone')
    }
  }
}
