import type { components } from '../../../generated/types.ts'
import type { Method } from '../../training/method.ts'

/** A method in the contract's shape. */
export function methodOf({ id, parameters }: Method): components['schemas']['Method'] {
  return { id, ...(parameters && { parameters: { ...parameters } }) }
}
